/**
 * One column of many rows. `smallint[]`, `integer[]` and `text[]` values are given as their text. The types of
 * {@link PEOPLE} hold people by {@link personMark}: what is prepared without the database knows no ids.
 */
export interface BulkColumn {
  readonly name: string
  readonly type: string
  readonly values: readonly unknown[]
}

/** Rows of one table, ready to be inserted into any round: plain data, so that another thread can make them. */
export interface Insert {
  readonly table: string
  /** Number of the first row where row_no counts the rows; null where the columns hold all keys. */
  readonly first_row: number | null
  readonly columns: readonly InsertColumn[]
}

interface InsertColumn {
  readonly name: string
  readonly type: string
  /** Type of the array's elements: `text` where the column's own cannot be one. */
  readonly element: string
  /** True: {@link personMark}s stand in the text. */
  readonly has_people: boolean
  /** The values: an array in PostgreSQL's text form, or of bytes in its binary one. */
  readonly array: string | Uint8Array
}

/** Rows per statement: keeps a statement of the largest rounds at some megabytes. */
const CHUNK = 20_000

// the columns that hold people, and what they are in the table
const PEOPLE: Readonly<Record<string, string>> = { person: 'int4', 'person[]': 'int4[]' }

// what cannot be an element of an array parameter travels as text
const AS_TEXT: ReadonlySet<string> = new Set(['int2[]', 'int4[]', 'text[]'])

/** Stands for the id of one of the roster's people until it is known. */
export function personMark(person: number): string {
  return `@${person}`
}

/** The inserts of rows given by columns, thousands per statement. With `numbered`, row_no counts the rows from 0. */
export function insertsOf(table: string, columns: readonly BulkColumn[], numbered = false): Insert[] {
  const count = columns[0]?.values.length ?? 0
  const inserts: Insert[] = []
  for (let from = 0; from < count; from += CHUNK) {
    inserts.push({
      table,
      first_row: numbered ? from : null,
      columns: columns.map((column) => insertColumn(column, from, Math.min(from + CHUNK, count))),
    })
  }
  return inserts
}

function insertColumn({ name, type: kind, values }: BulkColumn, from: number, to: number): InsertColumn {
  const type = PEOPLE[kind] ?? kind
  const element = AS_TEXT.has(type) ? 'text' : type
  const part = from === 0 && to === values.length ? values : values.slice(from, to)
  const array = type === 'bytea' ? byteArray(part as readonly (Uint8Array | null)[]) : arrayText(element, part)
  return { name, type, element, has_people: kind in PEOPLE, array }
}

/** An array as PostgreSQL spells it. */
export function arrayText(type: string, values: readonly unknown[]): string {
  const spell = type === 'text' ? quote : type === 'bool' ? bool : (value: unknown) => value
  return `{${values.map((value) => (value === null || value === undefined ? 'NULL' : spell(value))).join(',')}}`
}

function quote(value: unknown): string {
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`
}

const BYTEA = 17
const INT = 4
// dimensions, whether there are nulls, type of the elements, how many, number of the first
const ARRAY_HEAD = 5 * INT
const NULL_LENGTH = -1

/** An array of bytes as PostgreSQL sends and takes it: half of what its text takes, and nothing to spell or to read. */
export function byteArray(values: readonly (Uint8Array | null)[]): Uint8Array {
  const size = values.reduce((sum, value) => sum + INT + (value?.length ?? 0), ARRAY_HEAD)
  const array = new Uint8Array(size)
  const view = new DataView(array.buffer)
  for (const [i, number] of [1, values.includes(null) ? 1 : 0, BYTEA, values.length, 1].entries()) {
    view.setInt32(i * INT, number)
  }
  let at = ARRAY_HEAD
  for (const value of values) {
    view.setInt32(at, value?.length ?? NULL_LENGTH)
    at += INT
    if (value === null) continue
    array.set(value, at)
    at += value.length
  }
  return array
}

function bool(value: unknown): string {
  return value === true ? 't' : 'f'
}
