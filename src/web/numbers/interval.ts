/** A share and between which two values it may really be, all from 0 to 1. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Of how many cases. */
  readonly n: number
}

/** Two-sided 80 % of a normal distribution. */
const Z = 1.281_551_565_545

/** Below this many cases a share says nothing yet. */
export const LEAST_CASES = 20
/** Below this many cases it is drawn fainter. */
export const FEW_CASES = 100

/**
 * A share of n cases with its 80 % interval (Wilson). The cases are taken as independent of each other, which fights of
 * one round are not quite: the true interval is a little wider.
 */
export function shareOf(value: number, n: number): Share {
  if (n === 0) return { value, low: 0, high: 1, n }
  const spread = (Z * Z) / n
  const middle = (value + spread / 2) / (1 + spread)
  const half = (Z * Math.sqrt((value * (1 - value)) / n + spread / (4 * n))) / (1 + spread)
  return { value, low: Math.max(0, middle - half), high: Math.min(1, middle + half), n }
}
