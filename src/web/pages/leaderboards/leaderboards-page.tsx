import { Answered } from '../../answer/answered.tsx'
import type { LeaderboardsAddress } from '../../board-address.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import { counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import { EVERYTHING, isEverything } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { BoardLine } from './board-line.tsx'
import { BoardTable } from './board-table.tsx'
import { BOARD_WORDS, type BoardReply } from './board-words.ts'
import { OwnLine } from './own-line.tsx'
import { useBoard } from './use-board.ts'
import { WaitingList } from './waiting-list.tsx'
import './leaderboards.css'

/** Who is best in what, as far as it is sure. */
export function LeaderboardsPage({ address }: { readonly address: LeaderboardsAddress }) {
  const { go } = useNavigation()
  const { board, people } = useBoard(address)
  const { title, about } = BOARD_WORDS[address.board]
  return (
    <ScopedPage
      scope={address.scope}
      excluded={board.state === 'here' ? board.data.excluded : undefined}
      title={`Leaderboards: ${title}`}
      place={address.board}
      change={({ scope }) => go({ ...address, scope })}
    >
      <BoardLine address={address} people={people.state === 'here' ? people.data.players : []} />
      <Panel title={title} aside={about}>
        <Answered answer={board} lines={10} empty={(reply) => emptyOf(reply, address)}>
          {(data) => (
            <>
              <BoardTable board={data} player={address.player} />
              <p class="remark muted">{rulesOf(data)}</p>
            </>
          )}
        </Answered>
      </Panel>
      {board.state === 'here' && address.player !== null && <OwnLine board={board.data} />}
      {board.state === 'here' && <WaitingList board={board.data} />}
    </ScopedPage>
  )
}

function emptyOf(reply: BoardReply, address: LeaderboardsAddress) {
  const words = emptyWords(reply)
  if (words === null || isEverything(address.scope)) return words
  return (
    <>
      {words} <Link to={{ ...address, scope: EVERYTHING }}>All evenings</Link>
    </>
  )
}

function emptyWords({ best, compared, waiting, board, least }: BoardReply): string | null {
  const { noun, nouns } = BOARD_WORDS[board]
  if (best.length > 0) return null
  if (compared > 0) return `Of nobody is it sure that it is more than chance: ${counted(compared, 'player')} compared.`
  if (waiting.length > 0) return `Nobody has ${counted(least, noun, nouns)} yet.`
  return 'Nothing of this kind was recorded in these rounds.'
}

function rulesOf({ compared, least, unit, board, best }: BoardReply): string {
  const { noun, nouns } = BOARD_WORDS[board]
  const end = unit === 'ms' ? 'upper' : 'lower'
  return `The best ${best.length} of ${counted(compared, 'player')} with at least ${counted(least, noun, nouns)}, by the ${end} end of the 80 % interval; only the better half is shown. Equal ones share a place.`
}
