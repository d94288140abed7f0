import type { Path, Team } from '../format/codec.ts'
import type { Interval } from './combat.ts'
import type { Life, LivesByPlayer } from './lives.ts'
import { inOrder } from './paths.ts'
import { POSITION_TOLERANCE_MS } from './trades.ts'

/** A mate in combat this near supports, units, 2-D (tracker-semantics 13.8). */
export const SUPPORT_DISTANCE = 600

/** Points of one person, and how many of them had a mate in combat near. */
export interface Support {
  readonly support_samples: number
  readonly total_samples: number
}

/** All points of one person on one side, by time. */
interface Samples {
  readonly player: number
  readonly team: Team
  readonly length: number
  readonly time_ms: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly supported: Uint8Array
}

function samplesOf(player: number, team: Team, lives: readonly Life[]): Samples {
  const length = lives.reduce((sum, { path }) => sum + path.length, 0)
  const [time_ms, x, y] = [new Int32Array(length), new Float64Array(length), new Float64Array(length)]
  let at = 0
  for (const { path } of lives) {
    time_ms.set(path.time_ms.subarray(0, path.length), at)
    x.set(path.x.subarray(0, path.length), at)
    y.set(path.y.subarray(0, path.length), at)
    at += path.length
  }
  return inOrder({ player, team, length, time_ms, x, y, supported: new Uint8Array(length) })
}

/** Index of the first time that is at least `time_ms`. */
function firstFrom({ time_ms: times, length }: Path | Samples, time_ms: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] as number) < time_ms) low = middle + 1
    else high = middle
  }
  return low
}

/** Marks the points of a player from `from_ms` to `to_ms` that are near a mate on his way. */
function markNear(samples: Samples, mate: Path, [from_ms, to_ms]: Interval): void {
  const { time_ms, x, y, supported } = samples
  const { time_ms: times, length } = mate
  let after = firstFrom(mate, from_ms)
  for (let i = firstFrom(samples, from_ms); i < samples.length; i++) {
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
  const all = lives.flatMap((own, player) =>
    [...new Set(own.map(({ team }) => team))].map((team) =>
      samplesOf(
        player,
        team,
        own.filter((life) => life.team === team),
      ),
    ),
  )
  // combat is the rarest of the three conditions, so it leads: each time a living mate fights, look who is near
  for (const mate of lives.flat()) {
    for (const [from, to] of combat[mate.player] ?? []) {
      const time: Interval = [Math.max(from, mate.spawn_ms), Math.min(to, mate.until_ms)]
      if (time[0] > time[1]) continue
      for (const samples of all) {
        if (samples.team === mate.team && samples.player !== mate.player) markNear(samples, mate.path, time)
      }
    }
  }
  return lives.map((_, player) => {
    const own = all.filter((samples) => samples.player === player)
    const marked = own.map(({ supported }) => supported.reduce((sum, flag) => sum + flag, 0))
    return {
      support_samples: marked.reduce((sum, count) => sum + count, 0),
      total_samples: own.reduce((sum, { length }) => sum + length, 0),
    }
  })
}
