import { z } from 'zod'
import { envelope, excluded, person } from './envelope.ts'
import { pairShare, roundsWithoutChances, surelyWon } from './pair-rates.ts'
import { limit } from './query-fields.ts'
import { scopeFields } from './scope.ts'

/** Three and three. */
export const trios = {
  method: 'GET',
  path: '/api/proximity/trios',
  about: 'Three players of one side, by the lower bound of the share of chances of a crossfire that they take.',
  query: z.strictObject({ ...scopeFields, limit: limit(50, 500) }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    total: z.int().meta({ description: 'Trios in the scope; what is beyond `limit` is cut off.' }),
    people: z.array(z.object(person)),
    trios: z
      .array(
        z.object({
          players: z.array(z.int()).meta({ description: 'Indices into `people`.' }),
          rounds: z.int().meta({ description: 'In which all three were alive together for a minute.' }),
          together_ms: z.int(),
          crossfires: pairShare.meta({ description: 'Of two of them or more; each fight counts once.' }),
          crossfires_of_three: z.int(),
          results: surelyWon,
        }),
      )
      .meta({ description: 'Those without enough chances come last, by time together.' }),
    rounds_without_chances: roundsWithoutChances,
    excluded,
  }),
} as const
