import { setImmediate as immediately } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Insert } from './insert-texts.ts'

/** Where an insert goes: the round, and the player ids of the roster's people. */
export interface InsertTarget {
  readonly round_id: number
  readonly people: readonly number[]
}

/**
 * The statement of an insert. Each column is one array parameter in a form of PostgreSQL's own, so that server and embedded
 * database take the same statement.
 */
function statementOf({ table, first_row, columns }: Insert, { round_id, people }: InsertTarget): RawBuilder<unknown> {
  const keys = [sql.ref('round_id'), ...(first_row === null ? [] : [sql.ref('row_no')])]
  const arrays = columns.map(({ element, has_people, array }) => {
    if (typeof array !== 'string') return sql`${array}::bytea[]`
    const known = has_people ? array.replace(/@(\d+)/g, (_, person) => String(people[person])) : array
    return sql`${known}::text::${sql.raw(element)}[]`
  })
  const values = columns.map(({ type, element }, i) => sql.raw(type === element ? `u.c${i}` : `u.c${i}::${type}`))
  const aliases = sql.raw([...columns.map((_, i) => `c${i}`), 'place'].join(', '))
  const key: RawBuilder<unknown>[] = [sql`${round_id}::integer`]
  if (first_row !== null) key.push(sql`(u.place - 1 + ${first_row}::integer)::integer`)
  return sql`insert into ${sql.table(table)} (${sql.join([...keys, ...columns.map(({ name }) => sql.ref(name))])})
      select ${sql.join([...key, ...values])}
      from unnest(${sql.join(arrays)}) with ordinality as u (${aliases})`
}

/** Letters and bytes in one statement: a round of a dozen players fits, a large one stays at some megabytes of memory. */
const STATEMENT_LETTERS = 1_000_000

/**
 * Runs inserts, many in one statement: a round is twenty tables, and each trip to the server costs as much as a small
 * insert itself.
 */
export async function runInserts(
  db: Kysely<Database>,
  target: InsertTarget,
  inserts: readonly Insert[],
): Promise<void> {
  let letters = 0
  let batch: RawBuilder<unknown>[] = []
  const flush = async () => {
    const parts = batch.map((query, i) => sql`${sql.ref(`part_${i}`)} as (${query})`)
    batch = []
    letters = 0
    if (parts.length === 0) return
    await sql`with ${sql.join(parts)} select 1`.execute(db)
    // the embedded database answers without waiting for anything: nobody else would have a turn before the commit
    await immediately()
  }
  for (const insert of inserts) {
    const length = insert.columns.reduce((sum, { array }) => sum + array.length, 0)
    if (letters + length > STATEMENT_LETTERS) await flush()
    batch.push(statementOf(insert, target))
    letters += length
  }
  await flush()
}
