import { z } from 'zod'
import { interval } from './envelope.ts'

/** How often something happened of how many chances; null: no round of them tells the chances. */
export const pairRate = z.object({ done: z.int(), chances: z.int() })

/** The same with how sure its share is. */
export const pairShare = pairRate.extend({ interval })

const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() })

/** What a pair did against what two without chemistry would have done. */
export const synergy = z.object({ expected: estimate, effect: estimate }).nullable().meta({
  description:
    'Shares from 0 to 1 with 80 % intervals; the effect is observed minus expected (see pair_effect in the definitions). Null: not enough chances yet.',
})

/** What the answers measure of a pair. */
const PAIR_MEASURES = ['crossfires', 'crossfire_kills', 'trades', 'support'] as const

/** A field for each measure. */
export function ofMeasures<T extends z.ZodType>(field: T) {
  return z.object(
    Object.fromEntries(PAIR_MEASURES.map((name) => [name, field])) as Record<(typeof PAIR_MEASURES)[number], T>,
  )
}

/** Rounds of a known outcome, and those of them that their side won. */
export const results = z
  .object({ known: z.int(), won: z.int() })
  .meta({ description: 'Rounds whose winner is known, and those won. Only files of our own tracker tell.' })

/** The same with how sure the share of those won is. */
export const surelyWon = results.extend({ interval })

/** Rounds that tell no chances. */
export const roundsWithoutChances = z.int().meta({
  description: 'Counted rounds that tell no chances: no lives in the file, or imported before `proximity rebuild`.',
})
