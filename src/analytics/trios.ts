import type { Kysely } from 'kysely'
import { intervalOf } from '../metrics/share-interval.ts'
import { LEAST_CHANCES, shareOf } from '../metrics/synergy.ts'
import type { Database } from '../store/database.ts'
import { triosIn } from '../store/trio-bytes.ts'
import { namedPeople } from './named-people.ts'
import { withInterval } from './pair-rates.ts'
import { guidsOfPeople } from './people.ts'
import { countedRounds, type Scope } from './scope.ts'

interface TrioSums {
  /** By identifier. */
  readonly ids: readonly number[]
  readonly guids: string
  rounds: number
  together_ms: number
  crossfire_chances: number
  crossfire_count: number
  crossfires_of_three: number
  known: number
  won: number
}

/** Three people of one side by the lower bound of their share of crossfires; those with few chances last (L-51). */
export async function trios(db: Kysely<Database>, scope: Scope, limit: number) {
  const sums = [...(await sumsByTrio(db, scope)).values()]
  const low = ({ crossfire_count: done, crossfire_chances: chances }: TrioSums) =>
    chances < LEAST_CHANCES ? -1 : shareOf({ done, chances }).low
  const shown = sums
    .map((trio) => ({ trio, low: low(trio) }))
    .sort((a, b) => b.low - a.low || b.trio.together_ms - a.trio.together_ms || (a.trio.guids < b.trio.guids ? -1 : 1))
    .slice(0, limit)
    .map(({ trio }) => trio)
  const ids = [...new Set(shown.flatMap((trio) => trio.ids))]
  const named = await namedPeople(db, ids)
  const places = new Map(ids.map((id, place) => [id, place]))
  return {
    total: sums.length,
    people: ids.map(named),
    trios: shown.map((trio) => ({
      players: trio.ids.map((id) => places.get(id) as number),
      rounds: trio.rounds,
      together_ms: trio.together_ms,
      crossfires: withInterval({ done: trio.crossfire_count, chances: trio.crossfire_chances }),
      crossfires_of_three: trio.crossfires_of_three,
      results: { known: trio.known, won: trio.won, interval: intervalOf(trio.won, trio.known) },
    })),
  }
}

async function sumsByTrio(db: Kysely<Database>, scope: Scope): Promise<ReadonlyMap<string, TrioSums>> {
  const guids = await guidsOfPeople(db)
  const rows = await countedRounds(db, scope)
    .innerJoin('derived_trio as stored', 'stored.round_id', 'rounds.id')
    .select(['stored.player_ids', 'stored.trios', 'rounds.winner_team'])
    .execute()
  const found = new Map<string, TrioSums>()
  for (const { player_ids, trios: data, winner_team } of rows) {
    for (const { people, team, ...stored } of triosIn(data)) {
      const ids = people.map((place) => player_ids[place] as number)
      // bots have none here
      if (!ids.every((id) => guids.has(id))) continue
      const key = ids.sort((a, b) => a - b).join(' ')
      const trio = found.get(key) ?? none(ids, guids)
      found.set(key, trio)
      trio.rounds += 1
      trio.together_ms += stored.together_ms
      trio.crossfire_chances += stored.crossfire_chances
      trio.crossfire_count += stored.crossfire_count
      trio.crossfires_of_three += stored.crossfires_of_three
      if (winner_team > 0) trio.known += 1
      if (winner_team === team + 1) trio.won += 1
    }
  }
  return found
}

function none(of: readonly number[], guids: ReadonlyMap<number, string>): TrioSums {
  const people = of.map((id) => ({ id, guid: guids.get(id) ?? '' })).sort((a, b) => (a.guid < b.guid ? -1 : 1))
  return {
    ids: people.map(({ id }) => id),
    guids: people.map(({ guid }) => guid).join(' '),
    rounds: 0,
    together_ms: 0,
    crossfire_chances: 0,
    crossfire_count: 0,
    crossfires_of_three: 0,
    known: 0,
    won: 0,
  }
}
