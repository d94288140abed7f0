import { z } from 'zod'
import { envelope, excludedFromFights, person } from './envelope.ts'
import { mapFilter, mapParams, mapQuery, missingOnMap } from './map-query.ts'
import { limit } from './query-fields.ts'

/** Kills as lines. */
export const mapKills = {
  method: 'GET',
  path: '/api/proximity/maps/:map_name/kills',
  about: 'Kills of enemies with the places of both, the newest first.',
  params: mapParams,
  query: z.strictObject({ ...mapQuery, limit: limit(500, 4000) }),
  reply: z.object({
    ...envelope,
    map_name: z.string(),
    filter: mapFilter,
    limit: z.int(),
    total: z.int().meta({ description: 'Kills with both places in the scope; what is beyond `limit` is cut off.' }),
    people: z.array(z.object(person)),
    kills: z.array(
      z.object({
        round_id: z.int(),
        time_ms: z.int(),
        killer: z.int().meta({ description: 'Index into `people`.' }),
        victim: z.int(),
        killer_team: z.string(),
        killer_x: z.int(),
        killer_y: z.int(),
        x: z.int(),
        y: z.int(),
        means: z.int().nullable(),
      }),
    ),
    missing: missingOnMap,
    excluded: excludedFromFights,
  }),
} as const
