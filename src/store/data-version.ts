import type { Kysely } from 'kysely'
import type { Database } from './database.ts'

/** Marks the data as changed: every cached answer is outdated (L-55). */
export async function touchData(trx: Kysely<Database>): Promise<void> {
  await trx
    .updateTable('data_version')
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .execute()
}

/** Grows with every change of the data. */
export async function dataVersion(db: Kysely<Database>): Promise<number> {
  return (await db.selectFrom('data_version').select('version').executeTakeFirstOrThrow()).version
}
