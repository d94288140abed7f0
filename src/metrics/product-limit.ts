/** The share of people to whom something has happened by a time. */
export interface ProductLimitPoint {
  readonly time_ms: number
  /** 0 to 1, never falling. */
  readonly share: number
  /** Standard error of the share (Greenwood's formula); 0 where the share is 0 or 1. */
  readonly error: number
  /** People who were still watched at the beginning of the bin. */
  readonly at_risk: number
}

export interface ProductLimit {
  /** One point per bin end, from time 0 on, as long as anybody was watched. */
  readonly curve: readonly ProductLimitPoint[]
  /** When half of the people would have reacted, ms, straight within its bin; null if the share stays below one half. */
  readonly median_ms: number | null
  readonly samples: number
}

/**
 * Product-limit estimate (Kaplan and Meier, 1958) from binned times: the share of people to whom something has happened
 * by a time, where some were watched only until an earlier time (L-83). Within a bin the happenings come before the
 * ends of watching, as usual in this estimate.
 *
 * @param happened how many it happened to, per bin
 * @param censored how many were watched no longer, per bin; as long as `happened`
 * @param bin_ms width of a bin
 */
export function productLimit(happened: readonly number[], censored: readonly number[], bin_ms: number): ProductLimit {
  const samples = [...happened, ...censored].reduce((sum, count) => sum + count, 0)
  const curve: ProductLimitPoint[] = [{ time_ms: 0, share: 0, error: 0, at_risk: samples }]
  let median_ms: number | null = null
  let at_risk = samples
  let left = 1
  let variance = 0
  for (const [bin, count] of happened.entries()) {
    if (at_risk === 0) break
    const before = left
    left *= 1 - count / at_risk
    if (count < at_risk) variance += count / (at_risk * (at_risk - count))
    // a product of fractions can miss one half by its last digits
    if (median_ms === null && left <= 0.5 + 1e-12) median_ms = (bin + (before - 0.5) / (before - left)) * bin_ms
    curve.push({ time_ms: (bin + 1) * bin_ms, share: 1 - left, error: left * Math.sqrt(variance), at_risk })
    at_risk -= count + (censored[bin] ?? 0)
  }
  return { curve: samples === 0 ? [] : curve, median_ms, samples }
}

/** Between which two times a median may lie, ms; null: beyond what was watched. */
export interface MedianInterval {
  readonly low_ms: number | null
  readonly high_ms: number | null
}

/**
 * The interval of the median: all times at which one half is within `z` errors of the share (Brookmeyer and Crowley,
 * Biometrics 38, 1982), straight between the points of the curve.
 *
 * @param z quantile of the normal distribution: 1.28 for 80 %
 */
export function medianInterval({ curve }: ProductLimit, z: number): MedianInterval {
  return {
    low_ms: timeOfHalf(curve, ({ share, error }) => share + z * error),
    high_ms: timeOfHalf(curve, ({ share, error }) => share - z * error),
  }
}

function timeOfHalf(curve: readonly ProductLimitPoint[], boundOf: (point: ProductLimitPoint) => number): number | null {
  const at = curve.findIndex((point) => boundOf(point) >= 0.5 - 1e-12)
  const [before, point] = [curve[at - 1], curve[at]]
  if (before === undefined || point === undefined) return null
  const [from, to] = [boundOf(before), boundOf(point)]
  return before.time_ms + ((0.5 - from) / (to - from)) * (point.time_ms - before.time_ms)
}
