import { z } from 'zod'

/** A round file by upload. */
export const upload = {
  method: 'POST',
  path: '/api/proximity/files',
  about:
    'Imports a round file: its bytes as the body, `Authorization: Bearer <upload token>`. Off unless a token is set.',
  query: z.strictObject({
    name: z
      .string()
      .min(1, 'name must be the name of the round file')
      .max(255, 'name must be the name of the round file')
      .regex(/^[^/\\]+$/, 'name must be a file name without folders')
      .meta({ description: 'Name of the round file.' }),
  }),
  reply: z.object({
    name: z.string(),
    state: z.enum(['imported', 'superseded', 'rejected', 'unchanged', 'unreadable']),
    reason: z.string().nullable(),
    round_id: z.int().nullable(),
    completeness: z.string().nullable(),
    rows_accepted: z.int(),
    rows_reported: z.int(),
    problem_count: z.int(),
  }),
} as const
