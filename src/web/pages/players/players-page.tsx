import { useEffect, useState } from 'preact/hooks'
import type { ReplyAt } from '../../../contract/client.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { usePages } from '../../answer/use-pages.ts'
import { More } from '../../more.tsx'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import { Link, useNavigation } from '../../navigation.tsx'
import { count, counted, UNKNOWN } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import type { PlayersAddress } from '../../player-address.ts'
import { EVERYTHING, isEverything } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { day, span } from '../../when.ts'
import './players.css'

type Players = ReplyAt<'/api/proximity/players'>

/** Typing goes on for so long without a question, ms. */
const PAUSE_MS = 250

/** Who played, by number of rounds; found by any name used. */
export function PlayersPage({ address }: { readonly address: PlayersAddress }) {
  const { scope, search } = address
  const { go } = useNavigation()
  const players = usePages(JSON.stringify([scope, search]), (cursor, signal) =>
    server.get('/api/proximity/players', { query: { ...scope, search, cursor }, signal }),
  )
  const first = players.state === 'here' ? players.data.pages[0] : undefined
  const bots = first?.excluded.bot_players ?? 0
  return (
    <ScopedPage
      scope={scope}
      excluded={first?.excluded}
      title="Players"
      change={({ scope: to }) => go({ ...address, scope: to })}
    >
      <Panel title="Players" aside="by rounds played" class="players">
        <SearchField address={address} />
        <Answered answer={players} lines={10} empty={({ pages }) => emptyOf(pages, address)}>
          {({ pages, more, isAdding, reason }) => (
            <>
              <PlayersTable players={pages.flatMap((page) => page.players)} />
              <More more={more} isAdding={isAdding} reason={reason} noun="players" />
            </>
          )}
        </Answered>
        {bots > 0 && <p class="remark muted">{counted(bots, 'bot')} left out: bots have no numbers.</p>}
      </Panel>
    </ScopedPage>
  )
}

/** Part of a name; asked for when the typing pauses. */
function SearchField({ address }: { readonly address: PlayersAddress }) {
  const { replace } = useNavigation()
  const [typed, setTyped] = useState(address.search ?? '')
  useEffect(() => {
    const wanted = typed.trim() || null
    if (wanted === address.search) return
    const timer = setTimeout(() => replace({ ...address, search: wanted }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <label class="players-search">
      <span class="muted">Part of any name used</span>
      <input
        type="search"
        value={typed}
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
    </label>
  )
}

function emptyOf([page]: readonly Players[], { scope, search }: PlayersAddress) {
  if (page === undefined || page.players.length > 0) return null
  const everybody = { page: 'players', scope: EVERYTHING, search } as const
  if (isEverything(scope)) return search === null ? 'No players yet: no round counts.' : 'Nobody used such a name.'
  return (
    <>
      {search === null ? 'Nobody played in these rounds.' : 'Nobody of such a name in these rounds.'}{' '}
      <Link to={everybody}>Look in all evenings</Link>
    </>
  )
}

function PlayersTable({ players }: { readonly players: Players['players'] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Player</th>
          <th scope="col" class="number">
            Rounds
          </th>
          <th scope="col" class="number not-on-phone">
            Time alive
          </th>
          <th scope="col" class="number">
            Last seen
          </th>
        </tr>
      </thead>
      <tbody>
        {players.map(({ guid, name, matched_name, kind, rounds, alive_ms, lives, last_seen_unix }) => (
          <tr key={guid}>
            <td>
              <PlayerLink name={name} guid={guid} />
              {matched_name !== null && <bdi class="more-words muted">once {plainName(matched_name, guid)}</bdi>}
              {kind === 'unknown' && <span class="more-words muted">without an identifier: of one round only</span>}
            </td>
            <td class="number">{count(rounds)}</td>
            <td class="number not-on-phone muted">{lives === 0 ? 'not captured' : span(alive_ms)}</td>
            <td class="number muted">{last_seen_unix === null ? UNKNOWN : day(last_seen_unix)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
