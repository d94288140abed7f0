import { PATH_EVENTS, type Path } from '../../src/format/codec.ts'
import type { PlayerTrack } from '../../src/format/core-sections.ts'
import type { Fighter, Recorder, World } from './world.ts'

interface Life {
  readonly fighter: Fighter
  readonly spawn_time_ms: number
  first_move_time_ms: number | null
  /** Numbers of all points: time, x, y, z, health, speed, weapon, stance, sprint, event. */
  readonly points: number[]
}

const WIDTH = 10
/** Faster than this is a move, units/s. */
const MOVING = 10

/** PLAYER_TRACKS: one life from a spawn to a death; a revived player has none, as in the original. */
export function recordTracks(world: World): Recorder {
  const lives = new Map<Fighter, Life>()
  const rows: PlayerTrack[] = []

  const note = ({ fighter, points }: Life, event: (typeof PATH_EVENTS)[number], ends: boolean) => {
    const speed = Math.hypot(fighter.velocity_x, fighter.velocity_y)
    const { x, y, z, health, weapon, stance, sprint } = fighter
    points.push(world.time_ms, x, y, z, ends ? 0 : health, ends ? 0 : speed, weapon, stance, sprint)
    points.push(PATH_EVENTS.indexOf(event))
  }
  const close = (
    life: Life,
    death_type: 'round_end' | 'killed' | 'teamkill' | 'selfkill' | 'fallen' | 'disconnect',
  ) => {
    note(life, death_type, true)
    const { guid, name, team, player_class } = life.fighter
    rows.push({
      guid,
      name,
      team,
      player_class,
      spawn_time_ms: life.spawn_time_ms,
      death_time_ms: world.time_ms,
      first_move_time_ms: life.first_move_time_ms,
      death_type,
      samples: life.points.length / WIDTH,
      path: pathOf(life.points),
    })
    lives.delete(life.fighter)
  }

  return {
    spawned(fighter) {
      const life = { fighter, spawn_time_ms: world.time_ms, first_move_time_ms: null, points: [] }
      lives.set(fighter, life)
      note(life, 'spawn', false)
    },
    frame(sample) {
      if (!sample) return
      for (const life of lives.values()) {
        if (life.spawn_time_ms === world.time_ms) continue
        note(life, 'sample', false)
        if (Math.hypot(life.fighter.velocity_x, life.fighter.velocity_y) > MOVING)
          life.first_move_time_ms ??= world.time_ms
      }
    },
    died({ victim, type }) {
      const life = lives.get(victim)
      if (life !== undefined) close(life, type)
    },
    rows() {
      for (const life of lives.values()) close(life, 'round_end')
      return { player_tracks: rows }
    },
  }
}

function pathOf(points: readonly number[]): Path {
  const length = points.length / WIDTH
  const column = (place: number) => Array.from({ length }, (_, i) => points[i * WIDTH + place] as number)
  return {
    length,
    time_ms: Int32Array.from(column(0)),
    x: Float64Array.from(column(1)),
    y: Float64Array.from(column(2)),
    z: Float64Array.from(column(3)),
    health: Int16Array.from(column(4)),
    speed: Float64Array.from(column(5)),
    weapon: Uint8Array.from(column(6)),
    stance: Uint8Array.from(column(7)),
    sprint: Uint8Array.from(column(8)),
    event: Uint8Array.from(column(9)),
  }
}
