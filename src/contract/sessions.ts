import { z } from 'zod'
import { envelope, excluded } from './envelope.ts'
import { cursor, limit } from './query-fields.ts'
import { rangeDays, server } from './scope.ts'

/** Gaming sessions. */
export const sessions = {
  method: 'GET',
  path: '/api/proximity/sessions',
  about: 'Gaming sessions: runs of rounds of one server without a break of more than an hour, across midnight.',
  query: z.strictObject({ range_days: rangeDays(365), server, limit: limit(50, 200), cursor }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    sessions: z
      .array(
        z.object({
          id: z.int(),
          server: z.string(),
          start_unix: z.int(),
          end_unix: z.int(),
          session_dates: z.array(z.string()),
          rounds: z.int().meta({ description: 'Rounds that count.' }),
          excluded_rounds: z.int().meta({ description: 'Rounds of it that count for nothing.' }),
          maps: z.array(z.object({ map_name: z.string(), rounds: z.int() })).meta({
            description: 'In the order in which they were first played; without a counted round those of the others.',
          }),
          players: z.int().meta({ description: 'People, without bots.' }),
          fights: z.int(),
          killed: z.int(),
          crossfires: z.int(),
        }),
      )
      .meta({ description: 'The newest first.' }),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null at the end.' }),
    excluded,
  }),
} as const
