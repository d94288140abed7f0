import { PlayerLink } from '../../names/player-link.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count } from '../../numbers/format.ts'
import { ShareBar } from '../../numbers/share-bar.tsx'
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
              <td class="number muted">
                {line.rank}
                {shared.includes(line.rank) && (
                  <>
                    =<span class="visually-hidden"> shared</span>
                  </>
                )}
              </td>
              <th scope="row">
                <PlayerLink name={line.name} guid={line.guid} />
                {line.guid === player && <span class="muted"> (your line)</span>}
              </th>
              <td class="number">
                <FigureValue figure={figure} isShort />
                <span class="on-phone muted board-bounds">{intervalWords(figure.value)}</span>
              </td>
              <td class="board-interval not-on-phone muted">
                {board.unit === 'pct' && <ShareBar value={figure.value} />}
                <span>{intervalWords(figure.value)}</span>
              </td>
              <td class="number muted">{count(line.n)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
