import { expect, test } from 'vitest'
import { shareOf } from './interval.ts'

test.each([
  [0.3, 90, 0.242, 0.365],
  [0.5, 10, 0.312, 0.688],
  [0, 20, 0, 0.076],
  [1, 20, 0.924, 1],
])('80 %% of a share of %d in %d cases lie from %d to %d', (value, n, low, high) => {
  const share = shareOf(value, n)
  expect(share.low).toBeCloseTo(low, 3)
  expect(share.high).toBeCloseTo(high, 3)
})

test('without cases every share is possible', () => {
  expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 })
})
