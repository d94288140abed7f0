import type { Path } from '../format/codec.ts'
import type { Interval } from './combat.ts'
import type { Life, LivesByPlayer } from './lives.ts'
import { POSITION_TOLERANCE_MS } from './trades.ts'

/** A mate in combat this near supports, units, 2-D (tracker-semantics 13.8). */
export const SUPPORT_DISTANCE = 600

/** Points of one person, and how many of them had a mate in combat near. */
export interface Support {
  readonly support_samples: number
  readonly total_samples: number
}

/** A life, and which of its points had a mate in combat near. */
interface Samples {
  readonly life: Life
  readonly supported: Uint8Array
}

/** Index of the first time that is at least `time_ms`. */
function firstFrom({ time_ms: times, length }: Path, time_ms: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) < time_ms) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a path has points about a time: most lives lie elsewhere. */
function isWithin({ time_ms, length }: Path, from_ms: number, to_ms: number): boolean {
  return length > 0 && (time_ms[0] as number) <= to_ms && (time_ms[length - 1] as number) >= from_ms
}

/** Marks the points of a life from `from_ms` to `to_ms` that are near a mate on his way. */
function markNear({ life: { path }, supported }: Samples, mate: Path, from_ms: number, to_ms: number): void {
  const { time_ms, x, y } = path
  const { time_ms: times, length } = mate
  let after = firstFrom(mate, from_ms)
  for (let i = firstFrom(path, from_ms); i < path.length; i++) {
    const now = time_ms[i] as number
    if (now > to_ms) return
    if (supported[i] === 1) continue
    while (after < length && (times[after] as number) <= now) after += 1
    const early = after > 0 ? now - (times[after - 1] as number) : Number.POSITIVE_INFINITY
    const late = after < length ? (times[after] as number) - now : Number.POSITIVE_INFINITY
    const nearest = early <= late ? after - 1 : after
    if (Math.min(early, late) > POSITION_TOLERANCE_MS) continue
    const dx = (mate.x[nearest] as number) - (x[i] as number)
    const dy = (mate.y[nearest] as number) - (y[i] as number)
    if (dx * dx + dy * dy <= SUPPORT_DISTANCE * SUPPORT_DISTANCE) supported[i] = 1
  }
}

/**
 * For each player, at how many of the points of his lives a living mate in combat was within {@link SUPPORT_DISTANCE},
 * by that mate's point nearest in time (tracker-semantics 13.6, with every point). His own combat does not matter.
 *
 * @param combat when each player was in combat with an enemy
 */
export function supportByPlayer(lives: LivesByPlayer, combat: readonly (readonly Interval[])[]): readonly Support[] {
  const samples = lives.map((own) => own.map((life) => ({ life, supported: new Uint8Array(life.path.length) })))
  const all = samples.flat()
  // combat is the rarest of the three conditions, so it leads: each time a living mate fights, look who is near
  for (const mate of lives.flat()) {
    for (const [from, to] of combat[mate.player] ?? []) {
      const from_ms = Math.max(from, mate.spawn_ms)
      const to_ms = Math.min(to, mate.until_ms)
      if (from_ms > to_ms) continue
      for (const own of all) {
        const { player, team, path } = own.life
        if (team !== mate.team || player === mate.player || !isWithin(path, from_ms, to_ms)) continue
        markNear(own, mate.path, from_ms, to_ms)
      }
    }
  }
  return samples.map((own) => ({
    support_samples: own.reduce((sum, { supported }) => supported.reduce((marks, flag) => marks + flag, sum), 0),
    total_samples: own.reduce((sum, { life }) => sum + life.path.length, 0),
  }))
}
