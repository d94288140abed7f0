import type { ReplyAt } from '../../contract/client.ts'
import { readableText } from '../../format/file-text.ts'
import { counted } from '../numbers/format.ts'
import { clock, day } from '../when.ts'
import { ALL_DAYS, type Evening, type Scope, USUAL_DAYS } from './scope.ts'

export type Excluded = ReplyAt<'/api/proximity/summary'>['excluded']

/** What must be known of an evening to name it. */
export type KnownEvening = Pick<Evening, 'id' | 'start_unix'>

/** How an evening is called. */
export function eveningWords({ start_unix }: Pick<KnownEvening, 'start_unix'>): string {
  return `Evening of ${day(start_unix)}, ${clock(start_unix)}`
}

export function daysWords(days: number): string {
  if (days >= ALL_DAYS) return 'All evenings'
  return days === 365 ? 'The last year' : `The last ${days} days`
}

/** The time that a scope is about. */
function timeWords(scope: Scope, evenings: readonly KnownEvening[]): string {
  if (scope.session_id !== null) {
    const evening = evenings.find(({ id }) => id === scope.session_id)
    return evening === undefined ? 'One evening' : eveningWords(evening)
  }
  if (scope.session_date !== null) return dateWords(scope.session_date)
  return daysWords(scope.range_days || USUAL_DAYS)
}

/** A date of the game server. */
export function dateWords(date: string): string {
  const noon = Date.parse(`${date}T12:00:00`) / 1000
  return Number.isNaN(noon) ? date : day(noon)
}

/** A scope as one line. */
export function scopeWords(scope: Scope, evenings: readonly KnownEvening[]): string {
  const { round_start_unix: start, round_number } = scope
  const map = scope.map_name && readableText(scope.map_name)
  if (start !== null) {
    const words = [day(start), map, round_number === null ? null : `round ${round_number}`, clock(start)]
    return words.filter((word) => word !== null).join(', ')
  }
  const words = [timeWords(scope, evenings), map]
  if (round_number !== null) words.push(`round ${round_number}`)
  words.push(scope.server && readableText(scope.server))
  return words.filter((word) => word !== null).join(', ')
}

/** The rounds of a scope that count for nothing, by reason. */
export function roundsLeftOut({ rounds }: Pick<Excluded, 'rounds'>): string {
  return joined([
    [rounds.incomplete, 'incomplete round'],
    [rounds.bots, 'round of bots'],
    [rounds.test_mode, 'round in test mode'],
    [rounds.clock, 'round with a wrong clock'],
    [rounds.without_file, 'round without a file'],
  ])
}

/** What of the counted rounds is left out of the figures. */
export function partsLeftOut({ bot_players, engagements }: Excluded): string {
  return joined([
    [bot_players, 'bot'],
    [engagements.team, 'hit by mates only', 'hits by mates only'],
    [engagements.no_attacker, 'death without an enemy', 'deaths without an enemy'],
    [engagements.bots, 'fight with a bot', 'fights with bots'],
  ])
}

function joined(parts: readonly (readonly [number, one: string, many?: string])[]): string {
  const words = parts
    .filter(([value]) => value > 0)
    .map(([value, one, many = one.replace('round', 'rounds').replace(/^bot$/, 'bots')]) => counted(value, one, many))
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
