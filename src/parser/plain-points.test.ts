import { expect, test } from 'vitest'
import { encodeText } from '../format/file-text.ts'
import { PATH_FIELDS } from '../format/points.ts'
import { readPlainPoint, TENTHS } from './plain-points.ts'
import { pointColumns, readPoints } from './points.ts'
import { textsOf } from './text.ts'

const NUMBERS = PATH_FIELDS.length
const PLAIN = ['12650', '-503.6', '43.1', '0.0', '125', '322.4', '8', '2', '1']

/** The numbers of a point as they come out, decimals as such; undefined if the point is not a plain one. */
function numbersOf(columns: readonly string[]): number[] | undefined {
  const values = new Float64Array(NUMBERS)
  const next = readPlainPoint(encodeText(`${columns.join(',')},sample|`), 0, NUMBERS, values)
  if (next === 0) return undefined
  expect(next).toBe(columns.join(',').length + 1)
  return Array.from(values, (value, i) => (PATH_FIELDS[i]?.places === 0 ? value : value / TENTHS))
}

const withColumn = (i: number, text: string) => PLAIN.map((column, n) => (n === i ? text : column))

test('a plain point is read to its last comma', () => {
  expect(numbersOf(PLAIN)).toEqual(PLAIN.map(Number))
})

test.each([
  [0, '0'],
  [0, '-1'],
  [0, '99999999'],
  [1, '-65536.0'],
  [1, '65536.0'],
  [1, '0007.5'],
  [4, '-32767'],
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
  [4, '32768'],
  [5, '-0.1'],
  [5, '100000.1'],
  [6, '256'],
  [7, '3'],
  [8, '-1'],
])('column %i with "%s" makes no plain point', (i, text) => {
  expect(numbersOf(withColumn(i, text))).toBeUndefined()
})

/** The points and the complaints of a column of a path that stands last in a file, or is followed by a line feed. */
function pathOf(text: string, followed: boolean) {
  const bytes = encodeText(followed ? `${text}\n` : text)
  const columns = pointColumns('path', 0)
  const problems: string[] = []
  readPoints(textsOf(bytes), 0, followed ? bytes.length - 1 : bytes.length, columns, (reason) =>
    problems.push(reason()),
  )
  const { length, time_ms, x, y, z, health, speed, weapon, stance, sprint, event } = columns
  const all = [time_ms, x, y, z, health, speed, weapon, stance, sprint, event]
  return { problems, points: all.map((column) => Array.from(column.subarray(0, length))) }
}

test('a damaged point is read the same, or reported the same, whichever way its numbers are read', () => {
  const point = `${PLAIN.join(',')},sample`
  for (let at = 0; at <= point.length; at++) {
    for (const put of ['', '0', '9', '99999', '-', '.', ',', ',,', '|', ';', 'x', ' ']) {
      for (const skipped of [0, 1]) {
        const text = `${point}|${point.slice(0, at)}${put}${point.slice(at + skipped)}|${point}`
        // the last column of a file has no byte behind it, so none of its points is read as a plain one
        expect(pathOf(text, true), text).toEqual(pathOf(text, false))
      }
    }
  }
})
