import { REACTION_BIN_MS, REACTION_WINDOW_MS } from '../metrics/reactions.ts'

const BINS = REACTION_WINDOW_MS / REACTION_BIN_MS

/** Fights by the bin of a reaction, and by the bin in which they ended before one. */
export interface ReactionBins {
  readonly happened: readonly number[]
  readonly censored: readonly number[]
}

/**
 * A byte for each fight: the bin of its reaction, or that of its end and 20 where it ended before a reaction. Ascending,
 * so that equal bins give equal bytes; bytes of several rounds are put together by putting them behind each other.
 */
export function reactionBytes({ happened, censored }: ReactionBins): Uint8Array {
  return Uint8Array.from([...happened, ...censored].flatMap((fights, bin) => new Array<number>(fights).fill(bin)))
}

/** The bins of any number of {@link reactionBytes}, one behind the other. */
export function binsOf(bytes: Uint8Array): ReactionBins {
  const bins = new Array<number>(2 * BINS).fill(0)
  for (const bin of bytes) bins[bin] = (bins[bin] as number) + 1
  return { happened: bins.slice(0, BINS), censored: bins.slice(BINS) }
}
