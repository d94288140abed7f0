import { z } from 'zod'
import { envelope, excluded, person } from './envelope.ts'
import { ofMeasures, pairRate, results, roundsWithoutChances, synergy } from './pair-rates.ts'
import { limit } from './query-fields.ts'
import { scopeFields } from './scope.ts'

/** Everybody with everybody. */
export const pairs = {
  method: 'GET',
  path: '/api/proximity/pairs',
  about: 'Pairs of players of one side: what they did together, and whether more or less than each does with others.',
  query: z.strictObject({ ...scopeFields, limit: limit(500, 5000) }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    total: z.int().meta({ description: 'Pairs in the scope; what is beyond `limit` is cut off.' }),
    people: z.array(z.object(person)),
    pairs: z
      .array(
        z.object({
          player1: z.int().meta({ description: 'Index into `people`.' }),
          player2: z.int(),
          rounds: z.int(),
          together_ms: z.int(),
          results,
          rates: ofMeasures(pairRate),
          synergy: ofMeasures(synergy),
        }),
      )
      .meta({ description: 'By time together.' }),
    rounds_without_chances: roundsWithoutChances,
    excluded,
  }),
} as const
