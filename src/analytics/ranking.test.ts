import { expect, test } from 'vitest'
import { meanOf, percentOf, rounded } from '../metrics/rounding.ts'
import { ranked } from './ranking.ts'

const GUIDS = new Map([
  [1, 'C'],
  [2, 'A'],
  [3, 'B'],
])
const row = (player_id: number, kills: number, tries: number) => ({ player_id, kills, tries })

test('rows go by one number after the other, equal ones by identifier, whatever order they came in', () => {
  const rows = [row(1, 5, 9), row(2, 5, 9), row(3, 7, 7)]
  const order = (of: typeof rows) =>
    ranked(of, GUIDS, ({ kills, tries }) => [-kills, tries], 10).map(({ player_id }) => player_id)
  expect(order(rows)).toEqual([3, 2, 1])
  expect(order([...rows].reverse())).toEqual([3, 2, 1])
  expect(ranked(rows, GUIDS, ({ kills }) => [-kills], 2)).toHaveLength(2)
})

test('a mean of nothing is no number, a mean of zeros is zero', () => {
  expect(meanOf(0, 0, 1)).toBeNull()
  expect(meanOf(null, null, 1)).toBeNull()
  expect(meanOf(0, 3, 1)).toBe(0)
  expect(meanOf(10, 3, 1)).toBe(3.3)
  expect(percentOf(1, 3, 1)).toBe(33.3)
  expect(percentOf(null, 3, 1)).toBeNull()
  expect(rounded(-0.04, 1)).toBeCloseTo(0)
})
