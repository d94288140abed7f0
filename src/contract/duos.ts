import { z } from 'zod'
import { envelope, excluded, mean } from './envelope.ts'
import { limit } from './query-fields.ts'
import { playerGuid, scopeFields } from './scope.ts'

/** A pair of players and their crossfires. */
export const duo = z.object({
  player1: z.string().meta({ description: 'Latest name; of the two names, the smaller by code point.' }),
  player2: z.string(),
  crossfire_kills: z.int(),
  crossfire_count: z.int(),
  avg_delay_ms: mean.meta({ description: 'Between the first hits of these two, ms, one decimal.' }),
  player1_guid: z.string(),
  player2_guid: z.string(),
})

/** Pairs by crossfires. */
export const duos = {
  method: 'GET',
  path: '/api/proximity/duos',
  about: 'Pairs of players by crossfires that ended in a kill.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only his pairs.'), limit: limit(10, 50) }),
  reply: z.object({ ...envelope, limit: z.int(), duos: z.array(duo), excluded }),
} as const
