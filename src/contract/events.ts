import { z } from 'zod'
import { envelope, excludedFromFights } from './envelope.ts'
import { limit } from './query-fields.ts'
import { playerGuid, scopeFields } from './scope.ts'

/** Latest fights. */
export const events = {
  method: 'GET',
  path: '/api/proximity/events',
  about: 'The latest fights, the newest first.',
  query: z.strictObject({
    ...scopeFields,
    ...playerGuid('only fights that he was in, as target or attacker.'),
    limit: limit(250, 1000),
  }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    events: z.array(
      z.object({
        id: z.int().meta({ description: 'For /api/proximity/event.' }),
        date: z.string(),
        round: z.int(),
        map: z.string(),
        target: z.string(),
        outcome: z.string(),
        duration_ms: z.int(),
        distance_traveled: z.number(),
        attackers: z.int().meta({ description: 'Enemies who hit the target.' }),
        crossfire: z.boolean(),
        round_id: z.int().nullable(),
        round_date: z.string().nullable(),
        round_time: z.string().nullable(),
        target_guid: z.string(),
        killer: z.string().nullable(),
        killer_guid: z.string().nullable(),
        cause: z.string().meta({ description: 'Who killed: enemy, team, self, world; none.' }),
        start_time_ms: z.int(),
      }),
    ),
    excluded: excludedFromFights,
  }),
} as const
