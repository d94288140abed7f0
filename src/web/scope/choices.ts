import type { ReplyAt } from '../../contract/client.ts'
import { readableText } from '../../format/file-text.ts'
import { clock, day } from '../when.ts'
import type { Choice } from './chooser.tsx'
import {
  ALL_DAYS,
  allRoundsOf,
  type Evening,
  NO_SCOPE,
  type Scope,
  type ScopeChange,
  scopeOfRound,
  USUAL_DAYS,
} from './scope.ts'
import { dateWords, daysWords, eveningWords, type KnownEvening } from './words.ts'

export type ScopedRound = Pick<
  ReplyAt<'/api/proximity/rounds'>['rounds'][number],
  'id' | 'map_name' | 'round_number' | 'round_start_unix' | 'started_unix' | 'round_date' | 'session_id'
>

const DAYS = [7, USUAL_DAYS, 90, 365, ALL_DAYS]

type ScopeChoice = Choice<ScopeChange>

function choice(words: string, group: string | null, isChosen: boolean, scope: Scope, round_id: number | null = null) {
  // what is chosen leads to its own scope and round, which no other choice does
  const value = JSON.stringify([round_id, ...Object.values(scope)])
  // a map or a server may be named in bytes that are no UTF-8
  return { value, words: readableText(words), group, isChosen, leadsTo: { scope, round_id } } satisfies ScopeChoice
}

/**
 * Evenings and stretches of days. The map stays where it was played too.
 *
 * @param opened the evening of the scope, which may be older than those; null: nothing more is known of it
 */
export function timeChoices(
  scope: Scope,
  evenings: readonly Evening[],
  opened: KnownEvening | null,
): readonly ScopeChoice[] {
  const { map_name, server } = scope
  const kept = { ...NO_SCOPE, map_name, round_number: numberKept(scope), server }
  const choices: ScopeChoice[] = evenings.map((evening) => {
    const played = evening.maps.some((map) => map.map_name === map_name)
    const to = { ...kept, map_name: played ? map_name : null, session_id: evening.id }
    const words = evening.rounds === 0 ? `${eveningWords(evening)} (nothing counts)` : eveningWords(evening)
    return choice(words, 'Evenings', scope.session_id === evening.id, to)
  })
  if (scope.session_id !== null && !choices.some(({ isChosen }) => isChosen)) {
    const words = opened === null ? 'One evening' : eveningWords(opened)
    choices.push(choice(words, 'Evenings', true, { ...kept, session_id: scope.session_id }))
  }
  if (scope.session_date !== null && scope.session_id === null) {
    choices.unshift(choice(dateWords(scope.session_date), 'Date', true, { ...kept, session_date: scope.session_date }))
  }
  const current = scope.session_id === null && scope.session_date === null ? scope.range_days || USUAL_DAYS : null
  const days = current === null || DAYS.includes(current) ? DAYS : [...DAYS, current].sort((a, b) => a - b)
  const stretches = days.map((range_days) =>
    choice(daysWords(range_days), 'Days', range_days === current, { ...kept, range_days }),
  )
  return [...choices, ...stretches]
}

/** The maps of the evening, or of all evenings. */
export function mapChoices(scope: Scope, evenings: readonly Evening[]): readonly ScopeChoice[] {
  const within = scope.session_id === null ? evenings : evenings.filter(({ id }) => id === scope.session_id)
  const played = within.flatMap(({ maps }) => maps.map(({ map_name }) => map_name))
  const names = new Set(scope.session_id === null ? played.sort() : played)
  if (scope.map_name !== null) names.add(scope.map_name)
  const any = { ...allRoundsOf(scope), round_number: numberKept(scope), map_name: null }
  return [
    choice('all maps', null, scope.map_name === null, any),
    ...[...names].map((map_name) => choice(map_name, 'Maps', map_name === scope.map_name, { ...any, map_name })),
  ]
}

/** All rounds, those of one number, or one. */
export function roundChoices(
  scope: Scope,
  rounds: readonly ScopedRound[],
  opened: ScopedRound | null,
): readonly ScopeChoice[] {
  const all = allRoundsOf(scope)
  const single = opened ?? (narrowed(scope) ? null : undefined)
  const numbered = [1, 2].map((round_number) => {
    const isChosen = single === undefined && scope.round_number === round_number
    return choice(`round ${round_number} of each map`, null, isChosen, { ...all, round_number })
  })
  const listed = opened === null || rounds.some(({ id }) => id === opened.id) ? rounds : [opened, ...rounds]
  const singles = listed.map((round) =>
    choice(
      roundWords(round, scope),
      'One round',
      round.id === opened?.id,
      { ...scopeOfRound(round), server: scope.server },
      round.id,
    ),
  )
  const isNone = scope.round_number === null && single === undefined
  const found = [choice('all rounds', null, isNone, all), ...numbered, ...singles]
  if (found.some(({ isChosen }) => isChosen)) return found
  return [...found, choice('one round', 'One round', true, scope)]
}

/** The number is kept where it means that round of each map. */
function numberKept(scope: Scope): number | null {
  return narrowed(scope) ? null : scope.round_number
}

function narrowed({ round_start_unix }: Scope): boolean {
  return round_start_unix !== null
}

function roundWords({ map_name, round_number, started_unix }: ScopedRound, scope: Scope): string {
  const words = scope.map_name === null ? `${map_name}, round ${round_number}` : `round ${round_number}`
  if (started_unix === null) return words
  const time = scope.session_id === null ? `${day(started_unix)} ${clock(started_unix)}` : clock(started_unix)
  return `${words}, ${time}`
}

/** The game servers by name. */
export function serverChoices(scope: Scope, evenings: readonly Evening[]): readonly ScopeChoice[] {
  const names = new Set(evenings.map(({ server }) => server).filter((name) => name !== ''))
  if (scope.server !== null) names.add(scope.server)
  // with one server there is nothing to choose
  if (names.size < 2 && scope.server === null) return []
  const any = { ...allRoundsOf(scope), session_id: null, server: null }
  return [
    choice('all servers', null, scope.server === null, any),
    ...[...names].sort().map((server) => choice(server, 'Servers', server === scope.server, { ...any, server })),
  ]
}
