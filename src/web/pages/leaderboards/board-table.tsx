import { PlayerLink } from '../../names/player-link.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count } from '../../numbers/format.ts'
import { ShareBar } from '../../numbers/share-bar.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { intervalWords } from '../../numbers/value-words.ts'
import { figureOf } from './board-figure.ts'
import { BOARD_WORDS, type BoardReply } from './board-words.ts'

interface BoardTableProps {
  readonly board: BoardReply
  /** Whose line stands out. */
  readonly player: string | null
}

/** The best, one line each: place, number, interval, cases. */
export function BoardTable({ board, player }: BoardTableProps) {
  const { nouns } = BOARD_WORDS[board.board]
  const shared = board.best.map(({ rank }) => rank).filter((rank, i, all) => all.indexOf(rank) !== i)
  return (
    <table class="board">
      <thead>
        <tr>
          <th scope="col" class="number">
            Place
          </th>
          <th scope="col">Player</th>
          <th scope="col" class="number">
            {board.unit === 'ms' ? 'Median' : 'Share'}
          </th>
          <th scope="col" class="not-on-phone">
            80 % interval
          </th>
          <th scope="col" class="number">
            {nouns.charAt(0).toUpperCase() + nouns.slice(1)}
          </th>
        </tr>
      </thead>
      <tbody>
        {board.best.map((line) => {
          const figure = figureOf(board, line)
          return (
            <tr key={line.guid} class={line.guid === player ? 'is-chosen' : undefined}>
              <td class="number">
                <SmallPrint of={figure}>
                  {line.rank}
                  {shared.includes(line.rank) && (
                    <>
                      =<span class="visually-hidden"> shared</span>
                    </>
                  )}
                </SmallPrint>
              </td>
              <th scope="row">
                <PlayerLink name={line.name} guid={line.guid} />
                {line.guid === player && <span class="muted"> (your line)</span>}
              </th>
              <td class="number">
                <FigureValue figure={figure} isShort />
                <SmallPrint of={figure} class="on-phone board-bounds">
                  {intervalWords(figure.value)}
                </SmallPrint>
              </td>
              <td class="board-interval not-on-phone muted">
                {board.unit === 'pct' && <ShareBar value={figure.value} />}
                <SmallPrint of={figure}>{intervalWords(figure.value)}</SmallPrint>
              </td>
              <td class="number">
                <SmallPrint of={figure}>{count(line.n)}</SmallPrint>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
