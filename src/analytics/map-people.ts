import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { namedPeople } from './named-people.ts'
import { peopleIn } from './people.ts'
import type { Scope } from './scope.ts'

const MOST = 100

/** Who was on a map, the longest alive first. */
export async function mapPeople(db: Kysely<Database>, scope: Scope) {
  const rows = await peopleIn(db, { ...scope, player_guid: null })
    .innerJoin('player', 'player.id', 'derived_player.player_id')
    .groupBy(['player.id', 'player.guid'])
    .select(({ fn }) => ['player.id', fn.sum<number>('alive_ms').as('alive_ms')])
    .orderBy('alive_ms', 'desc')
    .orderBy('player.guid')
    .limit(MOST)
    .execute()
  const named = await namedPeople(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, alive_ms }) => ({ ...named(id), alive_ms }))
}
