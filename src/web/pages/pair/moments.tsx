import { readableText } from '../../../format/file-text.ts'
import type { ReplayAddress } from '../../address.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import { clockText } from '../../round/clock.ts'
import { day } from '../../when.ts'
import type { Pair } from './figures.ts'

/** A moment is shown from this long before it, ms. */
const LEAD_MS = 5000

/** Moments of the two, each leading into the replay. */
export function Moments({ pair }: { readonly pair: Pair }) {
  if (pair.moments.length === 0) return <p class="muted">No crossfire and no trade of the two yet.</p>
  return (
    <ul class="pair-moments">
      {pair.moments.map((moment) => {
        const { what, round_id, map_name, started_unix, round_number, time_ms, engagement_id } = moment
        const replay: ReplayAddress = {
          ...{ page: 'replay' as const, id: round_id, t_ms: Math.max(0, time_ms - LEAD_MS), player: null, view: null },
          fight: what === 'crossfire' ? engagement_id : null,
        }
        return (
          <li key={`${what} ${round_id} ${time_ms} ${engagement_id}`}>
            <Link to={replay}>
              {started_unix === null ? '' : `${day(started_unix)}, `}
              {readableText(map_name)}, round {round_number}, {clockText(time_ms)}
            </Link>{' '}
            <Told pair={pair} moment={moment} />
          </li>
        )
      })}
    </ul>
  )
}

function Told({ pair, moment }: { readonly pair: Pair; readonly moment: Pair['moments'][number] }) {
  const { what, target, is_kill } = moment
  const named = <PlayerName name={target.name} guid={target.guid} />
  if (what === 'crossfire') {
    return (
      <>
        both hit {named}
        {is_kill && ', who died'}
      </>
    )
  }
  const avenger = target.guid === pair.player1.guid ? pair.player2 : pair.player1
  return (
    <>
      <PlayerName name={avenger.name} guid={avenger.guid} /> traded {named}
    </>
  )
}
