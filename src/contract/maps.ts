import { z } from 'zod'
import { envelope, excluded } from './envelope.ts'
import { scopeFields } from './scope.ts'

const { map_name: _, ...rounds } = scopeFields

/** Maps that were played. */
export const maps = {
  method: 'GET',
  path: '/api/proximity/maps',
  about: 'The maps of the scope, the most played first.',
  query: z.strictObject(rounds),
  reply: z.object({
    ...envelope,
    maps: z.array(
      z.object({
        map_name: z.string(),
        rounds: z.int().meta({ description: 'Rounds that count.' }),
        fights: z.int(),
        killed: z.int(),
        presence_ms: z.int().meta({ description: 'Time of all people on it.' }),
        last_unix: z.int().nullable().meta({ description: 'Start of the latest round.' }),
      }),
    ),
    excluded,
  }),
} as const
