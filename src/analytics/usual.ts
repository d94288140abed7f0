/** Fewer evenings tell nothing of what is usual. */
const LEAST_EVENINGS = 5
/** An evening with fewer cases tells nothing of a share or a mean. */
const LEAST_CASES = 5

/** A number of one evening. */
export interface OfEvening {
  readonly value: number | null
  readonly n: number
}

/** Between which values a number lies in eight of ten evenings. */
export interface Usual {
  readonly low: number
  readonly high: number
  /** That it is taken of. */
  readonly evenings: number
}

/** The middle 80 % of some evenings, those with too few cases left out; null with too few evenings. */
export function usualOf(evenings: readonly OfEvening[]): Usual | null {
  const values = evenings.flatMap(({ value, n }) => (value === null || n < LEAST_CASES ? [] : [value]))
  if (values.length < LEAST_EVENINGS) return null
  values.sort((a, b) => a - b)
  return { low: quantile(values, 0.1), high: quantile(values, 0.9), evenings: values.length }
}

/** An evening against what is usual; null where one of both is not known well enough. */
export function againstUsual({ value, n }: OfEvening, usual: Usual | null): 'below' | 'at' | 'above' | null {
  if (usual === null || value === null || n < LEAST_CASES) return null
  if (value < usual.low) return 'below'
  return value > usual.high ? 'above' : 'at'
}

/** Straight between the two nearest values. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1)
  const [before, after] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number]
  return before + (after - before) * (at % 1)
}
