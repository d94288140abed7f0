import { readableText } from '../../../format/file-text.ts'
import type { Summary } from '../../tried/messages.ts'
import { clock, day } from '../../when.ts'
import { exclusionWords } from '../evenings/round-words.ts'

/** Which round it is. */
export function roundWords({ facts: { map_name, round_number } }: Summary): string {
  return `${readableText(map_name)}, round ${round_number}`
}

/** When it was played. */
export function playedWords({ facts }: Summary): string {
  const about = facts.start_source === 'file_name' ? 'about ' : ''
  return `${day(facts.started_unix)}, ${about}${clock(facts.started_unix)}`
}

/** Why it would count for nothing on a server, in a sentence; null: it would count. */
export function leftOutWords({ facts: { exclusion } }: Summary): string | null {
  const why = exclusionWords({ exclusion, state: 'imported' })
  return why === null ? null : `In statistics it would not count: ${why}.`
}
