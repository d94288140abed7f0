import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { latestNames } from './latest-names.ts'

/** Identifier and latest name of people by id. */
export async function namedPeople(
  db: Kysely<Database>,
  ids: readonly number[],
): Promise<(id: number) => { readonly guid: string; readonly name: string }> {
  const wanted = [...new Set(ids)]
  const names = await latestNames(db, wanted)
  const rows =
    wanted.length === 0 ? [] : await db.selectFrom('player').where('id', 'in', wanted).select(['id', 'guid']).execute()
  const guids = new Map(rows.map(({ id, guid }) => [id, guid]))
  return (id) => ({ guid: guids.get(id) ?? '', name: names.get(id) ?? '' })
}
