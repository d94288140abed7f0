import type { Random } from './random.ts'
import { AXIS, type TeamNumber } from './world.ts'

/** The engine's divisors of configstring 31. */
const SEEDS = [11, 3, 13, 7, 2, 5, 1, 17] as const

/** When the dead of each side come back. */
export interface Waves {
  /** Configstring 31: two numbers that say which offset is whose, and the eight offsets times their seeds. */
  readonly configstring: string
  readonly limbo_ms: readonly [axis: number, allies: number]
  readonly offset_ms: readonly [axis: number, allies: number]
}

export function drawWaves(chance: Random, limbo_ms: Waves['limbo_ms']): Waves {
  const allies = chance.whole(0, 63)
  const axis = chance.whole(0, 31)
  const values = SEEDS.map((seed) => seed * chance.whole(0, 29))
  const offset = (place: number) => (1_000 * (values[place] as number)) / (SEEDS[place] as number)
  return {
    configstring: [allies, axis, ...values].join(' '),
    limbo_ms,
    offset_ms: [offset(Math.floor(axis / 4)), offset(Math.floor(allies / 8))],
  }
}

/** Whether a wave of a side spawns in the frame that ends at this time of the round's clock (et-lua-api 6.3). */
export function waveLands(
  { limbo_ms, offset_ms }: Waves,
  team: TeamNumber,
  clock_ms: number,
  frame_ms: number,
): boolean {
  const side = team === AXIS ? 0 : 1
  const phase = (at: number) => (offset_ms[side] + at) % limbo_ms[side]
  return phase(clock_ms) < phase(clock_ms - frame_ms)
}

/** Milliseconds until a side's next wave. */
export function untilWave({ limbo_ms, offset_ms }: Waves, team: TeamNumber, clock_ms: number): number {
  const side = team === AXIS ? 0 : 1
  return limbo_ms[side] - ((offset_ms[side] + clock_ms) % limbo_ms[side])
}
