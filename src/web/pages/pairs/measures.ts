import type { ReplyAt } from '../../../contract/client.ts'
import type { PairMeasure } from '../../pair-address.ts'

export type Pairs = ReplyAt<'/api/proximity/pairs'>
export type PairOfAll = Pairs['pairs'][number]
export type Synergy = PairOfAll['synergy']['crossfires']
export type Rate = PairOfAll['rates']['crossfires']

/** What can be drawn of pairs: its name in a sentence, what a chance of it is, and its definitions. */
export const MEASURES: Readonly<
  Record<PairMeasure, { readonly words: string; readonly chances: string; readonly metrics: readonly string[] }>
> = {
  crossfires: {
    words: 'crossfires',
    chances: 'fights that both could join',
    metrics: ['pair_effect', 'pair_crossfire_chances', 'crossfires'],
  },
  trades: {
    words: 'trades for each other',
    chances: 'deaths of one that the other could trade',
    metrics: ['pair_effect', 'pair_trades'],
  },
  support: {
    words: 'being there when the other is attacked',
    chances: 'fights against one while the other lived',
    metrics: ['pair_effect', 'pair_support'],
  },
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0, signDisplay: 'exceptZero' })
const tenths = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})

/** Below this much doubt, points are told with a decimal. */
const FINE = 0.02

/** A difference of shares in points of 100, with as many digits as its interval supports. */
export function pointsText(value: number, { low, high }: { readonly low: number; readonly high: number }): string {
  return (high - low < 2 * FINE ? tenths : whole).format(value * 100)
}

/** The interval of an effect: `(+2 to +10)`. */
export function effectBounds(synergy: Synergy): string {
  if (synergy === null) return ''
  const { effect } = synergy
  return `(${pointsText(effect.low, effect)} to ${pointsText(effect.high, effect)})`
}

/** An effect in words: `+6 points (+2 to +10)`. */
export function effectWords(synergy: Synergy, { chances }: Rate): string {
  if (synergy === null) return `not enough yet (${chances} chances)`
  return `${pointsText(synergy.effect.value, synergy.effect)} points ${effectBounds(synergy)}`
}

/** What an effect means, in words. */
export function effectMeaning(synergy: Synergy): string {
  if (synergy === null) return 'not enough yet'
  if (synergy.effect.low > 0) return 'more than with others'
  return synergy.effect.high < 0 ? 'less than with others' : 'as with others, as far as one can tell'
}

/** How sure the direction of an effect is, from 0 to 1: full where the interval ends at zero. */
export function certainty(synergy: Synergy): number {
  if (synergy === null) return 0
  const { value, low, high } = synergy.effect
  const half = value > 0 ? value - low : high - value
  return half <= 0 ? 1 : Math.min(1, Math.abs(value) / half)
}

/** The effect at which the colours end: the greatest of these pairs, but never so little that noise would shine. */
export function effectScale(pairs: readonly PairOfAll[], measure: PairMeasure): number {
  const sizes = pairs.map(({ synergy }) => Math.abs(synergy[measure]?.effect.value ?? 0) * certainty(synergy[measure]))
  return Math.max(0.05, ...sizes)
}

/** Pairs by the lower bound of their effect (L-51); those without one last, by time together. */
export function ranked(pairs: readonly PairOfAll[], measure: PairMeasure): readonly PairOfAll[] {
  const low = ({ synergy }: PairOfAll) => synergy[measure]?.effect.low ?? Number.NEGATIVE_INFINITY
  return pairs.toSorted((a, b) => (low(a) === low(b) ? b.together_ms - a.together_ms : low(b) - low(a)))
}
