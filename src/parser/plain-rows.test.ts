import { describe, expect, test } from 'vitest'
import type { Field, Kind } from '../format/codec.ts'
import { encodeText } from '../format/file-text.ts'
import { SECTIONS } from '../format/sections.ts'
import { cursorOf } from './plain-fields.ts'
import { PLAIN_ROWS } from './plain-rows.ts'
import { layoutsOf, nextColumn, readRow } from './rows.ts'
import { textsOf } from './text.ts'

type Section = (typeof SECTIONS)[number]

const VALID: Readonly<Record<Kind, string>> = {
  int: '150',
  decimal: '12.34',
  coordinate: '-503.6',
  text: '^1Fer ro',
  guid: '8ECCF8B44C058BC3C1FE1F5606FDEEA2',
  word: 'round_end',
  team: 'ALLIES',
  player_class: 'MEDIC',
  flag: '1',
  guids: 'A1,B2',
  positions: '',
  attackers: '',
  path: '',
}

// of each kind some, and what is nearly of it
const TEXTS = ['', '0', '1', '2', '-1', '-0', '007', '5.5', '-5.25', '5.', '.5', '-', '-.5', '5-', '+5', '1e3']
const LIMITS = ['999999999', '-999999999', '65536', '-65535.9', '65536.1', '65537', '-65536.1', '0.00000001', '1.2.3']
const WORDS = [
  'AXIS',
  'SPEC',
  'SOLDIER',
  'soldier',
  'killed',
  'was killed',
  '_x',
  'A1+B2',
  'A1|B2',
  ' ',
  'é',
  '5a',
  'x'.repeat(4096),
]
// what no tracker writes is left to the reader of any field, which takes some of it
const UNUSUAL = [
  '450.0',
  '-65536.0',
  '2147483647',
  '1000000000.0',
  '0.0000000001',
  '0000000001',
  '450.00000000',
  'x'.repeat(4097),
  'a\0b',
]

const pointless = ({ fields }: Section): readonly Field[] =>
  fields.filter(([, { kind }]) => kind !== 'positions' && kind !== 'attackers' && kind !== 'path')

/** The values of a line's columns, and where the next one begins; undefined if one of them is not valid. */
function read(section: Section, line: string, plain: boolean) {
  const bytes = encodeText(`${line}\n;;;`)
  const texts = textsOf(bytes)
  const names = pointless(section).map(([name]) => name)
  if (plain) {
    const cursor = cursorOf(texts)
    cursor.end = bytes.length - 4
    const row = PLAIN_ROWS[section.key](cursor)
    return cursor.plain ? { values: names.map((name) => row[name]), next: cursor.at } : undefined
  }
  const values: unknown[] = []
  const [layout] = layoutsOf(section, names.length)
  const good = layout !== undefined && readRow(texts, layout, 0, bytes.length - 4, values)
  return good ? { values, next: nextColumn } : undefined
}

describe.each(SECTIONS)('$name', (section) => {
  const columns = pointless(section).map(([, { kind }]) => VALID[kind])
  const withColumn = (i: number, text: string) => columns.map((column, n) => (n === i ? text : column)).join(';')

  test('has each field, in its order', () => {
    const cursor = cursorOf(textsOf(encodeText('')))
    expect(Object.keys(PLAIN_ROWS[section.key](cursor))).toEqual(section.fields.map(([name]) => name))
  })

  test('is read plainly as each field is read alone, or by neither', () => {
    for (const [i] of columns.entries()) {
      for (const text of [...TEXTS, ...LIMITS, ...WORDS]) {
        for (const rest of ['', ';', ';new']) {
          const line = withColumn(i, text) + rest
          expect(read(section, line, true), line).toEqual(read(section, line, false))
        }
      }
    }
  })

  test('is read plainly in the same way, or not at all, where a field is unusual', () => {
    for (const [i] of columns.entries()) {
      for (const text of UNUSUAL) {
        const plain = read(section, withColumn(i, text), true)
        if (plain !== undefined) expect(plain, text).toEqual(read(section, withColumn(i, text), false))
      }
    }
  })

  test('is not read with too few columns', () => {
    for (const [i] of columns.entries()) expect(read(section, columns.slice(0, i).join(';'), true)).toBeUndefined()
  })
})
