import { z } from 'zod'

/** What is known of a round beside its telemetry. */
export const roundFacts = {
  id: z.int(),
  map_name: z.string(),
  round_number: z.int(),
  round_number_raw: z.int().nullable(),
  round_number_reason: z.string().nullable().meta({ description: 'Why the number differs from the raw one.' }),
  round_date: z.string(),
  round_time: z.string(),
  round_start_unix: z.int().nullable(),
  round_end_unix: z.int().nullable(),
  started_unix: z.int().nullable().meta({ description: 'Start, maybe reckoned from the name of the file.' }),
  start_source: z.enum(['header', 'file_name']).nullable(),
  winner_team: z.int().meta({ description: '1 Axis, 2 Allies, 0 unknown.' }),
  defender_team: z.int(),
  session_id: z.int().nullable(),
  server: z.string(),
  exclusion: z.string().nullable().meta({ description: 'Why the round counts for nothing; null: it counts.' }),
  completeness: z.string().nullable().meta({ description: 'complete, incomplete or unverified.' }),
  format: z.int().nullable(),
  build: z.string().nullable(),
  version: z
    .string()
    .nullable()
    .meta({ description: 'Of file and formulas: changes when anything about the round can have changed.' }),
}
