import { readableText } from '../../../../format/file-text.ts'
import { type Fact, Facts } from '../../../facts.tsx'
import { Link } from '../../../navigation.tsx'
import { count, UNKNOWN } from '../../../numbers/format.ts'
import { clock, day, span, zone } from '../../../when.ts'
import { botWords, exclusionWords, people } from '../round-words.ts'
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
      name: 'Map',
      value: readableText(round.map_name),
      more: <Link to={{ page: 'round', id: round.id, player: null }}>how the round went</Link>,
    },
    {
      name: 'Round',
      value: round.round_number,
      ...(round_number_reason === null
        ? {}
        : { more: `The file says ${round.round_number_raw ?? 'nothing'}: ${round_number_reason}.` }),
    },
    { name: 'Start', ...startOf(round) },
    { name: 'Length', value: length_ms > 0 ? span(length_ms) : UNKNOWN },
    { name: 'Players', value: count(people(played)) + botWords(played) },
    { name: 'Fights', value: count(sum('fights')) },
    { name: 'Lives', value: count(sum('lives')) },
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
