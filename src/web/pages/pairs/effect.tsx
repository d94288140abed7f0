import { plainName } from '../../names/colour-codes.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import type { PairMeasure } from '../../pair-address.ts'
import { effectFigure } from '../pair/figures.ts'
import { effectBounds, type PairOfAll, type Pairs } from './measures.ts'

interface EffectProps {
  readonly pair: PairOfAll
  readonly people: Pairs['people']
  readonly measure: PairMeasure
}

/** Whose a number is that stands among those of other pairs. */
export function whoseOf({ player1, player2 }: PairOfAll, people: Pairs['people']) {
  const both = [people[player1], people[player2]]
  return {
    id: both.map((one) => `:${one?.guid ?? ''}`).join(''),
    words: both.map((one) => plainName(one?.name ?? '', one?.guid ?? '')).join(' and '),
  }
}

/** What a pair does more or less than expected, with its interval. */
export function Effect({ pair, people, measure }: EffectProps) {
  const synergy = pair.synergy[measure]
  const figure = effectFigure(measure, { synergy, chances: pair.rates[measure].chances, whose: whoseOf(pair, people) })
  return (
    <>
      <FigureValue figure={figure} /> <SmallPrint of={figure}>{effectBounds(synergy)}</SmallPrint>
    </>
  )
}
