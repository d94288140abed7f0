import { z } from 'zod'
import { envelope, excluded, mean, person } from './envelope.ts'
import { limit } from './query-fields.ts'
import { playerGuid, scopeFields } from './scope.ts'

const reaction = z.object({
  ...person,
  player_class: z.string(),
  reaction_ms: z.number().meta({ description: 'Mean of the reactions that happened.' }),
  samples: z.int().meta({ description: 'Reactions that happened.' }),
  fights: z.int().meta({ description: 'Fights in which one could have happened.' }),
  median_ms: mean.meta({
    description: 'When half would have reacted, the dead counted as cut off (product-limit estimate); null: never.',
  }),
})

/** Reactions to being hit. */
export const reactions = {
  method: 'GET',
  path: '/api/proximity/reactions',
  about: 'How fast players answer being hit: by return fire, by turning away, by the help of a mate.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only he.'), limit: limit(5, 25) }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    return_fire: z.array(reaction),
    dodge: z.array(reaction),
    support: z.array(reaction).meta({ description: 'The person is the one who was helped.' }),
    class_summary: z.array(
      z.object({
        player_class: z.string(),
        events: z.int(),
        return_samples: z.int(),
        avg_return_fire_ms: mean,
        dodge_samples: z.int(),
        avg_dodge_reaction_ms: mean,
        support_samples: z.int(),
        avg_support_reaction_ms: mean,
      }),
    ),
    excluded,
  }),
} as const
