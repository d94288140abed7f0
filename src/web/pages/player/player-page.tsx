import { Answered } from '../../answer/answered.tsx'
import { plainName } from '../../names/colour-codes.ts'
import { Link, useNavigation } from '../../navigation.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import { ALL_PLAYERS, type PlayerAddress } from '../../player-address.ts'
import { EVERYTHING, isEverything } from '../../scope/scope.ts'
import { ScopedPage } from '../../scope/scoped-page.tsx'
import { day } from '../../when.ts'
import { DangersPanel } from './dangers-panel.tsx'
import { NamesPanel } from './names-panel.tsx'
import { NumberList } from './number-list.tsx'
import { AgainstWhom, WithWhom } from './people-lists.tsx'
import { StylePanel } from './style-panel.tsx'
import { TrendPanel } from './trend-panel.tsx'
import { type Profile, usePlayer } from './use-player.ts'
import './player.css'

/** Everything about one person. */
export function PlayerPage({ address }: { readonly address: PlayerAddress }) {
  const { scope, guid } = address
  const { go } = useNavigation()
  const { profile, style, trends, dangers } = usePlayer(address)
  const known = profile.state === 'here' ? profile.data : null
  const name = known === null ? 'Player' : plainName(known.name, guid)
  return (
    <ScopedPage
      scope={scope}
      excluded={known?.excluded}
      title={name}
      hasHeading
      place={guid}
      subject={name}
      change={({ scope: to }) => go({ ...address, scope: to })}
    >
      {profile.state === 'failed' && (
        <Panel title="This player cannot be shown" class="no-rounds">
          <Answered answer={profile}>{() => null}</Answered>
          <p>
            <Link to={ALL_PLAYERS}>All players</Link>
          </p>
        </Panel>
      )}
      {known !== null && known.rounds === 0 && <Elsewhere profile={known} address={address} />}
      {profile.state !== 'failed' && known?.rounds !== 0 && (
        <>
          {known !== null && <Seen profile={known} />}
          <div class="columns columns-main">
            <NumberList profile={profile} trends={trends} />
            {known !== null && <StylePanel style={style} profile={known} />}
          </div>
          <TrendPanel address={address} trends={trends} />
          {known !== null && (
            <div class="columns player-halves">
              <WithWhom profile={known} scope={scope} />
              <AgainstWhom profile={known} />
            </div>
          )}
          <DangersPanel address={address} dangers={dangers} />
          {known !== null && <NamesPanel profile={known} scope={scope} />}
        </>
      )}
    </ScopedPage>
  )
}

function Seen({ profile: { rounds, kind, last_seen_unix } }: { readonly profile: Profile }) {
  const figure: Figure = {
    ...{ id: 'rounds', title: 'Rounds', metrics: ['rounds'], basis: '' },
    about: 'Rounds in which the player took part.',
    value: { kind: 'count', count: rounds, write: (n) => counted(n, 'round') },
  }
  return (
    <p class="player-seen muted">
      <FigureValue figure={figure} />
      {last_seen_unix !== null && `, the last one on ${day(last_seen_unix)}`}.
      {kind === 'unknown' && ' Without an identifier, so known in one round only.'}
    </p>
  )
}

/** Somebody who played, but not in these rounds. */
function Elsewhere({ profile, address }: { readonly profile: Profile; readonly address: PlayerAddress }) {
  const last = profile.names[0]?.last_seen_unix ?? null
  return (
    <>
      <Panel title="Not in these rounds" class="no-rounds">
        <p>
          {last === null ? 'Nothing of this player counts here.' : `Last seen on ${day(last)}.`}{' '}
          {!isEverything(address.scope) && <Link to={{ ...address, scope: EVERYTHING }}>All evenings</Link>}
        </p>
      </Panel>
      <NamesPanel profile={profile} scope={address.scope} />
    </>
  )
}
