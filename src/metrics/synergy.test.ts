import { expect, test } from 'vitest'
import { random } from '../simulator/random.ts'
import { LEAST_CHANCES, likeness, type Rate, type RateByRounds, shareOf, synergyOf } from './synergy.ts'

const SEED = 11
const PEOPLE = 8
const ROUNDS = [8, 25] as const
/** Chances of a pair in a round, at most. */
const CHANCES = 12

type Rates = [pair: RateByRounds, first: RateByRounds, second: RateByRounds, others: RateByRounds]

interface Truth {
  /** By how much one pair takes its chances more often, on the scale of log odds. */
  readonly chemistry: number
  /** How much a round differs from the usual, on the same scale. */
  readonly moods: number
}

/**
 * Evenings of people who take their chances with whomever as their own ways make it likely. Each chance is drawn by
 * itself. Gives the rates that the effect is made of, and those of each pair.
 */
function evenings(seed: number, { chemistry, moods }: Truth) {
  const chance = random(seed)
  const ways = Array.from({ length: PEOPLE }, () => chance.between(-0.6, 0.6))
  const usual = chance.between(-2.5, -0.5)
  const none = () => ({ done: 0, chances: 0, squares: 0, rounds: 0 })
  const sets = [none(), none(), none(), none()] satisfies Rates
  const pairs: RateByRounds[] = []
  const rounds = chance.whole(...ROUNDS)
  for (let a = 0; a < PEOPLE; a++) {
    for (let b = a + 1; b < PEOPLE; b++) {
      const isPair = a === 0 && b === 1
      const set = sets[isPair ? 0 : a === 0 ? 1 : a === 1 ? 2 : 3] as ReturnType<typeof none>
      const pair = none()
      for (let round = 0; round < rounds; round++) {
        const mood = chance.between(-moods, moods)
        const log_odds = usual + (ways[a] as number) + (ways[b] as number) + mood + (isPair ? chemistry : 0)
        const chances = chance.whole(1, CHANCES)
        const taken = Array.from({ length: chances }, () => chance.chance(1 / (1 + Math.exp(-log_odds))))
        const done = taken.filter(Boolean).length
        for (const rate of [pair, set]) {
          rate.done += done
          rate.chances += chances
        }
        pair.squares += (done * done) / chances
        pair.rounds += 1
      }
      pairs.push(pair)
    }
  }
  return { rates: sets as Rates, pairs }
}

/** Of many pairs, the share whose interval holds this. */
function shareOfPairs(truth: Truth, holds: (low: number, high: number) => boolean): number {
  const found = Array.from({ length: 400 }, (_, i) => {
    const { rates, pairs } = evenings(SEED + i, truth)
    return synergyOf(...rates, likeness(pairs))
  })
  return found.filter((one) => one !== null && holds(one.effect.low, one.effect.high)).length / found.length
}

test.each([0, 1.2])('without chemistry about four of five intervals hold 0, with moods of %d', (moods) => {
  const covered = shareOfPairs({ chemistry: 0, moods }, (low, high) => low <= 0 && 0 <= high)
  expect(covered).toBeGreaterThan(0.76)
  expect(covered).toBeLessThan(0.86)
})

test('without chemistry as many lie above 0 as below, however good the two are with everybody', () => {
  const above = shareOfPairs({ chemistry: 0, moods: 0 }, (low) => low > 0)
  const below = shareOfPairs({ chemistry: 0, moods: 0 }, (_, high) => high < 0)
  expect(Math.abs(above - below)).toBeLessThan(0.04)
})

test('chemistry is found in most pairs, and its opposite too', () => {
  expect(shareOfPairs({ chemistry: 0.8, moods: 0 }, (low) => low > 0)).toBeGreaterThan(0.8)
  expect(shareOfPairs({ chemistry: -0.8, moods: 0 }, (_, high) => high < 0)).toBeGreaterThan(0.7)
})

test('cases of one round count once where they are all the same, and each for itself where chance alone moves them', () => {
  const same = { done: 50, chances: 100, squares: 5 * 10, rounds: 10 }
  expect(likeness([same])).toBeCloseTo(11.1, 1)
  const even = { done: 50, chances: 100, squares: 10 * (25 / 10), rounds: 10 }
  expect(likeness([even])).toBe(1)
  expect(likeness([])).toBe(1)
  const many = Array.from({ length: 50 }, (_, i) => evenings(i, { chemistry: 0, moods: 0 }).pairs).flat()
  expect(likeness(many)).toBeCloseTo(1, 1)
})

test('by hand: odds of 1 to 4 and 1 to 3, where others have 1 to 9, let expect 3 to 4', () => {
  const rate = (done: number, chances: number): Rate => ({ done, chances })
  const found = synergyOf(rate(30, 60), rate(200_000, 1_000_000), rate(250_000, 1_000_000), rate(100_000, 1_000_000), 1)
  expect(found?.expected.value).toBeCloseTo(3 / 7, 5)
  expect(found?.effect.value).toBeCloseTo(1 / 2 - 3 / 7, 5)
  // with all the world as others, what is left is the doubt of the pair's own share
  const own = shareOf(rate(30, 60))
  expect(found?.effect.low).toBeCloseTo(own.low - 3 / 7, 2)
  expect(found?.effect.high).toBeCloseTo(own.high - 3 / 7, 2)
})

test('who is who does not matter, and the effect lies between its bounds and those of a share', () => {
  for (let seed = 0; seed < 200; seed++) {
    const [pair, first, second, others] = evenings(seed, { chemistry: 0.3, moods: 0.5 }).rates
    const found = synergyOf(pair, first, second, others, 1.5)
    expect(synergyOf(pair, second, first, others, 1.5)).toEqual(found)
    const { value, low, high } = found?.effect ?? { value: Number.NaN, low: 0, high: 0 }
    expect(low).toBeLessThanOrEqual(value)
    expect(value).toBeLessThanOrEqual(high)
    expect(Math.abs(value)).toBeLessThanOrEqual(1)
  }
})

test('with too few chances anywhere nothing is said; nothing done of enough chances is something', () => {
  const enough: Rate = { done: 0, chances: LEAST_CHANCES }
  const few: Rate = { done: 0, chances: LEAST_CHANCES - 1 }
  for (let at = 0; at < 4; at++) {
    const rates = [enough, enough, enough, enough].map((rate, i) => (i === at ? few : rate))
    expect(synergyOf(...(rates as [Rate, Rate, Rate, Rate]), 1)).toBeNull()
  }
  expect(synergyOf(enough, enough, enough, enough, 1)?.effect.value).toBeCloseTo(-0.024, 3)
})
