import type { Path } from '../format/codec.ts'

/** Time after a spawn whose way is `post_spawn_distance`, ms (15 intervals of 200 ms in the original). */
export const POST_SPAWN_MS = 3000

const CROUCHING = 1
const PRONE = 2

/** 3-D length of the step that ends at point `to`, units. */
function step({ x, y, z }: Path, to: number): number {
  const dx = (x[to] as number) - (x[to - 1] as number)
  const dy = (y[to] as number) - (y[to - 1] as number)
  const dz = (z[to] as number) - (z[to - 1] as number)
  // Math.hypot makes garbage of its arguments, and a round has twenty thousand steps
  return Math.sqrt(dx * dx + dy * dy + dz * dz)
}

/** Sum of the 3-D steps of a path, units; null without points. */
export function pathDistance(path: Path): number | null {
  if (path.length === 0) return null
  let distance = 0
  for (let i = 1; i < path.length; i++) distance += step(path, i)
  return distance
}

/**
 * Way of the first {@link POST_SPAWN_MS} after the spawn, units; null without points. Of a step that goes beyond, the
 * share in proportion to the time counts, so that the sample interval does not change the result (L-12).
 */
export function postSpawnDistance(path: Path, spawn_ms: number): number | null {
  if (path.length === 0) return null
  const end_ms = spawn_ms + POST_SPAWN_MS
  let distance = 0
  for (let i = 1; i < path.length; i++) {
    const from_ms = path.time_ms[i - 1] as number
    const to_ms = path.time_ms[i] as number
    if (from_ms >= end_ms) break
    distance += to_ms <= end_ms ? step(path, i) : (step(path, i) * (end_ms - from_ms)) / (to_ms - from_ms)
  }
  return distance
}

/** Mean of the horizontal speeds above 0 and the greatest speed, units/s; null without such points, without points. */
export function speeds({ speed, length }: Path): { readonly average: number | null; readonly peak: number | null } {
  let sum = 0
  let moving = 0
  let peak = 0
  for (let i = 0; i < length; i++) {
    const value = speed[i] as number
    if (value > 0) {
      sum += value
      moving += 1
    }
    if (value > peak) peak = value
  }
  return { average: moving === 0 ? null : sum / moving, peak: length === 0 ? null : peak }
}

/** Share of all points with sprint, spawn and final point included, 0 to 100; null without points. */
export function sprintPercentage({ sprint, length }: Path): number | null {
  if (length === 0) return null
  let sprinting = 0
  for (let i = 0; i < length; i++) if (sprint[i] === 1) sprinting += 1
  return (sprinting / length) * 100
}

/** How long a player stood, crouched, lay and sprinted, ms. */
export interface StanceTimes {
  readonly standing_ms: number
  readonly crouching_ms: number
  readonly prone_ms: number
  readonly sprint_ms: number
}

/** Each point lasts until the next one, within the life from `spawn_ms` to `end_ms` (D44). */
export function stanceTimes({ time_ms, stance, sprint, length }: Path, spawn_ms: number, end_ms: number): StanceTimes {
  const times = { standing_ms: 0, crouching_ms: 0, prone_ms: 0, sprint_ms: 0 }
  for (let i = 0; i + 1 < length; i++) {
    const from = Math.max(time_ms[i] as number, spawn_ms)
    const lasted = Math.max(0, Math.min(time_ms[i + 1] as number, end_ms) - from)
    if (stance[i] === PRONE) times.prone_ms += lasted
    else if (stance[i] === CROUCHING) times.crouching_ms += lasted
    else times.standing_ms += lasted
    if (sprint[i] === 1) times.sprint_ms += lasted
  }
  return times
}
