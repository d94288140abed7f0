import { z } from 'zod'
import { envelope, excluded } from './envelope.ts'
import { scopeFields } from './scope.ts'

/** Where somebody dies. */
export const playerDangers = {
  method: 'GET',
  path: '/api/proximity/players/:guid/dangers',
  about: 'Where one person dies, by map, relative to the time that he spends there.',
  params: z.strictObject({ guid: z.string() }),
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    guid: z.string(),
    cell_units: z.int().meta({ description: 'A cell covers `[grid_x * cell_units, (grid_x + 1) * cell_units)`.' }),
    maps: z
      .array(
        z.object({
          map_name: z.string(),
          rounds: z.int(),
          deaths: z.int().meta({ description: 'Of every cause.' }),
          presence_ms: z.int().nullable().meta({ description: 'Null: where he was is not known.' }),
          cells: z
            .array(z.tuple([z.int(), z.int(), z.int(), z.int()]))
            .meta({ description: 'grid_x, grid_y, presence_ms, deaths: where he was or died.' }),
          zones: z
            .array(
              z.object({
                grid_x: z.int(),
                grid_y: z.int(),
                presence_ms: z.int(),
                deaths: z.int(),
                expected_deaths: z
                  .number()
                  .nullable()
                  .meta({ description: 'If he died in proportion to his time; null: that is not known.' }),
              }),
            )
            .meta({
              description:
                'At most 3 cells with three deaths or more, of which even the lower end of the 80 % interval is above what his time there explains, the furthest above first.',
            }),
          objectives: z
            .array(z.object({ name: z.string(), x: z.int(), y: z.int() }))
            .meta({ description: 'Where things were done to objectives that have a name.' }),
        }),
      )
      .meta({ description: 'The 6 maps with the most deaths, of those that he played.' }),
    excluded,
  }),
} as const
