import { z } from 'zod'
import { envelope, excluded } from './envelope.ts'
import { limit } from './query-fields.ts'
import { playerGuid, scopeFields } from './scope.ts'

/** Latest deaths by enemies. */
export const tradesEvents = {
  method: 'GET',
  path: '/api/proximity/trades/events',
  about: 'The latest deaths by enemies and whether they were traded, the newest first.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only his deaths.'), limit: limit(50, 250) }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    events: z.array(
      z.object({
        date: z.string(),
        round: z.int(),
        map: z.string(),
        victim: z.string(),
        killer: z.string().nullable(),
        opportunities: z.int(),
        attempts: z.int(),
        success: z.int(),
        missed: z.int(),
        round_id: z.int().nullable(),
        round_date: z.string().nullable(),
        round_time: z.string().nullable(),
        outcome: z.enum(['trade_success', 'trade_attempt', 'missed_candidate', 'trade_event']),
        id: z.int().meta({ description: 'Of the fight, for /api/proximity/event.' }),
        victim_guid: z.string(),
        killer_guid: z.string(),
        death_time_ms: z.int(),
        nearest_teammate_dist: z.number().nullable(),
        is_isolation_death: z.boolean(),
      }),
    ),
    excluded,
  }),
} as const
