/** The present, ms since 1970: a parameter, so that tests can set it. */
export type Clock = () => number

const DAY_MS = 86_400_000

/** The day, UTC, `YYYY-MM-DD`, some days before a time. */
export function dayBefore(now_ms: number, days: number): string {
  return new Date(now_ms - days * DAY_MS).toISOString().slice(0, 10)
}
