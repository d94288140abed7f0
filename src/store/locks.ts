import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

// any constant that no other lock of the program uses
const IMPORTS = 7_036_875

/** One import at a time writes, until the transaction ends: two processes with the same file give one copy (L-22). */
export async function lockImports(trx: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(IMPORTS)})`.execute(trx)
}

const turns = new WeakMap<Kysely<Database>, Promise<unknown>>()

/**
 * Runs a transaction under the lock of imports. Those of one process wait before they take a connection, so that all use
 * the same one, which has learnt the statements and the tables.
 */
export async function importTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const before = turns.get(db) ?? Promise.resolve()
  const turn = before.then(
    async () =>
      await db.transaction().execute(async (trx) => {
        await lockImports(trx)
        return await work(trx)
      }),
  )
  turns.set(
    db,
    turn.catch(() => undefined),
  )
  return await turn
}
