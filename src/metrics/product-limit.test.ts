import { expect, test } from 'vitest'
import { productLimit } from './product-limit.ts'

const shares = (happened: readonly number[], censored: readonly number[]) =>
  productLimit(happened, censored, 250).curve.map(({ share }) => Number(share.toFixed(4)))

test('without censoring the curve is the share of reactions so far', () => {
  expect(shares([1, 2, 1], [0, 0, 0])).toEqual([0, 0.25, 0.75, 1])
})

test('players who died before reacting are neither slow nor fast', () => {
  // ten are shot at, two react, then four die, and of the four who live on two react
  expect(shares([2, 2, 0], [4, 0, 2])).toEqual([0, 0.2, 0.6, 0.6])
})

test('a reaction that half of the players never show levels off at one half', () => {
  const { curve, median_ms } = productLimit([20, 20, 9, 0], [0, 0, 0, 51], 250)
  expect(curve.at(-1)?.share).toBeCloseTo(0.49)
  expect(median_ms).toBeNull()
})

test('the median lies within its bin in proportion', () => {
  expect(productLimit([1, 2, 1], [0, 0, 0], 250).median_ms).toBe(375)
  expect(productLimit([1, 1], [0, 0], 250).median_ms).toBe(250)
  expect(productLimit([0, 4], [0, 0], 250).median_ms).toBe(375)
})

test('a share of one half is one half, however many steps led to it', () => {
  const ones = Array.from({ length: 12 }, () => 1)
  const none = ones.map((_, i) => (i === 11 ? 12 : 0))
  expect(productLimit(ones, none, 100).median_ms).toBeCloseTo(1200)
})

test('the error of the share is that of Greenwood', () => {
  // without censoring it is the error of a binomial share
  const [, point] = productLimit([3, 7], [0, 0], 250).curve
  expect(point).toMatchObject({ time_ms: 250, at_risk: 10 })
  expect(point?.error).toBeCloseTo(Math.sqrt((0.3 * 0.7) / 10))
  expect(productLimit([3, 7], [0, 0], 250).curve.at(-1)?.error).toBe(0)
})

test('the curve ends when nobody is watched any more, and nobody has none', () => {
  expect(shares([1, 0, 0], [0, 1, 0])).toEqual([0, 0.5, 0.5])
  expect(productLimit([0, 0], [0, 0], 250)).toEqual({ curve: [], median_ms: null, samples: 0 })
})
