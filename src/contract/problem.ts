import { z } from 'zod'

/** What every answer but the expected one looks like. */
export const problem = z.object({
  detail: z
    .union([z.string(), z.array(z.object({ loc: z.array(z.string()), msg: z.string(), type: z.string() }))])
    .meta({ description: 'What is wrong: a sentence, or with 422 one entry per parameter.' }),
  error_id: z.string().optional().meta({ description: "With 5xx: under which the server's log has the details." }),
})
