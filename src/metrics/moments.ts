/**
 * The kinds of moments. What of them is counted goes on one by one (kills in a run); the others have a length.
 */
const LAWS = {
  kill_run: 'count',
  trade_chain: 'count',
  revive_chain: 'count',
  escape: 'length',
  objective_run: 'length',
  carry: 'length',
} as const

export type MomentKind = keyof typeof LAWS
export const MOMENT_KINDS = Object.keys(LAWS) as readonly MomentKind[]

/** One case of a kind, small or large. */
export interface MomentCase {
  readonly kind: MomentKind
  /** How many, or how long: what is compared within the kind. */
  readonly size: number
  /** Place of the round in the evening. */
  readonly round: number
  readonly start_ms: number
  readonly end_ms: number
  /** Whom it is about, and with whom. */
  readonly player: number
  readonly others: readonly number[]
}

/** A case that is worth looking at, and how it stands among its kind. */
export type Moment<T extends MomentCase> = T & {
  /** How few of this size the evening would have, in bits; 0: one. */
  readonly surprise_bits: number
  /** All cases of the kind, and those that are at least as large. */
  readonly cases: number
  readonly as_large: number
}

export const MOST_MOMENTS = 5
export const MOST_OF_A_KIND = 2
/** A smaller number is never a moment. */
export const LEAST_COUNTS = { kill_run: 3, trade_chain: 3, revive_chain: 2 } as const

/**
 * The most surprising cases of an evening, the most surprising first. A kind is taken to go on by the same chance from
 * one to the next: then so many of a size are expected as N (1 - 1/mean)^(size - 1) of counted and N exp(-size/mean) of
 * long ones, and the surprise is the negative logarithm of that. Two that share people and time are one.
 *
 * @param cases all of the evening, also those too small to be a moment: they say what is usual
 */
export function momentsOf<T extends MomentCase>(cases: readonly T[]): readonly Moment<T>[] {
  const judged = MOMENT_KINDS.flatMap((kind) =>
    judgedCases(
      kind,
      cases.filter((one) => one.kind === kind),
    ),
  )
  judged.sort(
    (a, b) =>
      b.surprise_bits - a.surprise_bits ||
      a.round - b.round ||
      a.start_ms - b.start_ms ||
      MOMENT_KINDS.indexOf(a.kind) - MOMENT_KINDS.indexOf(b.kind) ||
      a.player - b.player,
  )
  const chosen: (typeof judged)[number][] = []
  for (const one of judged) {
    if (chosen.length === MOST_MOMENTS) break
    if (chosen.filter(({ kind }) => kind === one.kind).length === MOST_OF_A_KIND) continue
    if (!chosen.some((other) => areOne(one, other))) chosen.push(one)
  }
  return chosen.map((one) => ({
    ...one,
    as_large: cases.filter(({ kind, size }) => kind === one.kind && size >= one.size).length,
  }))
}

function judgedCases<T extends MomentCase>(kind: MomentKind, cases: readonly T[]) {
  const mean = cases.reduce((sum, { size }) => sum + size, 0) / cases.length
  const expected = (size: number) =>
    cases.length * (LAWS[kind] === 'count' ? (1 - 1 / mean) ** (size - 1) : Math.exp(-size / mean))
  const least: number = kind in LEAST_COUNTS ? LEAST_COUNTS[kind as keyof typeof LEAST_COUNTS] : 0
  return cases
    .filter(({ size }) => size > 0 && size >= least)
    .map((one) => ({ ...one, surprise_bits: -Math.log2(expected(one.size)), cases: cases.length }))
}

function areOne(a: MomentCase, b: MomentCase): boolean {
  if (a.round !== b.round || a.start_ms > b.end_ms || b.start_ms > a.end_ms) return false
  const people = new Set([a.player, ...a.others])
  return [b.player, ...b.others].some((player) => people.has(player))
}
