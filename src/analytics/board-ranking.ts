import type { Standing } from './board-standings.ts'

/** Somebody among the best; equal ones share a rank. */
export interface Ranked {
  readonly standing: Standing
  readonly rank: number
}

/** The worse end of an interval, the greater the better; null: it says nothing. */
export type Bound = (standing: Standing) => number | null

/** How a board is made. */
export interface BoardRules {
  /** Cases from which on somebody is compared. */
  readonly least: number
  readonly boundOf: Bound
  /** Shown at most. */
  readonly limit: number
}

/**
 * The best of those with enough cases, by the worse end of their interval (L-51), the best first. At most `limit` and at
 * most the better half, so that nobody is shown as worst (L-59); whoever is equal to the last of them stands with him.
 */
export function bestOf(standings: readonly Standing[], { least, boundOf, limit }: BoardRules): Ranked[] {
  const compared = standings.filter(({ n }) => n >= least)
  const most = Math.min(limit, Math.ceil(compared.length / 2))
  const bounded = compared
    .map((standing) => ({ standing, bound: boundOf(standing) }))
    .filter((one): one is { standing: Standing; bound: number } => one.bound !== null)
    .sort((a, b) => b.bound - a.bound)
  const ranks = new Map<number, number>()
  for (const [i, { bound }] of bounded.entries()) if (!ranks.has(bound)) ranks.set(bound, i + 1)
  return bounded
    .map(({ standing, bound }) => ({ standing, rank: ranks.get(bound) as number }))
    .filter(({ rank }) => rank <= most)
}
