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

/**
 * Inserts rows given by columns, thousands per statement. Each column is one array parameter in PostgreSQL's text form,
 * so that server and embedded database take the same statement. With `numbered`, row_no counts the rows from 0.
 */
export async function insertColumns(
  db: Kysely<Database>,
  table: string,
  roundId: number,
  columns: readonly BulkColumn[],
  numbered = false,
): Promise<void> {
  const count = columns[0]?.values.length ?? 0
  const names = columns.map(({ name }) => sql.ref(name))
  const keys = [sql.ref('round_id'), ...(numbered ? [sql.ref('row_no')] : [])]
  for (let from = 0; from < count; from += CHUNK) {
    const to = Math.min(from + CHUNK, count)
    const arrays = columns.map((column) => parameter(column, from, to))
    const values = columns.map(({ type }, i) => {
      const value = sql.raw(`u.c${i}`)
      return AS_TEXT.has(type) ? sql`${value}::${sql.raw(type)}` : value
    })
    const aliases = sql.raw([...columns.map((_, i) => `c${i}`), 'place'].join(', '))
    const key: RawBuilder<unknown>[] = [sql`${roundId}::integer`]
    if (numbered) key.push(sql`(u.place - 1 + ${from}::integer)::integer`)
    await sql`insert into ${sql.table(table)} (${sql.join([...keys, ...names])})
      select ${sql.join([...key, ...values])}
      from unnest(${sql.join(arrays)}) with ordinality as u (${aliases})`.execute(db)
  }
}

function parameter({ type, values }: BulkColumn, from: number, to: number): RawBuilder<unknown> {
  const part = from === 0 && to === values.length ? values : values.slice(from, to)
  const element = AS_TEXT.has(type) ? 'text' : type
  return sql`${arrayText(element, part)}::text::${sql.raw(element)}[]`
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
