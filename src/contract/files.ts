import { z } from 'zod'
import { cursor, limit } from './query-fields.ts'

/** Files in the ledger. */
export const files = {
  method: 'GET',
  path: '/api/proximity/files',
  about: 'Every file that was ever given to the importer and what became of it, the newest first.',
  query: z.strictObject({
    state: z.enum(['imported', 'superseded', 'rejected'], 'state must be imported, superseded or rejected').optional(),
    limit: limit(50, 200),
    cursor,
  }),
  reply: z.object({
    generated_at: z.string(),
    limit: z.int(),
    counts: z.object({ imported: z.int(), superseded: z.int(), rejected: z.int() }),
    files: z.array(
      z.object({
        id: z.int(),
        name: z.string(),
        server: z.string(),
        size_bytes: z.int(),
        sha256: z.string(),
        state: z.enum(['imported', 'superseded', 'rejected']),
        reason: z.string().nullable(),
        round_id: z.int().nullable(),
        completeness: z.string().nullable(),
        format: z.int().nullable(),
        build: z.string().nullable(),
        rows_accepted: z.int(),
        rows_reported: z.int(),
        problem_count: z.int(),
        problems: z
          .array(z.object({ line: z.int(), section: z.string(), reason: z.string(), lost: z.string() }))
          .meta({ description: 'The first 20.' }),
        imported_at: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
} as const
