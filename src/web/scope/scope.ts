import type { ReplyAt } from '../../contract/client.ts'

/** Which rounds a page is about: all that is given must hold. Null: not given. */
export interface Scope {
  readonly range_days: number | null
  readonly session_id: number | null
  readonly session_date: string | null
  readonly map_name: string | null
  readonly round_number: number | null
  readonly round_start_unix: number | null
  readonly server: string | null
}

/** What a scope can be changed to; `round_id`: the round that is opened with it. */
export interface ScopeChange {
  readonly scope: Scope
  readonly round_id: number | null
}

export const NO_SCOPE: Scope = {
  range_days: null,
  session_id: null,
  session_date: null,
  map_name: null,
  round_number: null,
  round_start_unix: null,
  server: null,
}

/** As many days back as the API allows. */
export const ALL_DAYS = 3650
export const EVERYTHING: Scope = { ...NO_SCOPE, range_days: ALL_DAYS }
/** What the API takes when nothing is said. */
export const USUAL_DAYS = 30

export type Evening = ReplyAt<'/api/proximity/sessions'>['sessions'][number]

type RoundKey = Pick<
  ReplyAt<'/api/proximity/rounds'>['rounds'][number],
  'session_id' | 'round_date' | 'map_name' | 'round_number' | 'round_start_unix'
>

export function isEmpty(scope: Scope): boolean {
  return Object.values(scope).every((value) => value === null)
}

/** True if nothing narrows the scope. */
export function isEverything({ range_days, ...rest }: Scope): boolean {
  return range_days === ALL_DAYS && isEmpty({ ...rest, range_days: null })
}

/** The evening that a scope is the whole of; null if it is another choice of rounds. */
export function eveningOf({ session_id, ...rest }: Scope): number | null {
  return isEmpty({ ...rest, session_id: null }) ? session_id : null
}

/** The scope that is one evening. */
export function scopeOfEvening({ id }: Evening): Scope {
  return { ...NO_SCOPE, session_id: id }
}

/** The scope that is one round: within its evening, or its date where it has none. */
export function scopeOfRound(round: RoundKey): Scope {
  return {
    ...NO_SCOPE,
    session_id: round.session_id,
    session_date: round.session_id === null ? round.round_date : null,
    map_name: round.map_name,
    round_number: round.round_number,
    round_start_unix: round.round_start_unix,
  }
}

/** The scope without what narrows it to single rounds. */
export function allRoundsOf(scope: Scope): Scope {
  return { ...scope, round_number: null, round_start_unix: null }
}
