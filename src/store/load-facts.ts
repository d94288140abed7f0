import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import type { FactTable } from './fact-columns.ts'
import { packedRows } from './packed-facts.ts'

/** The rows of one section of a round, by the names of the table's columns, in the order of the file. */
export async function loadFacts(
  db: Kysely<Database>,
  table: FactTable,
  roundId: number,
): Promise<Readonly<Record<string, unknown>>[]> {
  const packed = table.words ? ['data', 'words'] : ['data']
  const names = (table.packed ? packed : table.columns.map(({ name }) => name)).map((name) => sql.ref(name))
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(names)} from ${sql.table(table.table)} where round_id = ${roundId} order by row_no`.execute(db)
  if (!table.packed) return rows
  return rows.flatMap(({ data, words }) => packedRows(table, data as Uint8Array, (words ?? []) as string[]))
}
