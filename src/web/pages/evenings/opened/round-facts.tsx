import { readableText } from '../../../../format/file-text.ts'
import { type Fact, Facts } from '../../../facts.tsx'
import { Link } from '../../../navigation.tsx'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { fightsFigure, lengthFigure, livesFigure } from '../../../round/round-figures.ts'
import { WhoWasThere } from '../../../round/who-was-there.tsx'
import { clock, day, zone } from '../../../when.ts'
import { exclusionWords } from '../round-words.ts'
import type { OpenedRound } from './opened-round.tsx'

/** Which round it is and whether it counts. */
export function RoundFacts({ round }: { readonly round: OpenedRound }) {
  return <Facts facts={factsOf(round)} />
}

function factsOf(round: OpenedRound): readonly Fact[] {
  const { sums, round_number_reason } = round
  const sum = (name: string) => sums[name] ?? 0
  const left = exclusionWords({ exclusion: round.exclusion, state: 'imported' })
  const played = { humans: sum('humans'), bots: sum('bots'), unknown_players: sum('unknown_players') }
  const length_ms = sum('clock_end_ms') - sum('clock_start_ms')
  return [
    {
      name: 'Round',
      value: (
        <Link to={{ page: 'round', id: round.id, player: null }}>
          {readableText(round.map_name)}, round {round.round_number}
        </Link>
      ),
      ...(round_number_reason === null
        ? {}
        : { more: `The file says ${round.round_number_raw ?? 'nothing'}: ${round_number_reason}.` }),
    },
    { name: 'Start', ...startOf(round) },
    { name: 'Length', value: <FigureValue figure={lengthFigure(round, length_ms > 0 ? length_ms : null)} /> },
    { name: 'Players', value: <WhoWasThere round={round} played={played} /> },
    { name: 'Fights', value: <FigureValue figure={fightsFigure(round, sum('fights'))} /> },
    { name: 'Lives', value: <FigureValue figure={livesFigure(round, sum('lives'))} /> },
    { name: 'Counts', value: left === null ? 'yes' : <span class="warn">no: {left}</span> },
  ]
}

function startOf({ started_unix, start_source }: OpenedRound): Omit<Fact, 'name'> {
  if (started_unix === null) return { value: 'unknown', more: 'Neither the file nor its name says when.' }
  const value = `${day(started_unix)}, ${clock(started_unix)}`
  const more = zone(started_unix)
  if (start_source === 'header') return { value, more }
  return { value: `about ${value}`, more: `${more}; reckoned from the name of the file` }
}
