import { PlayerName } from '../../names/player-name.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { ShareBar } from '../../numbers/share-bar.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { intervalWords } from '../../numbers/value-words.ts'
import { effectBounds, effectMeaning } from '../pairs/measures.ts'
import { effectFigure, MEASURES, type MeasureName, type Pair, rateFigure, TOGETHER } from './figures.ts'

interface RateBlockProps {
  readonly measure: MeasureName
  readonly pair: Pair
}

/** One measure of a pair: together, each with others, and the difference to what was to be expected. */
export function RateBlock({ measure, pair }: RateBlockProps) {
  const { player1, player2, together, synergy } = pair
  const effect = effectFigure(measure, {
    synergy: synergy[measure],
    chances: together.rates[measure].chances,
    whose: TOGETHER,
  })
  const lines = [
    { whose: TOGETHER, name: <strong>Together</strong>, rate: together.rates[measure] },
    ...[player1, player2].map(({ name, guid, with_others }, i) => ({
      whose: { id: `_${i + 1}`, words: 'with others' },
      name: (
        <>
          <PlayerName name={name} guid={guid} /> <span class="muted">with others</span>
        </>
      ),
      rate: with_others.rates[measure],
    })),
  ]
  return (
    <section class="pair-measure" aria-labelledby={`measure-${measure}`}>
      <h3 id={`measure-${measure}`}>{MEASURES[measure].title}</h3>
      <ul class="pair-shares">
        {lines.map(({ whose, name, rate }) => {
          const figure = rateFigure(measure, rate, whose)
          return (
            <li key={whose.id}>
              <span>{name}</span>
              <FigureValue figure={figure} />
              <ShareBar value={figure.value} />
              <SmallPrint of={figure} class="share-basis">
                {[figure.basis, intervalWords(figure.value)].filter(Boolean).join(', ')}
              </SmallPrint>
            </li>
          )
        })}
      </ul>
      <p class="pair-effect">
        <FigureValue figure={effect} />{' '}
        {synergy[measure] !== null && (
          <SmallPrint of={effect}>
            {effectBounds(synergy[measure])}, {effectMeaning(synergy[measure])}; {effect.basis}
          </SmallPrint>
        )}
      </p>
    </section>
  )
}
