import { PlayerLink } from '../../names/player-link.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { boundsWords } from '../../numbers/value-words.ts'
import { Panel } from '../../panel.tsx'
import { figureOf } from './board-figure.ts'
import { BOARD_WORDS, type BoardReply } from './board-words.ts'

/** What one person has, wherever he stands. */
export function OwnLine({ board }: { readonly board: BoardReply }) {
  const { own } = board
  const { nouns } = BOARD_WORDS[board.board]
  if (own === null) {
    return (
      <Panel title="Your line">
        <p class="empty">No {nouns} of this player in this choice.</p>
      </Panel>
    )
  }
  const figure = figureOf(board, own)
  return (
    <Panel title="Your line" class="own-line">
      <p>
        <PlayerLink name={own.name} guid={own.guid} /> <FigureValue figure={figure} />{' '}
        <SmallPrint of={figure}>
          {boundsWords(figure.value)}
          {own.rank !== null && `, place ${own.rank}`}
        </SmallPrint>
      </p>
    </Panel>
  )
}
