import type { Path } from '../format/codec.ts'
import { rounded } from '../metrics/rounding.ts'

/** A shorter step has no direction worth the name, units. */
const SHORTEST_STEP = 5
/** A smaller change of direction is no turn, degrees. */
const SMALLEST_TURN = 40

/** A change of direction, stamped with the later point. */
export interface Turn {
  readonly time: number
  /** Counter-clockwise positive. */
  readonly angle_deg: number
  readonly x: number
  readonly y: number
}

/** How somebody moved: his way in the plane and his turns. */
export interface Strafe {
  readonly duration_ms: number
  readonly total_distance: number
  readonly avg_speed: number
  readonly turn_count: number
  /** Turns per second. */
  readonly turn_rate: number
  readonly events: readonly Turn[]
}

const NOTHING: Strafe = { duration_ms: 0, total_distance: 0, avg_speed: 0, turn_count: 0, turn_rate: 0, events: [] }

/** The way and the turns between two times. Fewer than three points tell nothing. */
export function strafeOf(path: Path, from_ms: number, to_ms: number): Strafe {
  const points = pointsBetween(path, from_ms, to_ms)
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 3 || first === undefined || last === undefined) return NOTHING
  let distance = 0
  let heading: number | undefined
  const turns: Turn[] = []
  for (const [i, to] of points.entries()) {
    const from = points[i - 1]
    if (from === undefined) continue
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const step = Math.sqrt(dx * dx + dy * dy)
    if (step < SHORTEST_STEP) continue
    distance += step
    const next = (Math.atan2(dy, dx) * 180) / Math.PI
    if (heading !== undefined) {
      const angle = normalised(next - heading)
      if (Math.abs(angle) >= SMALLEST_TURN) {
        turns.push({ time: to.time, angle_deg: rounded(angle, 1), x: to.x, y: to.y })
      }
    }
    heading = next
  }
  const duration_ms = last.time - first.time
  const seconds = Math.max(duration_ms / 1000, 0.001)
  return {
    duration_ms,
    total_distance: rounded(distance, 1),
    avg_speed: rounded(distance / seconds, 2),
    turn_count: turns.length,
    turn_rate: rounded(turns.length / seconds, 2),
    events: turns,
  }
}

function pointsBetween(path: Path, from_ms: number, to_ms: number) {
  const points: { readonly time: number; readonly x: number; readonly y: number }[] = []
  for (let i = 0; i < path.length; i++) {
    const time = path.time_ms[i] as number
    if (time >= from_ms && time <= to_ms) points.push({ time, x: path.x[i] as number, y: path.y[i] as number })
  }
  return points
}

/** An angle between -180 and 180 degrees. */
function normalised(angle: number): number {
  if (angle > 180) return angle - 360
  return angle < -180 ? angle + 360 : angle
}
