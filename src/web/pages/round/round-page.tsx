import { useEffect } from 'preact/hooks'
import { readableText } from '../../../format/file-text.ts'
import { fileOf, LATEST, type Place, type RoundAddress } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import { Link } from '../../navigation.tsx'
import { Explained } from '../../numbers/explained.tsx'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import { missingWords } from '../../round/missing.ts'
import { RoundEnded } from '../../round/round-ended.tsx'
import { endOf } from '../../round/round-words.ts'
import { type Round, useRound } from '../../round/use-round.ts'
import { type Played, WhoWasThere } from '../../round/who-was-there.tsx'
import { clock, day } from '../../when.ts'
import { Breakdown } from './breakdown.tsx'
import { FightList } from './fight-list.tsx'
import { PlayerFilter } from './player-filter.tsx'
import { Timeline } from './timeline.tsx'
import { WhoPlayed } from './who-played.tsx'
import './round.css'

/** One round: how it went, fight by fight, and who played. */
export function RoundPage({ address }: { readonly address: RoundAddress }) {
  const round = useRound(address.id)
  if (round.state !== 'here') {
    return (
      <>
        <PageTitle title="Round" place={address.id} />
        <div class="panel">
          <Answered answer={round} lines={16}>
            {() => null}
          </Answered>
        </div>
      </>
    )
  }
  return <RoundPanels address={address} round={round.data} />
}

function RoundPanels({ address, round }: { readonly address: RoundAddress; readonly round: Round }) {
  const at = round.players.findIndex(({ guid }) => guid === address.player)
  const player = at === -1 ? null : at
  useEffect(() => {
    // what the reader will most likely open next
    void import('../replay/replay-page.tsx')
  }, [])
  const missing = missingWords(round, ['tracks', 'deaths', 'revives', 'waves', 'objectives'])
  const name = `${readableText(round.map_name)}, round ${round.round_number}`
  const isOfServer = fileOf(address.id) === null
  const file: Place = isOfServer ? { ...LATEST, round_id: round.id } : { page: 'try' }
  return (
    <Explained scope={`${name}. ${whenWords(round)}`} leftOut="" rounds={file} sensors={round.sensors}>
      <header class="round-head">
        <PageTitle title={name} place={address.id} />
        <p class="round-outcome">
          <RoundEnded round={round} ended={endOf(round)} />.
        </p>
        <p class="muted">
          {whenWords(round)} · <WhoWasThere round={round} played={playedIn(round)} words=" players" />
        </p>
        <p class="round-ways">
          <Link
            to={{ page: 'replay', id: address.id, t_ms: null, fight: null, player: address.player }}
            class="as-button"
          >
            Watch the replay
          </Link>
          {isOfServer && <Link to={file}>Its figures and its file</Link>}
        </p>
      </header>
      <PlayerFilter round={round} address={address} />
      {address.player !== null && player === null && <p class="warn">The player of this link is not in this round.</p>}
      <Panel title="How it went" aside="a click leads to that moment of the replay">
        <Timeline id={address.id} round={round} player={player} />
        {missing.length > 0 && <p class="remark muted">{missing.join(' ')}</p>}
      </Panel>
      <div class="columns columns-main round-columns">
        <Panel title="Fights">
          <FightList key={player} id={address.id} round={round} player={player} />
        </Panel>
        <Panel title="Fights by size">
          <Breakdown round={round} player={player} />
        </Panel>
      </div>
      <Panel title="Who played">
        <WhoPlayed round={round} address={address} />
      </Panel>
    </Explained>
  )
}

function whenWords({ started_unix, start_source }: Round): string {
  const about = start_source === 'file_name' ? 'about ' : ''
  return started_unix === null ? 'Start unknown' : `${day(started_unix)}, ${about}${clock(started_unix)}`
}

function playedIn({ sums: { humans, unknown_players, bots } }: Round): Played {
  return { humans: humans ?? 0, unknown_players: unknown_players ?? 0, bots: bots ?? 0 }
}
