import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from './database.ts'

/** One column of many rows. `smallint[]`, `integer[]` and `jsonb` values are given as their text. */
export interface BulkColumn {
  readonly name: string
  readonly type: string
  readonly values: readonly unknown[]
}

/** Rows per statement: keeps a statement of the largest rounds at some megabytes. */
const CHUNK = 20_000

// what cannot be an element of an array parameter travels as text
const AS_TEXT: ReadonlySet<string> = new Set(['int2[]', 'int4[]', 'jsonb'])

/** An insert that waits for its turn. */
export interface Insert {
  readonly query: RawBuilder<unknown>
  readonly letters: number
}

/**
 * The inserts of rows given by columns, thousands per statement. Each column is one array parameter in PostgreSQL's text
 * form, so that server and embedded database take the same statement. With `numbered`, row_no counts the rows from 0.
 */
export function insertsOf(table: string, roundId: number, columns: readonly BulkColumn[], numbered = false): Insert[] {
  const count = columns[0]?.values.length ?? 0
  const names = columns.map(({ name }) => sql.ref(name))
  const keys = [sql.ref('round_id'), ...(numbered ? [sql.ref('row_no')] : [])]
  const inserts: Insert[] = []
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(from + CHUNK, count)
    const texts = columns.map((column) => arrayTextOf(column, from, to))
    const arrays = columns.map((column, i) => sql`${texts[i]}::text::${sql.raw(elementOf(column))}[]`)
    const values = columns.map(({ type }, i) => {
      const value = sql.raw(`u.c${i}`)
      return AS_TEXT.has(type) ? sql`${value}::${sql.raw(type)}` : value
    })
    const aliases = sql.raw([...columns.map((_, i) => `c${i}`), 'place'].join(', '))
    const key: RawBuilder<unknown>[] = [sql`${roundId}::integer`]
    if (numbered) key.push(sql`(u.place - 1 + ${from}::integer)::integer`)
    const query = sql`insert into ${sql.table(table)} (${sql.join([...keys, ...names])})
      select ${sql.join([...key, ...values])}
      from unnest(${sql.join(arrays)}) with ordinality as u (${aliases})`
    inserts.push({ query, letters: texts.reduce((sum, text) => sum + text.length, 0) })
  }
  return inserts
}

/** Text in one statement: a round of a dozen players fits, and a large one stays at some megabytes of memory. */
const STATEMENT_LETTERS = 4_000_000

/**
 * Runs inserts, many in one statement: a round is twenty tables, and each trip to the server costs as much as a small
 * insert itself.
 */
export async function runInserts(db: Kysely<Database>, inserts: readonly Insert[]): Promise<void> {
  let letters = 0
  let batch: RawBuilder<unknown>[] = []
  const flush = async () => {
    const parts = batch.map((query, i) => sql`${sql.ref(`part_${i}`)} as (${query})`)
    batch = []
    letters = 0
    if (parts.length > 0) await sql`with ${sql.join(parts)} select 1`.execute(db)
  }
  for (const insert of inserts) {
    if (letters + insert.letters > STATEMENT_LETTERS) await flush()
    batch.push(insert.query)
    letters += insert.letters
  }
  await flush()
}

function elementOf({ type }: BulkColumn): string {
  return AS_TEXT.has(type) ? 'text' : type
}

function arrayTextOf(column: BulkColumn, from: number, to: number): string {
  const { values } = column
  return arrayText(elementOf(column), from === 0 && to === values.length ? values : values.slice(from, to))
}

/** An array as PostgreSQL spells it. */
export function arrayText(type: string, values: readonly unknown[]): string {
  const spell = type === 'text' ? quote : type === 'bytea' ? bytes : type === 'bool' ? bool : String
  let text = '{'
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (i > 0) text += ','
    text += value === null || value === undefined ? 'NULL' : spell(value)
  }
  return `${text}}`
}

function quote(value: unknown): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`
}

function bytes(value: unknown): string {
  const { buffer, byteOffset, byteLength } = value as Uint8Array
  return `"\\\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}"`
}

function bool(value: unknown): string {
  return value === true ? 't' : 'f'
}
