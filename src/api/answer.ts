import { echoOf, type ScopeQuery } from './scope-of.ts'

/** A time as answers show it: UTC, ISO 8601 with microseconds. */
export function timeText(now_ms: number): string {
  return `${new Date(now_ms).toISOString().slice(0, -1)}000Z`
}

/** With what every answer about a scope begins. */
export function envelopeOf(query: ScopeQuery, now_ms: number, hasData: boolean) {
  return {
    status: hasData ? ('ok' as const) : ('prototype' as const),
    ready: hasData,
    message: hasData ? null : 'Proximity pipeline not connected.',
    range_days: query.range_days,
    generated_at: timeText(now_ms),
    scope: echoOf(query),
  }
}
