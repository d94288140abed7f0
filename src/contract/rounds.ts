import { z } from 'zod'
import { envelope, excludedFromFights } from './envelope.ts'
import { cursor, limit } from './query-fields.ts'
import { roundFacts } from './round-facts.ts'
import { scopeFields } from './scope.ts'

/** A round in a list. */
export const listedRound = z.object({
  ...roundFacts,
  state: z.enum(['imported', 'without_file']),
  file_id: z.int().nullable(),
  file_name: z.string().nullable(),
  problem_count: z.int(),
  duration_ms: z.int().nullable(),
  humans: z.int(),
  bots: z.int(),
  unknown_players: z.int(),
  engagements: z.int(),
  fights: z.int(),
  killed: z.int(),
  escaped: z.int(),
  crossfires: z.int(),
  lives: z.int(),
})

/** Rounds, counted or not. */
export const rounds = {
  method: 'GET',
  path: '/api/proximity/rounds',
  about: 'Every round of the scope, also those that count for nothing, the newest first.',
  query: z.strictObject({ ...scopeFields, limit: limit(50, 500), cursor }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    rounds: z.array(listedRound),
    next: z.string().nullable().meta({ description: 'Cursor of the next page; null at the end.' }),
    excluded: excludedFromFights,
  }),
} as const
