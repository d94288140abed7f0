import { expect, test } from 'vitest'
import { shareOf } from './interval.ts'

test('a share has the interval of its answer, and without one every share is possible', () => {
  expect(shareOf(27, 90, { low: 0.242, high: 0.365 })).toEqual({ value: 0.3, low: 0.242, high: 0.365, n: 90 })
  expect(shareOf(0, 0, null)).toEqual({ value: 0, low: 0, high: 1, n: 0 })
})
