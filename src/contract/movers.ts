import { z } from 'zod'
import { envelope, excluded, person } from './envelope.ts'
import { limit } from './query-fields.ts'
import { playerGuid, scopeFields } from './scope.ts'

const tracks = z.int().meta({ description: 'Lives that count.' })

/** Movement leaders. */
export const movers = {
  method: 'GET',
  path: '/api/proximity/movers',
  about: 'Players by way, sprint, time to the first move and length of a life.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only he.'), limit: limit(5, 25) }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    distance: z.array(z.object({ ...person, total_distance: z.number(), tracks })),
    sprint: z.array(z.object({ ...person, sprint_pct: z.number(), tracks })),
    reaction: z.array(z.object({ ...person, reaction_ms: z.number(), tracks })),
    survival: z.array(z.object({ ...person, duration_ms: z.number(), tracks })),
    excluded,
  }),
} as const
