import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { namedPeople } from './named-people.ts'
import { roundsIn, type Scope } from './scope.ts'

const MOST = 100

/** Who was on a map, the longest first. */
export async function mapPeople(db: Kysely<Database>, scope: Scope) {
  const rows = await db
    .selectFrom('derived_presence as here')
    .innerJoin('player', 'player.id', 'here.player_id')
    .where('here.round_id', 'in', roundsIn(db, { ...scope, player_guid: null }))
    .groupBy(['player.id', 'player.guid'])
    .select(['player.id', sql<number>`sum(here.time_ms)::bigint`.as('presence_ms')])
    .orderBy('presence_ms', 'desc')
    .orderBy('player.guid')
    .limit(MOST)
    .execute()
  const named = await namedPeople(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, presence_ms }) => ({ ...named(id), presence_ms }))
}
