import type { Judged } from './engagements.ts'

/** A player stays in combat for this long after the last hit, ms (tracker-semantics 13.8). */
export const COMBAT_RECENCY_MS = 1500

export type Interval = readonly [from_ms: number, to_ms: number]

/** Joins intervals that overlap. */
function merged(intervals: Interval[]): readonly Interval[] {
  const joined: [number, number][] = []
  for (const [from, to] of intervals.sort(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/**
 * When each of `players` players was in combat with an enemy: as a target from the start to the end of the fight, as an
 * attacker from his first to his last hit, both {@link COMBAT_RECENCY_MS} longer. Hits within a side are no combat.
 */
export function combatTimes(judged: readonly Judged[], players: number): readonly (readonly Interval[])[] {
  const times = Array.from({ length: players }, (): Interval[] => [])
  for (const { category, target, engagement, enemies } of judged) {
    if (category !== 'fight') continue
    times[target]?.push([engagement.start_time_ms, engagement.end_time_ms + COMBAT_RECENCY_MS])
    for (const { player, first_hit_ms, last_hit_ms } of enemies) {
      times[player]?.push([first_hit_ms, last_hit_ms + COMBAT_RECENCY_MS])
    }
  }
  return times.map(merged)
}
