import { readableText } from '../../../format/file-text.ts'
import type { ReplayAddress } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import { Link } from '../../navigation.tsx'
import { PageTitle } from '../../page-title.tsx'
import { missingWords } from '../../round/missing.ts'
import { outcomeWords } from '../../round/round-words.ts'
import { type Round, useRound } from '../../round/use-round.ts'
import { Replay } from './replay.tsx'
import './replay.css'

/** A round as it was played. */
export function ReplayPage({ address }: { readonly address: ReplayAddress }) {
  const round = useRound(address.id)
  const name =
    round.state === 'here' ? `${readableText(round.data.map_name)}, round ${round.data.round_number}` : 'round'
  return (
    <>
      <div class="replay-head">
        <PageTitle title={`Replay of ${name}`} place={address.id} />
        {round.state === 'here' && (
          <p class="muted">
            {outcomeWords(round.data)}.{' '}
            <Link to={{ page: 'round', id: address.id, player: address.player }}>All about this round</Link>
          </p>
        )}
      </div>
      {round.state !== 'here' || round.data.tracks.length === 0 ? (
        <div class="panel">
          <Answered answer={round} lines={16}>
            {(data) => <NoWays round={data} />}
          </Answered>
        </div>
      ) : (
        <Replay key={address.id} address={address} round={round.data} />
      )}
    </>
  )
}

function NoWays({ round }: { readonly round: Round }) {
  return <p>{missingWords(round, ['tracks'])[0] ?? 'Nobody was on the map.'}</p>
}
