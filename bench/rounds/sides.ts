import type { Rows } from '../../src/format/sections.ts'
import { distance, type Fighter, type Recorder, type Side, type World } from './world.ts'

const COHESION_MS = 500
const SECOND_MS = 1_000
const STRAGGLER_DISTANCE = 1_500
const REACH = 1_000
const WIDE_DEGREES = 45
const FAST = 120
const ALIGNED = 0.5

type Push = { -readonly [K in keyof Rows['team_pushes'][number]]: Rows['team_pushes'][number][K] }

/** TEAM_COHESION, CROSSFIRE_OPPORTUNITIES and TEAM_PUSHES: how each side stands and moves. */
export function recordSides(world: World): Recorder {
  const team_cohesion: Rows['team_cohesion'][number][] = []
  const crossfire_opportunities: Rows['crossfire_opportunities'][number][] = []
  const team_pushes: Push[] = []
  const pushes = new Map<Side, Push>()

  const push = (side: Side, living: readonly Fighter[]) => {
    const now = pushOf(world, side, living)
    const running = pushes.get(side)
    if (now === undefined) pushes.delete(side)
    else if (running === undefined) {
      pushes.set(side, now)
      team_pushes.push(now)
    } else running.end_time_ms = world.time_ms
  }

  return {
    frame() {
      if (world.elapsed_ms === 0 || world.elapsed_ms % COHESION_MS !== 0) return
      const everySecond = world.elapsed_ms % SECOND_MS === 0
      for (const side of ['AXIS', 'ALLIES'] as const) {
        const living = world.fighters.filter(({ alive, team }) => alive && team === side)
        if (living.length >= 2) team_cohesion.push(cohesionOf(world, side, living))
        if (!everySecond) continue
        push(side, living)
        const enemies = world.fighters.filter(({ alive, team }) => alive && team !== side)
        for (const enemy of enemies) opportunities(world, enemy, living, crossfire_opportunities)
      }
    },
    rows: () => ({ team_cohesion, crossfire_opportunities, team_pushes }),
  }
}

function cohesionOf(world: World, team: Side, living: readonly Fighter[]): Rows['team_cohesion'][number] {
  const x = living.reduce((sum, one) => sum + one.x, 0) / living.length
  const y = living.reduce((sum, one) => sum + one.y, 0) / living.length
  const away = living.map((one) => Math.hypot(one.x - x, one.y - y))
  let max_spread = 0
  let buddy_distance = Number.POSITIVE_INFINITY
  let buddies: readonly string[] = []
  living.forEach((one, i) => {
    for (const other of living.slice(i + 1)) {
      const apart = distance(one, other)
      max_spread = Math.max(max_spread, apart)
      if (apart >= buddy_distance) continue
      buddy_distance = apart
      buddies = [one.guid, other.guid]
    }
  })
  return {
    time_ms: world.time_ms,
    team,
    alive_count: living.length,
    centroid_x: x,
    centroid_y: y,
    dispersion: away.reduce((sum, one) => sum + one, 0) / living.length,
    max_spread,
    straggler_count: away.filter((one) => one > STRAGGLER_DISTANCE).length,
    buddy_pair_guids: buddies,
    buddy_distance,
  }
}

/** Pairs who see the enemy from directions far apart. */
function opportunities(
  world: World,
  enemy: Fighter,
  living: readonly Fighter[],
  into: Rows['crossfire_opportunities'][number][],
): void {
  const seeing = living.filter((one) => one.enemy === enemy && distance(one, enemy) < REACH)
  seeing.forEach((one, i) => {
    for (const other of seeing.slice(i + 1)) {
      const angle = angleBetween(enemy, one, other)
      if (angle < WIDE_DEGREES) continue
      into.push({
        time_ms: world.time_ms,
        target_guid: enemy.guid,
        target_name: enemy.name,
        target_team: enemy.team,
        teammate1_guid: one.guid,
        teammate2_guid: other.guid,
        angular_separation: angle,
        was_executed: one.burst > 8 && other.burst > 8,
        damage_within_window: one.burst + other.burst,
      })
    }
  })
}

function angleBetween(from: Fighter, a: Fighter, b: Fighter): number {
  const turn = Math.atan2(a.y - from.y, a.x - from.x) - Math.atan2(b.y - from.y, b.x - from.x)
  return (Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn))) * 180) / Math.PI
}

function pushOf(world: World, team: Side, living: readonly Fighter[]): Push | undefined {
  const x = living.reduce((sum, { velocity_x }) => sum + velocity_x, 0) / living.length
  const y = living.reduce((sum, { velocity_y }) => sum + velocity_y, 0) / living.length
  const speed = living.reduce((sum, one) => sum + Math.hypot(one.velocity_x, one.velocity_y), 0) / living.length
  const alignment_score = Math.hypot(x, y) / speed
  if (living.length < 2 || !(speed > FAST) || alignment_score < ALIGNED) return undefined
  return {
    start_time_ms: world.time_ms,
    end_time_ms: world.time_ms,
    team,
    avg_speed: speed,
    direction_x: x / Math.hypot(x, y),
    direction_y: y / Math.hypot(x, y),
    alignment_score,
    push_quality: (alignment_score * speed) / 300,
    participant_count: living.length,
    toward_objective: x > 0 ? 'NO' : (world.arena.objectives[0]?.name ?? 'N/A'),
  }
}
