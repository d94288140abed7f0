import { z } from 'zod'
import { envelope, excludedFromFights, person } from './envelope.ts'
import { mapSums } from './map.ts'
import { cellUnits, mapFilter, mapParams, mapQuery } from './map-query.ts'
import { wholeNumber } from './query-fields.ts'

const FARTHEST = 2048
const gridNumber = (name: string) =>
  wholeNumber(z.int().min(-FARTHEST, `${name} is off every map`).max(FARTHEST, `${name} is off every map`))

/** One cell of a map. */
export const mapCell = {
  method: 'GET',
  path: '/api/proximity/maps/:map_name/cell',
  about: 'One cell of a map: its sums, who they are of, and moments to look at.',
  params: mapParams,
  query: z.strictObject({
    ...mapQuery,
    cell_units: cellUnits,
    grid_x: gridNumber('grid_x').meta({ description: 'Of the cell.' }),
    grid_y: gridNumber('grid_y').meta({ description: 'Of the cell.' }),
  }),
  reply: z.object({
    ...envelope,
    map_name: z.string(),
    cell_units: z.int(),
    grid_x: z.int(),
    grid_y: z.int(),
    filter: mapFilter,
    sums: z.object(mapSums),
    people: z
      .array(z.object({ ...person, ...mapSums }))
      .meta({ description: 'At most 12: those with the most kills, deaths and fights there, then the longest there.' }),
    moments: z
      .array(
        z.object({
          what: z.enum(['kill', 'death', 'escape', 'fight']).meta({ description: '`kill`: the killer stood there.' }),
          round_id: z.int(),
          started_unix: z.int().nullable(),
          round_number: z.int(),
          time_ms: z.int(),
          target_name: z.string(),
          killer_name: z.string().nullable(),
          means: z.int().nullable(),
        }),
      )
      .meta({ description: 'The newest 8 of each kind.' }),
    excluded: excludedFromFights,
  }),
} as const
