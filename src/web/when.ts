/** Times as the reader's clock shows them. */

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const zoneFormat = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
const agoFormat = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

const STEPS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** The day of an instant, `Thu 19 Feb`; of another year than `now` with the year. */
export function day(unix: number, now = Date.now() / 1000): string {
  const [then, today] = [parts(unix), parts(now)]
  const text = `${then.weekday} ${then.day} ${then.month}`
  return then.year === today.year ? text : `${text} ${then.year}`
}

function parts(unix: number): Partial<Record<Intl.DateTimeFormatPartTypes, string>> {
  return Object.fromEntries(dayFormat.formatToParts(unix * 1000).map(({ type, value }) => [type, value]))
}

/** The time of day of an instant, `21:56`. */
export function clock(unix: number): string {
  return clockFormat.format(unix * 1000)
}

/** Name and shift of the reader's time zone at an instant: `Europe/Berlin, CET`. */
export function zone(unix: number): string {
  const short = zoneFormat.formatToParts(unix * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const { timeZone } = zoneFormat.resolvedOptions()
  return short === timeZone ? timeZone : `${timeZone}, ${short}`
}

/** A length of time, `11:42` or `1:02:03`. */
export function span(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds < 3600 ? rest.replace(/^0(?=\d:)/, '') : `${Math.floor(seconds / 3600)}:${rest}`
}

/** How long ago an instant was, in words. */
export function ago(iso: string, now = Date.now()): string {
  const seconds = (now - Date.parse(iso)) / 1000
  const [unit, length] = STEPS.find(([, size]) => seconds >= size) ?? ['second', 1]
  return seconds < 5 ? 'just now' : agoFormat.format(-Math.floor(seconds / length), unit)
}

/** Day and time of an ISO instant. */
export function dayAndClock(iso: string): string {
  const unix = Date.parse(iso) / 1000
  return `${day(unix)}, ${clock(unix)}`
}
