import { z } from 'zod'
import { mapParams } from './map-query.ts'

const corner = z.number().meta({ description: 'World coordinate of an edge of the picture, units.' })

/** The shape of a map. */
export const mapFloor = {
  method: 'GET',
  path: '/api/proximity/maps/:map_name/floor',
  about: 'Where people have walked on a map in its latest 40 rounds, and a picture of it if the admin gave one.',
  params: mapParams,
  query: z.strictObject({}),
  reply: z.object({
    map_name: z.string(),
    cell_units: z.int(),
    rounds: z.int(),
    cells: z
      .array(z.tuple([z.int(), z.int(), z.int()]))
      .meta({ description: '`[grid_x, grid_y, height]`: mean height of those who were there, units.' }),
    picture: z
      .object({ url: z.string(), min_x: corner, min_y: corner, max_x: corner, max_y: corner })
      .nullable()
      .meta({ description: 'Null: none, or one without the corners of the world.' }),
  }),
} as const
