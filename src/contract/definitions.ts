import { z } from 'zod'
import { envelope, excluded } from './envelope.ts'
import { scopeFields } from './scope.ts'

const rounds = z.int()

/** What the numbers mean. */
export const definitions = {
  method: 'GET',
  path: '/api/proximity/definitions',
  about:
    'What each metric is: definition, unit, chances, exclusions, version; and in how many rounds of the scope the sensors behind it were on.',
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    rounds: rounds.meta({ description: 'Rounds of the scope that count.' }),
    sensors: z
      .record(z.string(), z.object({ on: rounds, off: rounds, failed: rounds, unknown: rounds }))
      .meta({ description: 'By section, in how many of these rounds its sensor was in each state.' }),
    excluded,
    formula_version: z.string().meta({ description: 'Changes when any formula does.' }),
    metrics: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        definition: z.string(),
        unit: z.string(),
        opportunities: z.string().meta({ description: 'The denominator.' }),
        excludes: z.string(),
        range: z.tuple([z.number(), z.number().nullable()]),
        version: z.int(),
        inputs: z.array(z.string()),
        differs: z.string().nullable().meta({ description: "Why the original's number is another one." }),
        fields: z.array(z.string()),
      }),
    ),
  }),
} as const
