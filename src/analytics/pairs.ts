import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { namedPeople } from './named-people.ts'
import { backgroundOf, comparedWith, ratesOf } from './pair-rates.ts'
import { type PairSums, pairSums } from './pair-sums.ts'
import { guidsOfPeople } from './people.ts'
import type { Scope } from './scope.ts'

/** All pairs of a scope by time together, the first `limit` of them, with what is more or less than expected. */
export async function pairs(db: Kysely<Database>, scope: Scope, limit: number) {
  const sums = await pairSums(db, scope)
  const background = backgroundOf(sums)
  const guids = await guidsOfPeople(db)
  const guidsOf = ({ player1_id, player2_id }: PairSums) => `${guids.get(player1_id)} ${guids.get(player2_id)}`
  const together = sums.filter(({ rounds }) => rounds > 0)
  const shown = together
    .map((pair) => ({ pair, guids: guidsOf(pair) }))
    .sort((a, b) => b.pair.together_ms - a.pair.together_ms || (a.guids < b.guids ? -1 : 1))
    .slice(0, limit)
    .map(({ pair }) => pair)
  const ids = [...new Set(shown.flatMap(({ player1_id, player2_id }) => [player1_id, player2_id]))]
  const named = await namedPeople(db, ids)
  const places = new Map(ids.map((id, place) => [id, place]))
  return {
    total: together.length,
    people: ids.map(named),
    pairs: shown.map((pair) => {
      const rates = ratesOf(pair)
      return {
        player1: places.get(pair.player1_id) as number,
        player2: places.get(pair.player2_id) as number,
        rounds: pair.rounds,
        together_ms: pair.together_ms,
        results: { known: pair.known, won: pair.won },
        rates,
        synergy: comparedWith(background, rates, pair.player1_id, pair.player2_id).synergy,
      }
    }),
  }
}
