import { z } from 'zod'
import { envelope, excludedFromFights } from './envelope.ts'
import { playerGuid, scopeFields } from './scope.ts'

/** Fights by day. */
export const engagements = {
  method: 'GET',
  path: '/api/proximity/engagements',
  about: 'Fights and crossfires by date.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only the fights against him.') }),
  reply: z.object({
    ...envelope,
    buckets: z
      .array(z.object({ date: z.string(), engagements: z.int(), crossfires: z.int() }))
      .meta({ description: 'Ascending; dates with rounds only.' }),
    excluded: excludedFromFights,
  }),
} as const
