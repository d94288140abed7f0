import { shareInterval, Z } from './share-interval.ts'

/** How often something happened of how many chances. */
export interface Rate {
  readonly done: number
  readonly chances: number
}

/** A rate that was counted round by round. */
export interface RateByRounds extends Rate {
  /** Sum over the rounds of done x done / chances. */
  readonly squares: number
  /** Rounds with a chance. */
  readonly rounds: number
}

/** A number and between which two values it lies in 80 % of all cases. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** What a pair did against what two without chemistry would have done, as shares from 0 to 1. */
export interface Synergy {
  readonly expected: Estimate
  /** Observed minus expected. */
  readonly effect: Estimate
}

/** With fewer chances of the pair, or of either of them with others, nothing is said. */
export const LEAST_CHANCES = 20

/**
 * A rate as a share with its interval.
 *
 * @param alike how many cases count as one, see {@link likeness}
 */
export function shareOf({ done, chances }: Rate, alike = 1): Estimate {
  const value = chances === 0 ? 0 : done / chances
  return { value, ...(shareInterval(done / alike, chances / alike) ?? { low: 0, high: 1 }) }
}

/** Odds as a logarithm and its variance; half a case on either side keeps both finite (Haldane, Anscombe 1956). */
function logOdds({ done, chances }: Rate) {
  const [yes, no] = [done + 0.5, chances - done + 0.5]
  return { value: Math.log(yes / no), variance: 1 / yes + 1 / no }
}

/**
 * How much more the rates of some pairs differ from round to round than chance alone makes them: cases of one round are
 * alike, and so many of them count as one (McCullagh and Nelder, Generalized Linear Models, 1989, section 4.5). Never
 * below 1.
 */
export function likeness(pairs: readonly RateByRounds[]): number {
  let [found, expected] = [0, 0]
  for (const { done, chances, squares, rounds } of pairs) {
    if (chances === 0) continue
    const value = done / chances
    found += squares - done * value
    expected += value * (1 - value) * (rounds - 1)
  }
  return expected > 0 ? Math.max(1, found / expected) : 1
}

const share = (log_odds: number) => 1 / (1 + Math.exp(-log_odds))

/**
 * The chemistry of a pair. Without one, each brings what he does with others, on the scale of odds: odds of the pair =
 * odds of the first with others x odds of the second with others / odds of pairs without either. So two who are good with
 * everybody are expected to be good together. The effect is the difference of the pair's own share to that; its interval
 * joins both intervals by Newcombe's squares (Stat. Med. 17, 1998, method 10). The four rates share no case. Null with
 * too few cases of any of them.
 *
 * @param alike see {@link likeness}
 */
export function synergyOf(pair: Rate, first: Rate, second: Rate, others: Rate, alike: number): Synergy | null {
  if ([pair, first, second, others].some(({ chances }) => chances < LEAST_CHANCES)) return null
  const [a, b, base] = [logOdds(first), logOdds(second), logOdds(others)]
  const middle = a.value + b.value - base.value
  const half = Z * Math.sqrt(alike * (a.variance + b.variance + base.variance))
  const expected = { value: share(middle), low: share(middle - half), high: share(middle + half) }
  const own = shareOf(pair, alike)
  const value = own.value - expected.value
  return {
    expected,
    effect: {
      value,
      low: value - Math.hypot(own.value - own.low, expected.high - expected.value),
      high: value + Math.hypot(own.high - own.value, expected.value - expected.low),
    },
  }
}
