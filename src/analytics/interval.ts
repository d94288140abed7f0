import { type Interval, Z } from '../metrics/share-interval.ts'

/** Sums over the rounds that have a whole: of part and whole, and of their squares and products. */
export interface Moments {
  readonly rounds: number
  readonly part: number
  readonly whole: number
  readonly part_part: number
  readonly part_whole: number
  readonly whole_whole: number
}

/** Fewer rounds do not tell how much rounds differ. */
const LEAST_ROUNDS = 5

/**
 * The 80 % interval of a ratio of sums, by how much rounds differ from each other (Cochran, Sampling Techniques, 1977,
 * 6.3): what happens within a round hangs together, so rounds are the cases. Null below {@link LEAST_ROUNDS}.
 */
export function ratioInterval(moments: Moments): Interval | null {
  const { rounds, part, whole, part_part, part_whole, whole_whole } = moments
  if (rounds < LEAST_ROUNDS || whole === 0) return null
  const ratio = part / whole
  // rounding may leave a little less than nothing
  const squares = Math.max(0, part_part - 2 * ratio * part_whole + ratio * ratio * whole_whole)
  const half = (Z * Math.sqrt((rounds / (rounds - 1)) * squares)) / whole
  return { low: Math.max(0, ratio - half), high: ratio + half }
}

/** The lower end of the 80 % interval of a number of events (Poisson, by Byar's approximation). */
export function leastEvents(events: number): number {
  if (events === 0) return 0
  return events * (1 - 1 / (9 * events) - Z / (3 * Math.sqrt(events))) ** 3
}
