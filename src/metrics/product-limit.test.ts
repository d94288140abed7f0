import { describe, expect, test } from 'vitest'
import { medianInterval, productLimit } from './product-limit.ts'

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

describe('the interval of the median', () => {
  const Z80 = 1.2816

  test('lies around it, and is narrower with more cases', () => {
    const ofTimes = (factor: number) => {
      const limit = productLimit(
        [2, 5, 6, 4, 2].map((n) => n * factor),
        [0, 1, 1, 0, 3].map((n) => n * factor),
        250,
      )
      const { low_ms, high_ms } = medianInterval(limit, Z80)
      return { low: low_ms ?? 0, median: limit.median_ms ?? 0, high: high_ms ?? 0 }
    }
    const [few, many] = [ofTimes(1), ofTimes(20)]
    for (const { low, median, high } of [few, many]) {
      expect(low).toBeLessThan(median)
      expect(median).toBeLessThan(high)
    }
    expect(many.high - many.low).toBeLessThan((few.high - few.low) / 3)
  })

  test('has no upper end where so many never react that half may not, and none at all where hardly anybody does', () => {
    expect(medianInterval(productLimit([10, 3, 0, 0], [0, 0, 0, 12], 250), Z80)).toEqual({
      low_ms: expect.any(Number),
      high_ms: null,
    })
    expect(medianInterval(productLimit([1, 0], [0, 60], 250), Z80)).toEqual({ low_ms: null, high_ms: null })
    expect(medianInterval(productLimit([0], [0], 250), Z80)).toEqual({ low_ms: null, high_ms: null })
  })

  test('holds the true median in about 80 of 100 samples, also where many are cut off before', () => {
    // times of mean 1,000 ms, each cut off at a time of mean 1,500 ms: both without memory
    const random = randomOf(11)
    const time = (mean: number) => -mean * Math.log(1 - random())
    const truth = 1000 * Math.log(2)
    const runs = 1500
    let held = 0
    for (let run = 0; run < runs; run++) {
      const [happened, censored] = [new Array<number>(20).fill(0), new Array<number>(20).fill(0)]
      for (let i = 0; i < 50; i++) {
        const [reaction, end] = [time(1000), Math.min(time(1500), 4999)]
        const bins = reaction <= end ? happened : censored
        const bin = Math.min(Math.floor(Math.min(reaction, end) / 250), 19)
        bins[bin] = (bins[bin] ?? 0) + 1
      }
      const { low_ms, high_ms } = medianInterval(productLimit(happened, censored, 250), Z80)
      if ((low_ms ?? Infinity) <= truth && truth <= (high_ms ?? Infinity)) held += 1
    }
    expect(held / runs).toBeGreaterThan(0.74)
    expect(held / runs).toBeLessThan(0.87)
  })
})

/** Numbers from 0 to below 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
