/** What the tracker costs the server. */

/** Microseconds of processor time of the slowest frame of the round. */
export const load = { worst_us: 0 }

/** Does the work of a frame and keeps its cost. */
export function timed(work: (this: void, level_ms: number) => void, level_ms: number): void {
  const before = os.clock()
  work(level_ms)
  const cost = math.floor((os.clock() - before) * 1_000_000)
  if (cost > load.worst_us) load.worst_us = cost
}
