import { expect, test } from 'vitest'
import { type Field, flag, guid, guidsComma, int, optional, team, text, units1, word } from './codec.ts'
import { writeRow } from './row.ts'

const fields: readonly Field[] = [
  ['name', text],
  ['guid', guid],
  ['team', team],
  ['outcome', word],
  ['hits', int],
  ['distance', units1],
  ['alive', flag],
  ['delay_ms', optional(int)],
  ['mates', guidsComma],
]
const row = {
  name: 'Rook',
  guid: 'A1',
  team: 'AXIS',
  outcome: 'killed',
  hits: 3,
  distance: 12.25,
  alive: true,
  delay_ms: 0,
  mates: ['B2', 'C3'],
}

function written(changes: object): string | undefined {
  const lines: string[] = []
  const reason = writeRow(fields, { ...row, ...changes }, lines)
  return reason ?? lines.join('\n')
}

test('a row is its fields in their order, joined by semicolons', () => {
  expect(written({})).toBe('Rook;A1;AXIS;killed;3;12.3;1;0;B2,C3')
})

test('an absent value leaves an empty field, and zero is not absent', () => {
  expect(written({ delay_ms: null })).toBe('Rook;A1;AXIS;killed;3;12.3;1;;B2,C3')
  expect(written({ delay_ms: undefined })).toBe('Rook;A1;AXIS;killed;3;12.3;1;;B2,C3')
  expect(written({ delay_ms: 0, hits: 0, distance: -0, alive: false, mates: [] })).toBe(
    'Rook;A1;AXIS;killed;0;0.0;0;0;',
  )
})

test('a number that is none leaves an optional field empty', () => {
  for (const delay_ms of [Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '5']) {
    expect(written({ delay_ms })).toBe('Rook;A1;AXIS;killed;3;12.3;1;;B2,C3')
  }
})

test.each([
  ['hits', Number.NaN],
  ['hits', null],
  ['hits', undefined],
  ['hits', 2 ** 31],
  ['hits', '3'],
  ['distance', Number.NEGATIVE_INFINITY],
  ['distance', 1e300],
  ['name', null],
  ['name', 7],
  ['guid', undefined],
  ['team', 'GREEN'],
  ['team', ''],
  ['outcome', 'two words'],
  ['outcome', ''],
  ['outcome', '1st'],
  ['alive', 1],
  ['mates', null],
  ['mates', ['']],
])('a row whose %s is %s is refused with the column and no line', (name, value) => {
  const lines: string[] = []
  const column = fields.findIndex(([field]) => field === name) + 1
  expect(writeRow(fields, { ...row, [name]: value }, lines)).toBe(`column ${column} (${name}) cannot hold ${value}`)
  expect(lines).toEqual([])
})

test('names and ids lose the separators, so a row keeps its columns', () => {
  const line = written({ name: 'a;b|c,d\n', guid: 'x;y+z', mates: ['p,q', 'r;s'] })
  expect(line).toBe('a_b_c_d_;x_y_z;AXIS;killed;3;12.3;1;0;p_q,r_s')
})

test('a row never looks like a comment', () => {
  expect(written({ name: '#tank' })).toBe('_tank;A1;AXIS;killed;3;12.3;1;0;B2,C3')
})
