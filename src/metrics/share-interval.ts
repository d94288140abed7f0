import { rounded } from './rounding.ts'

/** Two-sided 80 % of a normal distribution. */
export const Z = 1.281_551_565_545

/** Between which two values a number may really be. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * The 80 % interval of a share of n cases, 0 to 1 (Wilson, J. Am. Stat. Assoc. 22, 1927), the cases taken as independent;
 * null without any. Neither number needs to be whole: cases that are alike count as fewer.
 */
export function shareInterval(cases: number, n: number): Interval | null {
  if (n === 0) return null
  const value = cases / n
  const spread = (Z * Z) / n
  const middle = (value + spread / 2) / (1 + spread)
  const half = (Z * Math.sqrt((value * (1 - value)) / n + spread / (4 * n))) / (1 + spread)
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** Nobody reads more of a share. */
const PLACES = 4

/** The 80 % interval of a share as it is told; null without a case. */
export function intervalOf(cases: number, n: number): Interval | null {
  const found = shareInterval(cases, n)
  return found && { low: rounded(found.low, PLACES), high: rounded(found.high, PLACES) }
}
