import { useEffect, useState } from 'preact/hooks'
import type { ReplyAt } from '../../../contract/client.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import { usePages } from '../../answer/use-pages.ts'
import { More } from '../../more.tsx'
import { plainName } from '../../names/colour-codes.ts'
import { PlayerLink } from '../../names/player-link.tsx'
import { Link, useNavigation } from '../../navigation.tsx'
import type { Figure, Value } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted, UNKNOWN } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import type { PlayersAddress } from '../../player-address.ts'
import { EVERYTHING, isEverything } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { day, span } from '../../when.ts'
import './players.css'

type Players = ReplyAt<'/api/proximity/players'>
type Player = Players['players'][number]

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
        {players.map((player) => (
          <Row key={player.guid} player={player} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ player }: { readonly player: Player }) {
  const { guid, name, matched_name, kind, last_seen_unix } = player
  return (
    <tr>
      <td>
        <PlayerLink name={name} guid={guid} />
        {matched_name !== null && <bdi class="more-words muted">once {plainName(matched_name, guid)}</bdi>}
        {kind === 'unknown' && <span class="more-words muted">without an identifier: of one round only</span>}
      </td>
      <td class="number">
        <FigureValue figure={roundsFigure(player)} />
      </td>
      <td class="number not-on-phone muted">
        <FigureValue figure={aliveFigure(player)} isShort />
      </td>
      <td class="number muted">{last_seen_unix === null ? UNKNOWN : <time>{day(last_seen_unix)}</time>}</td>
    </tr>
  )
}

function roundsFigure({ guid, name, rounds }: Player): Figure {
  return {
    ...{ id: `rounds:${guid}`, title: `Rounds of ${plainName(name, guid)}`, metrics: ['rounds'], basis: '' },
    about: 'Rounds in which the player took part.',
    value: { kind: 'count', count: rounds },
  }
}

function aliveFigure({ guid, name, alive_ms, lives }: Player): Figure {
  const value: Value =
    lives === 0
      ? { kind: 'not_captured', reason: 'these files hold no lives' }
      : { kind: 'count', count: alive_ms, write: (ms) => span(ms) }
  return {
    ...{ id: `alive:${guid}`, title: `Time alive of ${plainName(name, guid)}`, metrics: ['alive_ms'] },
    about: 'How long the player lived in these rounds.',
    basis: lives === 0 ? '' : `In ${counted(lives, 'life', 'lives')}`,
    value,
  }
}
