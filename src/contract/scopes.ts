import { z } from 'zod'
import { envelope, excludedFromFights } from './envelope.ts'
import { rangeDays, server } from './scope.ts'

const round = z.object({
  round_number: z.int(),
  round_start_unix: z.int().nullable(),
  round_end_unix: z.int().nullable(),
  engagements: z.int(),
  round_id: z.int(),
  session_id: z.int().nullable(),
  server: z.string(),
})

const map = z.object({
  map_name: z.string(),
  engagements: z.int(),
  round_count: z.int(),
  rounds: z.array(round).meta({ description: 'By start.' }),
})

/** Dates, their maps and rounds. */
export const scopes = {
  method: 'GET',
  path: '/api/proximity/scopes',
  about: 'The tree of dates, maps and rounds, for selectors. `scope` is the one to begin with.',
  query: z.strictObject({ range_days: rangeDays(60), server }),
  reply: z.object({
    ...envelope,
    sessions: z
      .array(
        z.object({
          session_date: z.string(),
          engagements: z.int(),
          map_count: z.int(),
          round_count: z.int(),
          maps: z.array(map).meta({ description: 'In the order in which they were played.' }),
        }),
      )
      .meta({ description: 'The newest date first.' }),
    excluded: excludedFromFights,
  }),
} as const
