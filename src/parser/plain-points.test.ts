import { expect, test } from 'vitest'
import { PATH_EVENTS } from '../format/codec.ts'
import { encodeText } from '../format/file-text.ts'
import { readPlainPoints } from './plain-points.ts'
import { type PointColumns, pointColumns } from './point-columns.ts'
import { readPoints } from './points.ts'
import { textsOf } from './text.ts'

const PLAIN = ['12650', '-503.6', '43.1', '0.0', '125', '322.4', '8', '2', '1']

function numbersIn({ length, time_ms, x, y, z, health, speed, weapon, stance, sprint }: PointColumns): number[][] {
  const columns = [time_ms, x, y, z, health, speed, weapon, stance, sprint]
  return Array.from({ length }, (_, i) => columns.map((column) => column[i] as number))
}

/** The numbers of the plain points that a text begins with, and where it goes on with another one. */
function plainPoints(text: string, room = 4): { points: number[][]; rest: string } {
  const columns = pointColumns('path', room)
  const next = readPlainPoints(textsOf(encodeText(`${text}\n`)), 0, text.length, columns)
  return { points: numbersIn(columns), rest: text.slice(next) }
}

/** The numbers of a point; undefined if it is not a plain one. */
function numbersOf(columns: readonly string[]): number[] | undefined {
  return plainPoints(`${columns.join(',')},sample`).points[0]
}

const withColumn = (i: number, text: string) => PLAIN.map((column, n) => (n === i ? text : column))

test('plain points are read up to the first other one, or to the end', () => {
  const point = `${PLAIN.join(',')},sample`
  const numbers = PLAIN.map(Number)
  expect(plainPoints(point)).toEqual({ points: [numbers], rest: '' })
  expect(plainPoints(`${point}|${point}|`)).toEqual({ points: [numbers, numbers], rest: '' })
  for (const other of [
    '',
    'x',
    PLAIN.join(','),
    `${PLAIN.join(',')},`,
    point.replace('sample', 'jumped'),
    `${point},0`,
  ]) {
    const rest = `${other}|${point}`
    expect(plainPoints(`${point}|${rest}`)).toEqual({ points: [numbers], rest })
  }
})

test('a plain point may end with any event', () => {
  for (const event of PATH_EVENTS) expect(plainPoints(`${PLAIN.join(',')},${event}`).points).toHaveLength(1)
})

test('points for which there is no room are left', () => {
  const point = `${PLAIN.join(',')},sample`
  expect(plainPoints(`${point}|${point}|${point}`, 2)).toMatchObject({ points: [{}, {}], rest: point })
})

test.each([
  [0, '0'],
  [0, '99999999'],
  [1, '-65536.0'],
  [1, '65536.0'],
  [1, '0007.5'],
  [4, '32767'],
  [5, '100000.0'],
  [6, '255'],
])('column %i may hold %s', (i, text) => {
  expect(numbersOf(withColumn(i, text))?.[i]).toBe(Number(text))
})

test('no zero is negative', () => {
  expect(numbersOf(withColumn(1, '-0.0'))?.[1]).toBe(0)
})

test.each([
  [0, ''],
  [0, '-1'],
  [0, '-'],
  [0, '1.0'],
  [0, '123456789'],
  [1, '7'],
  [1, '7.'],
  [1, '.5'],
  [1, '7.25'],
  [1, '7.x'],
  [1, '+7.5'],
  [1, '1e3'],
  [1, '65536.1'],
  [1, '-65536.1'],
  [1, '9999999999999.5'],
  [4, '-1'],
  [4, '32768'],
  [5, '-0.1'],
  [5, '100000.1'],
  [6, '256'],
  [7, '3'],
  [8, '-1'],
])('column %i with "%s" makes no plain point', (i, text) => {
  expect(numbersOf(withColumn(i, text))).toBeUndefined()
})

/** The points and the complaints of a list of points that stands last in a file, or is followed by a line feed. */
function read(kind: PointColumns['kind'], text: string, followed: boolean) {
  const bytes = encodeText(followed ? `${text}\n` : text)
  const columns = pointColumns(kind, 0)
  const problems: string[] = []
  readPoints(textsOf(bytes), 0, text.length, columns, (reason) => problems.push(reason()))
  return { problems, numbers: numbersIn(columns), events: columns.event.slice(0, columns.length) }
}

test.each([
  ['path', PLAIN],
  ['positions', PLAIN.slice(0, 4)],
] as const)(
  'a damaged point of a %s is read the same, or reported the same, whichever way its numbers are read',
  (kind, columns) => {
    const point = `${columns.join(',')},sample`
    for (let at = 0; at <= point.length; at++) {
      for (const put of ['', '0', '9', '99999', '-', '.', ',', ',,', '|', ';', 'x', ' ']) {
        for (const skipped of [0, 1]) {
          const text = `${point}|${point.slice(0, at)}${put}${point.slice(at + skipped)}|${point}`
          // the last column of a file has no byte behind it, so none of its points is read as a plain one
          expect(read(kind, text, true), text).toEqual(read(kind, text, false))
        }
      }
    }
  },
)
