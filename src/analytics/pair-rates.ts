import { rounded } from '../metrics/rounding.ts'
import { intervalOf } from '../metrics/share-interval.ts'
import { type Estimate, likeness, type Rate, type Synergy, synergyOf } from '../metrics/synergy.ts'
import type { PairSums } from './pair-sums.ts'

/** What is measured of two people, and of one with all others. */
export interface PairRates {
  readonly crossfires: Rate
  readonly crossfire_kills: Rate
  readonly trades: Rate
  readonly support: Rate
}

/** A value for each measure. */
function ofEach<T>(of: (measure: keyof PairRates) => T) {
  return {
    crossfires: of('crossfires'),
    crossfire_kills: of('crossfire_kills'),
    trades: of('trades'),
    support: of('support'),
  }
}

/** The rates of a pair; trades and support of both directions. */
export function ratesOf(sums: PairSums): PairRates {
  return {
    crossfires: { done: sums.crossfires_of_chances, chances: sums.crossfire_chances },
    crossfire_kills: { done: sums.crossfire_kills, chances: sums.crossfire_count },
    trades: {
      done: sums.trades_1_for_2 + sums.trades_2_for_1,
      chances: sums.trade_chances_1_for_2 + sums.trade_chances_2_for_1,
    },
    support: {
      done: sums.supports_1_for_2 + sums.supports_2_for_1,
      chances: sums.support_chances_1_for_2 + sums.support_chances_2_for_1,
    },
  }
}

/** A rate with how sure its share is. */
export function withInterval({ done, chances }: Rate) {
  return { done, chances, interval: intervalOf(done, chances) }
}

/** All rates with that. */
export function ratesTold(rates: PairRates) {
  return ofEach((measure) => withInterval(rates[measure]))
}

const NOTHING: Rate = { done: 0, chances: 0 }
export const NO_RATES: PairRates = ofEach(() => NOTHING)

/** The sum of some rates, each with its sign. */
function added(...parts: readonly (readonly [sign: 1 | -1, rates: PairRates])[]): PairRates {
  return ofEach((measure) => {
    let [done, chances] = [0, 0]
    for (const [sign, rates] of parts) {
      done += sign * rates[measure].done
      chances += sign * rates[measure].chances
    }
    return { done, chances }
  })
}

/** What pairs are held against: everybody with all others, all pairs, and how alike the cases of a round are. */
export interface Background {
  readonly all: PairRates
  readonly alike: Readonly<Record<keyof PairRates, number>>
  of(id: number): PairRates
}

export function backgroundOf(pairs: readonly PairSums[]): Background {
  const people = new Map<number, PairRates>()
  let all = NO_RATES
  const of = (id: number) => people.get(id) ?? NO_RATES
  for (const pair of pairs) {
    const rates = ratesOf(pair)
    all = added([1, all], [1, rates])
    for (const id of [pair.player1_id, pair.player2_id]) people.set(id, added([1, of(id)], [1, rates]))
  }
  const alike = ofEach((measure) =>
    likeness(
      pairs.map((pair) => ({
        ...ratesOf(pair)[measure],
        squares: pair[`${measure}_squares`],
        rounds: pair[`${measure}_rounds`],
      })),
    ),
  )
  return { all, alike, of }
}

/** A pair, each of the two with others, and what of the pair is more or less than expected. */
export function comparedWith({ all, alike, of }: Background, pair: PairRates, id1: number, id2: number) {
  const first = added([1, of(id1)], [-1, pair])
  const second = added([1, of(id2)], [-1, pair])
  // the pair itself is in both of the subtracted
  const others = added([1, all], [-1, of(id1)], [-1, of(id2)], [1, pair])
  const synergy = ofEach((measure) =>
    shortened(synergyOf(pair[measure], first[measure], second[measure], others[measure], alike[measure])),
  )
  return { first, second, synergy }
}

const PLACES = 4

/** Sums of fractions depend on the order of rounds in their last digits, and nobody reads those. */
function shortened(synergy: Synergy | null): Synergy | null {
  const short = ({ value, low, high }: Estimate) => ({
    value: rounded(value, PLACES),
    low: rounded(low, PLACES),
    high: rounded(high, PLACES),
  })
  return synergy && { expected: short(synergy.expected), effect: short(synergy.effect) }
}
