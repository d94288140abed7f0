/** The time since an instant (ms since 1970), roughly: `3 minutes`. */
export function age(since_ms: number, now_ms = Date.now()): string {
  const minutes = Math.max(0, Math.floor((now_ms - since_ms) / 60_000))
  if (minutes < 1) return 'less than a minute'
  if (minutes < 120) return `${minutes} minute${minutes === 1 ? '' : 's'}`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} hours`
  return `${Math.floor(minutes / (24 * 60))} days`
}
