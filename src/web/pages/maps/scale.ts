/** This share of the cells, those with most, have the strongest colour: one spawn must not take the colour from the rest. */
const TOP_SHARE = 0.02

/** From amounts to shares of the colours. */
export interface Scale {
  /** What has the strongest colour; more has it too. */
  readonly most: number
  /** True: some cells have more. */
  readonly isCut: boolean
  share(value: number): number
}

/** A scale for these amounts. It goes by the root, so that the few of most cells can be told apart. */
export function scaleOf(values: readonly number[]): Scale {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const most = sorted[Math.max(0, Math.ceil(sorted.length * (1 - TOP_SHARE)) - 1)] ?? 0
  return {
    most,
    isCut: (sorted.at(-1) ?? 0) > most,
    share: (value) => (most === 0 ? 0 : Math.sqrt(Math.min(value / most, 1))),
  }
}
