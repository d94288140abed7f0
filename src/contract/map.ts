import { z } from 'zod'
import { envelope, excludedFromFights, person } from './envelope.ts'
import { cellUnits, mapFilter, mapParams, mapQuery, missingOnMap } from './map-query.ts'

/** Sums of a cell, or of the whole map. */
export const mapSums = {
  kills: z.int().meta({ description: 'Of enemies, where the killer stood.' }),
  deaths: z.int().meta({ description: 'Of every cause, where the victim died.' }),
  push_deaths: z.int().meta({
    description:
      "Of the deaths those by enemies at the end of a push of the victim's side; none where no pushes were captured.",
  }),
  fights: z.int().meta({ description: 'Where they ended.' }),
  escapes: z.int().meta({ description: 'Fights from which the target got away, where they ended.' }),
  presence_ms: z.int().meta({ description: 'Time spent there; kills divided by it are kills by time.' }),
}

/** What happened where on a map. */
export const map = {
  method: 'GET',
  path: '/api/proximity/maps/:map_name',
  about: 'Kills, deaths, fights, escapes, time and movement by cells of a map.',
  params: mapParams,
  query: z.strictObject({ ...mapQuery, cell_units: cellUnits }),
  reply: z.object({
    ...envelope,
    map_name: z.string(),
    cell_units: z.int().meta({ description: 'A cell covers `[grid_x * cell_units, (grid_x + 1) * cell_units)`.' }),
    filter: mapFilter,
    rounds: z.int().meta({ description: 'Rounds that count and are shown.' }),
    totals: z.object(mapSums).meta({ description: 'Sums of the cells.' }),
    cells: z.array(
      z.object({
        grid_x: z.int(),
        grid_y: z.int(),
        ...mapSums,
        move_x: z
          .int()
          .meta({ description: 'Sum of the ways begun there, units: divided by the time it is the flow.' }),
        move_y: z.int(),
      }),
    ),
    objectives: z
      .array(
        z.object({
          what: z.string().meta({ description: 'Word of the file: constructed, dynamite_planted, objective_taken.' }),
          name: z.string(),
          x: z.int(),
          y: z.int(),
          n: z.int(),
        }),
      )
      .meta({ description: 'Where things were done to objectives, at most 40, of the rounds that say so.' }),
    means: z
      .array(z.object({ means: z.int(), kills: z.int() }))
      .meta({ description: 'By what was killed, whatever `means` asks for, the most frequent first.' }),
    people: z
      .array(z.object({ ...person, alive_ms: z.int() }))
      .meta({ description: 'Who was there, at most 100, the longest first, whatever the filter.' }),
    missing: missingOnMap,
    excluded: excludedFromFights,
  }),
} as const
