import { z } from 'zod'

/** What stands behind the answers. */
export const installation = {
  method: 'GET',
  path: '/api/proximity/installation',
  about: 'The database, and the newest round of each game server with the tracker that wrote it.',
  query: z.strictObject({}),
  reply: z.object({
    generated_at: z.string(),
    database: z.object({
      engine_version: z.string().meta({ description: 'The version of PostgreSQL.' }),
      size_bytes: z.int().meta({ description: 'With indexes and the raw files.' }),
    }),
    servers: z.array(
      z.object({
        name: z.string().meta({ description: 'As its files name it; empty: they name none.' }),
        newest_round: z.object({
          round_id: z.int(),
          map_name: z.string(),
          round_number: z.int(),
          started_unix: z.int(),
          completeness: z.string().nullable(),
          build: z.string().nullable().meta({ description: 'The tracker that wrote it.' }),
          build_exact: z.boolean().meta({ description: 'False: it may be a little later than `build`.' }),
          imported_at: z.string().nullable(),
        }),
      }),
    ),
  }),
} as const
