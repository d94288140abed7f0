/** True if the name is one that this machine's time zone data knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** How far the zone's clocks are ahead of UTC at an instant, in seconds. */
function offsetAt(unix: number, timeZone: string): number {
  const { date, time } = localTime(unix, timeZone)
  return asUtc(date, time) - unix
}

function asUtc(date: string, time: string): number {
  const clock = `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}`
  return Date.parse(`${date}T${clock}Z`) / 1000
}

/** Date `YYYY-MM-DD` and time `HHMMSS` that the clocks of a zone show at an instant (s since 1970). */
export function localTime(unix: number, timeZone: string): { readonly date: string; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const parts = Object.fromEntries(format.formatToParts(unix * 1000).map(({ type, value }) => [type, value]))
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    time: `${parts.hour}${parts.minute}${parts.second}`,
  }
}

/**
 * The instant (s since 1970) at which the clocks of a zone show a local date and time; NaN if there is no such date. In
 * the hour that is repeated in autumn the first one is meant, and a time in the hour that is left out in spring counts
 * from before the change.
 */
export function instantOf(date: string, time: string, timeZone: string): number {
  const wall = asUtc(date, time)
  if (Number.isNaN(wall)) return wall
  const DAY = 86_400
  // the offsets before and after any change near by; the earlier instant that shows this time wins
  const candidates = [offsetAt(wall - DAY, timeZone), offsetAt(wall + DAY, timeZone)].map((offset) => wall - offset)
  const shown = candidates.filter((instant) => instant + offsetAt(instant, timeZone) === wall)
  return shown.length > 0 ? Math.min(...shown) : (candidates[0] as number)
}
