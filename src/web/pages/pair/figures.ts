import type { ReplyAt } from '../../../contract/client.ts'
import { readableText } from '../../../format/file-text.ts'
import type { Figure, Value } from '../../numbers/figure.ts'
import { count, counted, milliseconds, percent } from '../../numbers/format.ts'
import { shareOf } from '../../numbers/interval.ts'
import { span } from '../../when.ts'
import { pointsText } from '../pairs/measures.ts'
import { resultsValue } from '../pairs/results.ts'

export type Pair = ReplyAt<'/api/proximity/pairs/:guid1/:guid2'>
type Rate = Pair['together']['rates']['crossfires']
export type MeasureName = keyof Pair['synergy']

interface Words {
  readonly title: string
  readonly about: string
  readonly chances: string
  readonly metrics: readonly string[]
}

/** Whose a figure is: `id` ends its id, `words` its title; both empty for the two together. */
interface Whose {
  readonly id: string
  readonly words: string
}

export const TOGETHER: Whose = { id: '', words: '' }

/** What a card of a pair measures, in its order. */
export const MEASURES: Readonly<Record<MeasureName, Words>> = {
  crossfires: {
    title: 'Crossfires',
    about: 'Of the fights that both could join, those that they made a crossfire of.',
    chances: 'chances',
    metrics: ['crossfires', 'pair_crossfire_chances'],
  },
  crossfire_kills: {
    title: 'Crossfires that killed',
    about: 'Of their crossfires, those that ended with a kill by an enemy of the target.',
    chances: 'crossfires',
    metrics: ['crossfire_kills'],
  },
  trades: {
    title: 'Trades',
    about: 'Of the deaths of one near the other, those whose killer the other killed in time.',
    chances: 'chances',
    metrics: ['pair_trades', 'trade_opportunities'],
  },
  support: {
    title: 'There when attacked',
    about: 'Of the fights against one while the other lived, those that began with the other near.',
    chances: 'fights',
    metrics: ['pair_support'],
  },
}

/** How often the two were together. */
export function roundsFigure({ rounds }: Pick<Pair, 'rounds'>, whose: Whose): Figure {
  return {
    ...{ id: `rounds${whose.id}`, title: titled('Rounds on one side', whose), metrics: ['rounds'], basis: '' },
    about: 'Rounds that count in which both were alive together on one side.',
    value: { kind: 'count', count: rounds, write: (value) => counted(value, 'round') },
  }
}

/** And for how long. */
export function togetherFigure({ together_ms, rounds }: Pick<Pair, 'together_ms' | 'rounds'>, whose: Whose): Figure {
  return {
    ...{ id: `together${whose.id}`, title: titled('Alive together', whose), metrics: ['together_ms'] },
    about: 'Time in which both were alive on one side.',
    basis: `In ${counted(rounds, 'round')}`,
    value: { kind: 'count', count: together_ms, write: (ms) => span(ms) },
  }
}

function titled(title: string, { words }: Whose): string {
  return words === '' ? title : `${title}, ${words}`
}

/** The figure of a rate. */
export function rateFigure(measure: MeasureName, { done, chances, interval }: Rate, whose: Whose): Figure {
  const words = MEASURES[measure]
  return {
    id: `${measure}${whose.id}`,
    title: titled(words.title, whose),
    about: words.about,
    metrics: words.metrics,
    basis: `${count(done)} of ${count(chances)} ${words.chances}`,
    value: { kind: 'share', share: shareOf(done, chances, interval) },
  }
}

interface Effect {
  readonly synergy: Pair['synergy'][MeasureName]
  readonly chances: number
  readonly whose: Whose
}

/** What a pair does more or less than expected, in points of 100. */
export function effectFigure(measure: MeasureName, { synergy, chances, whose }: Effect): Figure {
  const value: Value =
    synergy === null
      ? { kind: 'none', reason: `not enough yet (${counted(chances, 'chance')})` }
      : {
          kind: 'measure',
          value: synergy.effect.value,
          band: { low: synergy.effect.low, high: synergy.effect.high, n: chances },
          write: (share) => `${pointsText(share, synergy.effect)} points`,
        }
  return {
    id: `${measure}_effect${whose.id}`,
    title: titled(`${MEASURES[measure].title}: more or less than expected`, whose),
    about: 'What the two do together, minus what two who do with each other as with everybody else would do.',
    metrics: ['pair_effect', ...MEASURES[measure].metrics],
    basis: synergy === null ? '' : expectedWords(synergy.expected, chances),
    value,
  }
}

/** What two without chemistry would do: `9 % expected`. */
function expectedWords(expected: NonNullable<Pair['synergy']['trades']>['expected'], n: number): string {
  return `${percent({ ...expected, n })} expected`
}

/** Mean time between the first hits of two. */
export function delayFigure({ value, n }: Pair['together']['delay_ms'], whose: Whose): Figure {
  return {
    id: `delay${whose.id}`,
    title: titled('Between the first hits', whose),
    about: 'The mean time between the first hits of two in a crossfire.',
    metrics: ['pair_delay'],
    basis: `${count(n)} crossfires`,
    value: value === null ? { kind: 'none', reason: 'no crossfire' } : { kind: 'measure', value, write: milliseconds },
  }
}

/**
 * Rounds won of those whose winner is known.
 *
 * @param rounds all of them
 */
export function resultsFigure(results: Pair['results'], rounds: number, whose: Whose): Figure {
  return {
    id: `results${whose.id}`,
    title: titled('Rounds won', whose),
    about: 'Of the rounds whose winner is known, those that their side won.',
    metrics: ['rounds_won'],
    basis: '',
    value: rounds === 0 ? { kind: 'none', reason: 'no such round' } : resultsValue(results),
  }
}

/** Crossfires of the two on one map, and the rounds on it. */
export function mapFigures({ map_name, crossfires, rounds }: Pair['maps'][number]) {
  const name = readableText(map_name)
  const crossfiresOf: Figure = {
    ...{ id: `map:${map_name}`, title: `Crossfires on ${name}`, metrics: ['crossfires'], basis: '' },
    about: 'Enemies on the map whom both hit at almost the same time.',
    value: { kind: 'count', count: crossfires, write: (n) => counted(n, 'crossfire') },
  }
  const roundsOf: Figure = {
    ...{ id: `map_rounds:${map_name}`, title: `Rounds on ${name}`, metrics: ['rounds'], basis: '' },
    about: 'Rounds on the map in which both were alive together on one side.',
    value: { kind: 'count', count: rounds, write: (n) => counted(n, 'round') },
  }
  return { crossfiresOf, roundsOf }
}
