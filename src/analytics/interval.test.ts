import { describe, expect, test } from 'vitest'
import { intervalOf, shareInterval } from '../metrics/share-interval.ts'
import { leastEvents, ratioInterval } from './interval.ts'

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

/** How often an interval holds the truth in 2,000 repetitions. */
function coverage(once: (random: () => number) => boolean): number {
  const random = randomOf(7)
  const runs = 2_000
  return Array.from({ length: runs }, () => once(random)).filter(Boolean).length / runs
}

describe('an 80 % interval holds the truth in about 80 of 100 cases', () => {
  test.each([
    [0.3, 60],
    [0.15, 200],
  ])('of a share of %d in %i cases', (truth, n) => {
    const held = coverage((random) => {
      const cases = Array.from({ length: n }, random).filter((value) => value < truth).length
      const { low, high } = shareInterval(cases, n) ?? { low: 1, high: 0 }
      return low <= truth && truth <= high
    })
    expect(held).toBeGreaterThan(0.75)
    expect(held).toBeLessThan(0.86)
  })

  test('of a ratio whose rounds differ, where single cases hang together', () => {
    const held = coverage((random) => {
      const rounds = Array.from({ length: 30 }, () => {
        const whole = 5 + Math.floor(random() * 20)
        // each round has a mean of its own, from 1 to 3
        return { part: whole * (1 + 2 * random()), whole }
      })
      const sum = (of: (round: (typeof rounds)[number]) => number) => rounds.reduce((all, one) => all + of(one), 0)
      const found = ratioInterval({
        rounds: rounds.length,
        part: sum(({ part }) => part),
        whole: sum(({ whole }) => whole),
        part_part: sum(({ part }) => part * part),
        part_whole: sum(({ part, whole }) => part * whole),
        whole_whole: sum(({ whole }) => whole * whole),
      })
      return found !== null && found.low <= 2 && 2 <= found.high
    })
    expect(held).toBeGreaterThan(0.75)
    expect(held).toBeLessThan(0.85)
  })
})

test('without cases, and with too few rounds, nothing is known', () => {
  expect(shareInterval(0, 0)).toBeNull()
  const four = { rounds: 4, part: 4, whole: 4, part_part: 4, part_whole: 4, whole_whole: 4 }
  expect(ratioInterval(four)).toBeNull()
  expect(ratioInterval({ ...four, rounds: 5 })).toMatchObject({ low: expect.any(Number) })
})

/** The chance of so many events or more where `mean` are to be expected (Poisson), term by term. */
function chanceOf(events: number, mean: number): number {
  let [term, fewer] = [Math.exp(-mean), 0]
  for (let k = 0; k < events; k++) {
    fewer += term
    term *= mean / (k + 1)
  }
  return 1 - fewer
}

test.each([3, 5, 10, 40])('with fewer expected than the lower end, %i events have a chance of one in ten', (events) => {
  expect(chanceOf(events, leastEvents(events))).toBeCloseTo(0.1, 2)
})

test.each([
  [27, 90, 0.242, 0.365],
  [5, 10, 0.312, 0.688],
  [0, 20, 0, 0.076],
  [20, 20, 0.924, 1],
])('%d cases of %d are told with the interval of their share, %d to %d', (cases, n, low, high) => {
  const interval = intervalOf(cases, n)
  expect(interval?.low).toBeCloseTo(low, 3)
  expect(interval?.high).toBeCloseTo(high, 3)
})

test('of nothing there is no interval', () => {
  expect(intervalOf(0, 0)).toBeNull()
})
