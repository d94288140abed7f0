import { type Fight, fightsOf } from '../../round/fights.ts'
import type { Round } from '../../round/use-round.ts'

/** The fight of a moment: of those under way the one that began last, else the one that ended last; null: none yet. */
export function fightAt(round: Round, t_ms: number): Fight | null {
  const begun = fightsOf(round).filter(({ start_time_ms }) => start_time_ms <= t_ms)
  const underWay = begun.findLast(({ end_time_ms }) => end_time_ms >= t_ms)
  if (underWay !== undefined) return underWay
  return begun.reduce<Fight | null>(
    (last, one) => (last === null || one.end_time_ms > last.end_time_ms ? one : last),
    null,
  )
}
