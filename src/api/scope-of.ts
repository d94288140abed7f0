import { EVERYTHING, type Scope } from '../analytics/scope.ts'
import type { ScopeEcho } from '../contract/scope.ts'
import { dayBefore } from './clock.ts'

/** What a query says about the scope, as far as its endpoint knows it. */
export type ScopeQuery = { readonly range_days: number } & {
  readonly [K in keyof ScopeEcho]?: ScopeEcho[K] | undefined
}

const LONGEST_RANGE_DAYS = 3650

/** The scope of a query; `usual` days if it says 0. A date or a session is a scope of its own, without a range. */
export function scopeOf(query: ScopeQuery, now_ms: number, usual = 30): Scope {
  const days = Math.min(Math.max(query.range_days === 0 ? usual : query.range_days, 1), LONGEST_RANGE_DAYS)
  const isPlaced = query.session_date !== undefined || query.session_id !== undefined
  return { ...EVERYTHING, ...echoOf(query), since: isPlaced ? null : dayBefore(now_ms, days) }
}

/** The scope as the answer repeats it. */
export function echoOf(query: ScopeQuery): ScopeEcho {
  return {
    session_date: query.session_date ?? null,
    map_name: query.map_name ?? null,
    round_number: query.round_number ?? null,
    round_start_unix: query.round_start_unix ?? null,
    session_id: query.session_id ?? null,
    server: query.server ?? null,
    player_guid: query.player_guid ?? null,
  }
}
