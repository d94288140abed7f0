import { PlayerLink } from '../../names/player-link.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import { waitingFigure } from './board-figure.ts'
import { BOARD_WORDS, type BoardReply } from './board-words.ts'

/** Who has too few cases to be compared, by name. */
export function WaitingList({ board }: { readonly board: BoardReply }) {
  const { waiting, least } = board
  if (waiting.length === 0) return null
  const { noun, nouns } = BOARD_WORDS[board.board]
  return (
    <Panel title="Not enough yet">
      <ul class="waiting">
        {waiting.map((one) => (
          <li key={one.guid}>
            <PlayerLink name={one.name} guid={one.guid} />{' '}
            <span class="muted">
              <FigureValue figure={waitingFigure(board, one)} />
            </span>
          </li>
        ))}
      </ul>
      <p class="remark muted">To be compared takes {counted(least, noun, nouns)}.</p>
    </Panel>
  )
}
