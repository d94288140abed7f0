import { z } from 'zod'
import { envelope, excludedFromFights } from './envelope.ts'
import { playerGuid, scopeFields } from './scope.ts'

/** Where fights end. */
export const hotzones = {
  method: 'GET',
  path: '/api/proximity/hotzones',
  about: 'Where the fights of one map end: the given map, or the one with the most fights.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only the fights against him.') }),
  reply: z.object({
    ...envelope,
    source: z.literal('combat_engagement').optional().meta({ description: 'Absent without a map.' }),
    map_name: z.string().nullable(),
    grid_size: z.int().meta({ description: 'A cell covers `[grid_x * grid_size, (grid_x + 1) * grid_size)`, units.' }),
    hotzones: z
      .array(
        z.object({
          grid_x: z.int(),
          grid_y: z.int(),
          kills: z.int().meta({ description: 'Fights that ended with a kill by an enemy.' }),
          deaths: z.int().meta({ description: 'Deaths of every cause.' }),
          fights: z.int(),
        }),
      )
      .meta({ description: 'At most 200 cells, by kills, then fights, descending.' }),
    excluded: excludedFromFights,
  }),
} as const
