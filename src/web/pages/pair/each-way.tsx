import type { ComponentChildren } from 'preact'
import { PlayerName } from '../../names/player-name.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { delayFigure, type Pair, rateFigure, resultsFigure, TOGETHER } from './figures.ts'

/** What goes from one to the other, how fast, and what came of it. */
export function EachWay({ pair }: { readonly pair: Pair }) {
  const { player1, player2, together, results } = pair
  const ways = [
    { id: '_1', from: player1, to: player2 },
    { id: '_2', from: player2, to: player1 },
  ]
  const lines: readonly (readonly [name: ComponentChildren, figure: Figure])[] = [
    ...ways.map(
      ({ id, from, to }) =>
        [
          <>
            <Name of={from} /> traded <Name of={to} />
          </>,
          rateFigure('trades', from.for_the_other.trades, { id: `_way${id}`, words: 'one way' }),
        ] as const,
    ),
    ...ways.map(
      ({ id, from, to }) =>
        [
          <>
            <Name of={from} /> was there for <Name of={to} />
          </>,
          rateFigure('support', from.for_the_other.support, { id: `_way${id}`, words: 'one way' }),
        ] as const,
    ),
    ['Between their first hits', delayFigure(together.delay_ms, TOGETHER)],
    ...ways.map(
      ({ id, from }) =>
        [
          <>
            <Name of={from} /> with others
          </>,
          delayFigure(from.with_others.delay_ms, { id, words: 'with others' }),
        ] as const,
    ),
    ['Rounds won together', resultsFigure(results, pair.rounds, TOGETHER)],
    ...ways.map(
      ({ id, from }) =>
        [
          <>
            <Name of={from} /> without the other
          </>,
          resultsFigure(from.results_without, from.results_without.rounds, { id, words: 'without the other' }),
        ] as const,
    ),
  ]
  return (
    <dl class="pair-facts">
      {lines.map(([name, figure]) => (
        <div key={figure.id}>
          <dt>{name}</dt>
          <dd>
            <FigureValue figure={figure} isShort />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Name({ of: { name, guid } }: { readonly of: Pair['player1'] }) {
  return <PlayerName name={name} guid={guid} />
}
