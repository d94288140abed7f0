/** A number with some decimal places. */
export function rounded(value: number, places: number): number {
  const factor = 10 ** places
  return Math.round(value * factor) / factor
}

/** Sum over count, rounded; null without cases. */
export function meanOf(sum: number | null, count: number | null, places: number): number | null {
  return sum === null || count === null || count === 0 ? null : rounded(sum / count, places)
}

/** Part of a whole in percent, rounded; null without a whole. */
export function percentOf(part: number | null, whole: number | null, places: number): number | null {
  return meanOf(part === null ? null : part * 100, whole, places)
}
