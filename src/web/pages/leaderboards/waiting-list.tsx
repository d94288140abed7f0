import { PlayerLink } from '../../names/player-link.tsx'
import { count, counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import { BOARD_WORDS, type BoardReply } from './board-words.ts'

/** Who has too few cases to be compared, by name. */
export function WaitingList({ board }: { readonly board: BoardReply }) {
  const { waiting, least } = board
  if (waiting.length === 0) return null
  const { noun, nouns } = BOARD_WORDS[board.board]
  return (
    <Panel title="Not enough yet" aside={`fewer than ${counted(least, noun, nouns)}`}>
      <ul class="waiting">
        {waiting.map(({ guid, name, n }) => (
          <li key={guid}>
            <PlayerLink name={name} guid={guid} />{' '}
            <span class="muted">
              {count(n)} of {least}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
