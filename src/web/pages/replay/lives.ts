import type { LifePath } from '../../../contract/packed-path.ts'
import type { Round } from '../../round/use-round.ts'
import { wayOf } from '../../round/ways.ts'

/** One life as it was recorded. */
export interface Life {
  readonly player: number
  readonly team: string
  readonly player_class: string
  readonly start_ms: number
  /** Time of the last sample. */
  readonly end_ms: number
  readonly path: LifePath
}

/** Samples further apart than this many usual distances leave a gap. */
const GAP_FACTOR = 2.5

/** The lives of a round that have a sample, in the order of time. */
export function livesOf({ tracks }: Round): readonly Life[] {
  const lives = tracks.flatMap((track) => {
    const { player, team, player_class } = track
    const path = wayOf(track)
    if (path.length === 0) return []
    const start_ms = path.time_ms[0] as number
    const end_ms = path.time_ms[path.length - 1] as number
    return [{ player, team, player_class, start_ms, end_ms, path }]
  })
  return lives.sort((a, b) => a.start_ms - b.start_ms)
}

/** The usual time between two samples of the round, ms: half of all are no longer. Null without any two. */
export function usualStep(lives: readonly Life[]): number | null {
  const counts = new Map<number, number>()
  let steps = 0
  for (const { path } of lives) {
    for (let i = 1; i < path.length; i++) {
      const step = (path.time_ms[i] as number) - (path.time_ms[i - 1] as number)
      counts.set(step, (counts.get(step) ?? 0) + 1)
      steps += 1
    }
  }
  let shorter = 0
  for (const [step, count] of [...counts].sort(([a], [b]) => a - b)) {
    shorter += count
    if (shorter * 2 >= steps) return step
  }
  return null
}

/** The longest time between two samples across which a player can be taken to have gone straight, ms. */
export function longestStep(lives: readonly Life[], asked_ms: number | null): number {
  return GAP_FACTOR * Math.max(asked_ms ?? 0, usualStep(lives) ?? 0)
}
