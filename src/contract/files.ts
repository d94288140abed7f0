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
        reason: z.string().nullable().meta({ description: 'Why it is superseded, rejected or incomplete.' }),
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
        tracker: z
          .object({
            name: z.string().nullable().meta({ description: '`proximity`; null: it does not name itself.' }),
            version: z.string().nullable(),
            build_hash: z.string().nullable(),
            changed_settings: z
              .array(z.object({ name: z.string(), value: z.string(), default: z.string().nullable() }))
              .nullable()
              .meta({ description: "Those with another value than the tracker's own; null: the file states none." }),
          })
          .nullable()
          .meta({ description: 'As the file tells it; null for a file that no round is made from.' }),
        imported_at: z.string(),
      }),
    ),
    next: z.string().nullable(),
  }),
} as const
