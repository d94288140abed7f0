import { z } from 'zod'

/** What the numbers mean. */
export const definitions = {
  method: 'GET',
  path: '/api/proximity/definitions',
  about: 'What each metric is: definition, unit, chances, exclusions, version.',
  query: z.strictObject({}),
  reply: z.object({
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
