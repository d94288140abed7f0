import { z } from 'zod'
import { envelope, excluded, person } from './envelope.ts'
import { cursor, limit, text } from './query-fields.ts'
import { scopeFields } from './scope.ts'

/** People. */
export const players = {
  method: 'GET',
  path: '/api/proximity/players',
  about: 'The people who played in the scope, without bots, by number of rounds.',
  query: z.strictObject({
    ...scopeFields,
    search: text('Part of a name, whatever the case, without colour codes.'),
    limit: limit(100, 500),
    cursor,
  }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    players: z.array(
      z.object({
        ...person,
        matched_name: z
          .string()
          .nullable()
          .meta({ description: 'With `search`: the latest name that it was found by, where it is not `name`.' }),
        kind: z.string().meta({ description: '`unknown`: without an identifier, so known in one round only.' }),
        rounds: z.int(),
        last_seen_unix: z.int().nullable(),
        lives: z.int(),
        alive_ms: z.int(),
        kills: z.int(),
        deaths: z.int(),
        damage_dealt: z.int(),
        damage_taken: z.int(),
        crossfire_kills: z.int(),
        trade_successes: z.int(),
      }),
    ),
    next: z.string().nullable(),
    excluded,
  }),
} as const
