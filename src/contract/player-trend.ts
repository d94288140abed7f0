import { z } from 'zod'
import { envelope, excluded } from './envelope.ts'
import { MEASURES } from './measures.ts'
import { scopeFields } from './scope.ts'

const trend = z.object({
  values: z.array(z.number().nullable()).meta({ description: 'As many as `evenings`; null: no case.' }),
  n: z.array(z.int()).meta({ description: 'Cases of each.' }),
  usual: z.object({ low: z.number(), high: z.number(), evenings: z.int() }).nullable().meta({
    description:
      'The middle 80 % of the evenings before the latest, of those with at least five cases; null with fewer than five.',
  }),
  latest: z
    .enum(['below', 'at', 'above'])
    .nullable()
    .meta({ description: 'The latest evening against it; null: one of both is not known well enough.' }),
})

/** One person over time. */
export const playerTrend = {
  method: 'GET',
  path: '/api/proximity/players/:guid/trend',
  about: 'One person by gaming session, and the latest one against what is usual for him.',
  params: z.strictObject({ guid: z.string() }),
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    guid: z.string(),
    evenings: z
      .array(z.object({ session_id: z.int(), start_unix: z.int(), rounds: z.int() }))
      .meta({ description: 'The latest 200, the earliest first.' }),
    rounds_without_session: z.int().meta({ description: 'They do not know when they began, and are in no evening.' }),
    trends: z.object(
      Object.fromEntries(MEASURES.map((name) => [name, trend])) as Record<(typeof MEASURES)[number], typeof trend>,
    ),
    excluded,
  }),
} as const
