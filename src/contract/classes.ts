import { z } from 'zod'
import { envelope, excluded, mean } from './envelope.ts'
import { playerGuid, scopeFields } from './scope.ts'

/** Lives by class. */
export const classes = {
  method: 'GET',
  path: '/api/proximity/classes',
  about: 'Lives by class, the most played first.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only his lives.') }),
  reply: z.object({
    ...envelope,
    classes: z.array(
      z.object({
        player_class: z.string(),
        tracks: z.int().meta({ description: 'Lives.' }),
        players: z.int(),
        avg_duration_ms: mean,
        avg_distance: mean,
        avg_sprint_pct: mean,
        avg_spawn_reaction_ms: mean,
      }),
    ),
    excluded,
  }),
} as const
