import { z } from 'zod'

/** State of the instance. */
export const status = {
  method: 'GET',
  path: '/api/status',
  about: 'What this instance is and how it is doing.',
  query: z.strictObject({}),
  reply: z.object({
    status: z.enum(['online', 'degraded']),
    service: z.literal('proximity'),
    version: z.string(),
    instance_name: z.string(),
    instance_role: z.string(),
    generated_at: z.string(),
    started_at: z.string(),
    database: z.enum(['ok', 'unavailable']),
    engine: z.string(),
    schema: z.enum(['current', 'outdated']).nullable(),
    formula_version: z.string(),
    data_version: z.int().nullable(),
    uploads: z.boolean(),
    counts: z
      .object({
        rounds: z.int(),
        excluded_rounds: z.int(),
        people: z.int(),
        fights: z.int(),
        files: z.object({ imported: z.int(), superseded: z.int(), rejected: z.int() }),
      })
      .nullable(),
    newest_file: z
      .object({ name: z.string(), state: z.string(), imported_at: z.string(), round_id: z.int().nullable() })
      .nullable(),
    importer: z
      .object({
        busy: z.boolean(),
        imported: z.int(),
        rejected: z.int(),
        last_import_at: z.string().nullable(),
        last_scan_at: z.string().nullable(),
        failing: z.boolean().meta({ description: 'The last scan or import failed; the log says why.' }),
      })
      .nullable(),
  }),
} as const

/** Liveness. */
export const health = {
  method: 'GET',
  path: '/health',
  about: 'The process answers.',
  query: z.strictObject({}),
  reply: z.object({ status: z.literal('ok') }),
} as const

/** Readiness. */
export const ready = {
  method: 'GET',
  path: '/ready',
  about: 'The database answers and has the schema of this version; else 503.',
  query: z.strictObject({}),
  reply: z.object({
    status: z.enum(['ok', 'error']),
    database: z.enum(['ok', 'unavailable']),
    schema: z.enum(['current', 'outdated']).nullable(),
  }),
} as const
