import type { KillCell, MovementCell, ObjectiveFocus } from '../../src/format/core-sections.ts'
import { distance, type Fighter, type Recorder, type World } from './world.ts'

const CELL = 512
const RADIUS = 500

type Open<Row> = { -readonly [K in keyof Row]: Row[K] }

/** KILL_HEATMAP, MOVEMENT_HEATMAP and OBJECTIVE_FOCUS: where it happened. */
export function recordAreas(world: World, sample_interval_ms: number): Recorder {
  const kills = new Map<string, Open<KillCell>>()
  const moves = new Map<string, Open<MovementCell>>()
  const focus = new Map<
    Fighter,
    { samples: number; near: number; sum: number; readonly nearest: Map<string, number> }
  >()

  const cellOf = ({ x, y }: Fighter) => ({ grid_x: Math.floor(x / CELL), grid_y: Math.floor(y / CELL) })
  const killCell = (fighter: Fighter) => {
    const cell = cellOf(fighter)
    const key = `${cell.grid_x} ${cell.grid_y}`
    const known = kills.get(key) ?? { ...cell, axis_kills: 0, allies_kills: 0 }
    kills.set(key, known)
    return known
  }
  const moveCell = (fighter: Fighter) => {
    const cell = cellOf(fighter)
    const key = `${cell.grid_x} ${cell.grid_y}`
    const known = moves.get(key) ?? { ...cell, traversal: 0, combat: 0, escape: 0 }
    moves.set(key, known)
    return known
  }
  const noteFocus = (fighter: Fighter) => {
    const known = focus.get(fighter) ?? { samples: 0, near: 0, sum: 0, nearest: new Map<string, number>() }
    focus.set(fighter, known)
    const away = world.arena.objectives.map((objective) => distance(fighter, objective))
    const least = Math.min(...away)
    const name = world.arena.objectives[away.indexOf(least)]?.name as string
    known.samples += 1
    known.sum += least
    if (least < RADIUS) known.near += 1
    known.nearest.set(name, (known.nearest.get(name) ?? 0) + 1)
  }

  return {
    frame(sample) {
      if (!sample) return
      for (const fighter of world.fighters) {
        if (!fighter.alive) continue
        moveCell(fighter).traversal += 1
        noteFocus(fighter)
      }
    },
    hit({ target }) {
      moveCell(target).combat += 1
    },
    died({ victim, killer, type }) {
      if (type === 'killed' && killer !== undefined) {
        killCell(victim)[killer.team === 'AXIS' ? 'axis_kills' : 'allies_kills'] += 1
      }
    },
    rows() {
      const objective_focus = [...focus].map(
        ([{ guid, name, team }, { samples, near, sum, nearest }]): ObjectiveFocus => {
          const objective = [...nearest].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
          const time_within_radius_ms = near * sample_interval_ms
          return { guid, name, team, objective, avg_distance: sum / samples, time_within_radius_ms, samples }
        },
      )
      return { kill_heatmap: [...kills.values()], movement_heatmap: [...moves.values()], objective_focus }
    },
  }
}
