import { type Fight, fightsOf } from '../../round/fights.ts'
import type { Round } from '../../round/use-round.ts'

/**
 * The fight of a moment: of those under way the one that began last, else the one that ended last, else the first to
 * come; null: there is none in the round.
 */
export function fightAt(round: Round, t_ms: number): Fight | null {
  const fights = fightsOf(round)
  const begun = fights.filter(({ start_time_ms }) => start_time_ms <= t_ms)
  const underWay = begun.findLast(({ end_time_ms }) => end_time_ms >= t_ms)
  if (underWay !== undefined) return underWay
  const [last = fights[0] ?? null] = begun.sort((a, b) => b.end_time_ms - a.end_time_ms)
  return last
}
