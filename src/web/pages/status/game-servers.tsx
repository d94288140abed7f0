import { readableText } from '../../../format/file-text.ts'
import { Mark } from '../../mark.tsx'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import { count } from '../../numbers/format.ts'
import { SIDE_WORDS } from '../../round/sections.ts'
import { SideMark } from '../../round/side-mark.tsx'
import { type GameServer, type Live, stateOf, trackerWords } from './servers.ts'

interface GameServersProps {
  readonly servers: readonly GameServer[]
  readonly generated_at: string
}

/** Every game server: who plays there now, and which tracker writes its rounds. */
export function GameServers({ servers, generated_at }: GameServersProps) {
  const isNamed = servers.some(({ live }) => live !== null)
  return (
    <>
      {servers.length > 0 && (
        <ul class="game-servers">
          {servers.map((server) => (
            <Server key={server.name} server={server} generated_at={generated_at} />
          ))}
        </ul>
      )}
      {!isNamed && (
        <p class="remark muted">
          No game server is named. With a line such as <code>PROXIMITY_GAME_SERVERS=scrim-1=203.0.113.7:27960</code> in
          the file <code>.env</code>, who plays there shows up here.
        </p>
      )}
    </>
  )
}

function Server({ server, generated_at }: { readonly server: GameServer; readonly generated_at: string }) {
  const { name, live, newest_round } = server
  const state = live === null ? null : stateOf(live, generated_at)
  return (
    <li>
      <Mark kind={state?.mark ?? 'off'} />
      <div>
        <strong>{readableText(name) || 'Without a name'}</strong>{' '}
        {state === null ? 'is not asked' : readableText(state.words)}
        {state !== null && state.advice !== null && <p class="advice">{state.advice}</p>}
        {live?.now && <LineUps players={live.now.players} />}
        {newest_round === null && (
          <p class="muted">
            No round of it is stored. Its tracker's <code>server_name</code> must be <code>{readableText(name)}</code>.
          </p>
        )}
        {newest_round && (
          <p class="muted">
            Newest round{' '}
            <Link to={{ page: 'round', id: newest_round.round_id, player: null }}>
              {readableText(newest_round.map_name)}, round {newest_round.round_number}
            </Link>
            : {trackerWords(newest_round)}
          </p>
        )}
      </div>
    </li>
  )
}

type Player = NonNullable<Live['now']>['players'][number]

/** The sides in their order, then those who watch, then those of whom it is not told. */
const GROUPS = ['AXIS', 'ALLIES', 'SPEC', null] as const satisfies readonly Player['side'][]

function LineUps({ players }: { readonly players: readonly Player[] }) {
  return (
    <>
      {GROUPS.map((side) => {
        const group = players.filter((player) => player.side === side)
        if (group.length === 0) return null
        const words = side === null ? 'Players' : SIDE_WORDS[side]
        return (
          <ul class="line-up" key={words} aria-label={words}>
            <li class="muted">
              <SideMark team={side ?? ''} />
              {words}, {count(group.length)}
            </li>
            {group.map(({ name, score }, at) => (
              <li key={at}>
                <PlayerName name={name} guid="" /> <span class="muted">{count(score)}</span>
              </li>
            ))}
          </ul>
        )
      })}
    </>
  )
}
