import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'

/** The latest name of each of some people, raw: a rename makes nobody two people. */
export async function latestNames(db: Kysely<Database>, ids: Iterable<number>): Promise<ReadonlyMap<number, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('player_name')
    .select(['player_id', 'name'])
    .where('player_id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ player_id, name }) => [player_id, name]))
}
