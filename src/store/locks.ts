import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'

// any constant that no other lock of the program uses
const IMPORTS = 7_036_875

/** One import at a time writes, until the transaction ends: two processes with the same file give one copy (L-22). */
export async function lockImports(trx: Kysely<Database>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(IMPORTS)})`.execute(trx)
}
