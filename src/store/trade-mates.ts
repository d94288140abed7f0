import type { TradeRow } from '../metrics/derived.ts'
import { personMark } from './insert-texts.ts'

/** The lists of mates in a row of derived_trade, each with a number. */
const OPPORTUNITY = 0
const ATTEMPT = 1
/** Also known to SQL. */
export const SUCCESS = 2
const MISSED = 3

/** Numbers of a mate: list, person, and two of the list's own. */
export const MATE_NUMBERS = 4

/** Distances have one decimal. */
const TENTHS = 10

/** The mates of all lists, in one array: JSON took three times the room. Null: there are none. */
export function matesText({ opportunities, attempts, successes, missed }: TradeRow): string | null {
  const tenths = (distance: number) => Math.round(distance * TENTHS)
  const mate = (list: number, person: number, first: number, second: number) =>
    [list, personMark(person), first, second].join(',')
  const mates = [
    ...opportunities.map(({ player, distance, delta_ms }) => mate(OPPORTUNITY, player, tenths(distance), delta_ms)),
    ...attempts.map(({ player, first_hit_ms, damage }) => mate(ATTEMPT, player, first_hit_ms, damage)),
    ...successes.map(({ player, kill_time_ms }) => mate(SUCCESS, player, kill_time_ms, 0)),
    ...missed.map(({ player, distance }) => mate(MISSED, player, tenths(distance), 0)),
  ]
  return mates.length === 0 ? null : `{${mates.join(',')}}`
}

/** What {@link matesText} wrote, with the ids of people. */
export function matesOf(mates: readonly number[] | null) {
  const all = Array.from({ length: (mates ?? []).length / MATE_NUMBERS }, (_, i) =>
    (mates ?? []).slice(i * MATE_NUMBERS, (i + 1) * MATE_NUMBERS),
  ) as [list: number, player_id: number, first: number, second: number][]
  const of = (list: number) => all.filter(([of]) => of === list)
  return {
    opportunities: of(OPPORTUNITY).map(([, player_id, distance, delta_ms]) => ({
      ...{ player_id, distance: distance / TENTHS, delta_ms },
    })),
    attempts: of(ATTEMPT).map(([, player_id, first_hit_ms, damage]) => ({ player_id, first_hit_ms, damage })),
    successes: of(SUCCESS).map(([, player_id, kill_time_ms]) => ({ player_id, kill_time_ms })),
    missed: of(MISSED).map(([, player_id, distance]) => ({ player_id, distance: distance / TENTHS })),
  }
}
