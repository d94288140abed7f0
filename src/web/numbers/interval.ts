/** A share and between which two values it may really be, all from 0 to 1. The answers tell it; nothing is reckoned here. */
export interface Share {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Of how many cases. */
  readonly n: number
}

/** Below this many cases a share says nothing yet. */
export const LEAST_CASES = 20
/** Below this many cases it is drawn fainter. */
export const FEW_CASES = 100

/** A share of an answer, with the 80 % interval that came with it. */
export function shareOf(cases: number, n: number, interval: Pick<Share, 'low' | 'high'> | null): Share {
  return { value: n === 0 ? 0 : cases / n, ...(interval ?? { low: 0, high: 1 }), n }
}
