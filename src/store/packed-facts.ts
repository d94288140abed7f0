import type { Codec } from '../format/codec.ts'
import type { NameNumbers } from '../metrics/name-numbers.ts'
import type { FactColumn, FactTable } from './fact-columns.ts'
import { columnsOf } from './fact-rows.ts'
import { arrayText, type Insert, insertsOf } from './insert-texts.ts'
import { packRows, unpackRows } from './packed-rows.ts'

/** Rows in one value: keeps what reading a part of a round costs small. */
const CHUNK = 10_000

/** A decimal is stored as a whole number of its smallest steps; coordinates of old files have one decimal. */
function steps({ kind, places }: Codec<unknown>): number {
  if (kind === 'coordinate') return 10
  return kind === 'decimal' ? 10 ** places : 1
}

/** Numbers that a column takes in a packed row: a list of players is always a pair here. */
function widthOf({ codec }: FactColumn): number {
  return codec.kind === 'guids' ? 2 : 1
}

/** Numbers in a packed row of a table. */
function packedWidth({ columns }: FactTable): number {
  return columns.reduce((sum, column) => sum + widthOf(column), 0)
}

const NOBODY = -1
/** An optional value that is not there; those from 0 on are one more than they are. */
const ABSENT = 0

/** The inserts of a section of thousands of rows, packed. */
export function packedInserts(
  table: FactTable,
  rows: readonly Readonly<Record<string, unknown>>[],
  names: NameNumbers,
): Insert[] {
  const columns = columnsOf(table, rows, names)
  const words: string[] = []
  const width = packedWidth(table)
  const starts: number[] = []
  for (let start = 0; start < rows.length; start += CHUNK) starts.push(start)
  const chunks = starts.map((start) => {
    const numbers: number[] = []
    for (let row = start; row < Math.min(start + CHUNK, rows.length); row++) {
      for (let i = 0; i < columns.length; i++) {
        pushNumbers(numbers, table.columns[i] as FactColumn, columns[i]?.values[row], words)
      }
    }
    return numbers
  })
  const list = { name: 'words', type: 'text[]', values: chunks.map(() => arrayText('text', words)) }
  return insertsOf(table.table, [
    { name: 'row_no', type: 'int4', values: starts },
    { name: 'rows', type: 'int4', values: chunks.map(({ length }) => length / width) },
    { name: 'data', type: 'bytea', values: chunks.map((chunk) => packRows(chunk, width)) },
    ...(table.words ? [list] : []),
  ])
}

/** Adds the numbers of a value in a packed row; a word that is new is added to `words`. */
function pushNumbers(numbers: number[], { codec }: FactColumn, value: unknown, words: string[]): void {
  if (codec.kind === 'guids') {
    const pair = unpackRows(value as Uint8Array, 1).map(([no]) => no as number)
    numbers.push(pair[0] ?? NOBODY, pair[1] ?? NOBODY)
    return
  }
  if (codec.optional && (value === null || value === undefined)) {
    numbers.push(ABSENT)
    return
  }
  const number =
    codec.kind === 'word'
      ? placeIn(words, value as string)
      : typeof value === 'boolean'
        ? Number(value)
        : Math.round((value as number) * steps(codec))
  numbers.push(codec.optional && number >= 0 ? number + 1 : number)
}

function placeIn(words: string[], word: string): number {
  const known = words.indexOf(word)
  return known === -1 ? words.push(word) - 1 : known
}

/** Rows of a packed section as if each stood in columns of its own. */
export function packedRows(table: FactTable, data: Uint8Array, words: readonly string[]): Record<string, unknown>[] {
  return unpackRows(data, packedWidth(table)).map((numbers) => valuesOf(table, numbers, words))
}

function valuesOf(
  { columns }: FactTable,
  numbers: readonly number[],
  words: readonly string[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  let at = 0
  for (const column of columns) {
    const { name, codec } = column
    const number = numbers[at] as number
    if (codec.kind === 'guids') {
      const pair = numbers.slice(at, at + 2).filter((no) => no !== NOBODY)
      values[name] = packRows(pair, 1)
    } else values[name] = codec.optional ? optionalValue(codec, number, words) : plainValue(codec, number, words)
    at += widthOf(column)
  }
  return values
}

function optionalValue(codec: Codec<unknown>, number: number, words: readonly string[]): unknown {
  if (number === ABSENT) return null
  return plainValue(codec, number > 0 ? number - 1 : number, words)
}

function plainValue(codec: Codec<unknown>, number: number, words: readonly string[]): unknown {
  if (codec.kind === 'flag') return number === 1
  return codec.kind === 'word' ? words[number] : number / steps(codec)
}
