import { readableText } from '../../../format/file-text.ts'
import { counted } from '../../numbers/format.ts'
import type { Summary } from '../../tried/messages.ts'
import { clock, day, span } from '../../when.ts'
import { botWords, exclusionWords, people } from '../evenings/round-words.ts'

/** Which round it is. */
export function roundWords({ facts: { map_name, round_number } }: Summary): string {
  return `${readableText(map_name)}, round ${round_number}`
}

/** When it was played, how long, by how many. */
export function playedWords({ facts, sums }: Summary): string {
  const about = facts.start_source === 'file_name' ? 'about ' : ''
  const when = `${day(facts.started_unix)}, ${about}${clock(facts.started_unix)}`
  const length_ms = sums.clock_end_ms - sums.clock_start_ms
  const fights = counted(sums.fights, 'fight')
  return [when, span(length_ms), `${counted(people(sums), 'player')}${botWords(sums)}`, fights].join(' · ')
}

/** Why it would count for nothing on a server, in a sentence; null: it would count. */
export function leftOutWords({ facts: { exclusion } }: Summary): string | null {
  const why = exclusionWords({ exclusion, state: 'imported' })
  return why === null ? null : `In statistics it would not count: ${why}.`
}
