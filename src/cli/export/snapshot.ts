import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import type { Store } from '../../store/open.ts'

/** Lets a piece of work see the data of one instant, and change nothing. */
export async function snapshot<T>({ db }: Store, work: (trx: Kysely<Database>) => Promise<T>): Promise<T> {
  return await db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
}

/** The rows of a query, `size` at a time, so that a long answer does not have to fit into memory. */
export async function* rowsOf(
  trx: Kysely<Database>,
  query: RawBuilder<unknown>,
  size: number,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  await sql`declare exported no scroll cursor for ${query}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(size)} from exported`.execute(trx)
    yield* rows
    if (rows.length < size) break
  }
  await sql`close exported`.execute(trx)
}
