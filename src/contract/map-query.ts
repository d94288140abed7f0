import { z } from 'zod'
import { countFrom, text, wholeNumber } from './query-fields.ts'
import { scopeFields } from './scope.ts'

/** Words for a class, as every answer spells them. */
const CLASSES = ['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS'] as const

/** Edges of a cell that can be asked for, units. */
const CELL_SIZES = [128, 256, 512] as const
const USUAL_CELL = 128

const { map_name: _, ...rounds } = scopeFields

export const mapParams = z.strictObject({ map_name: z.string() })

/** The scope without the map, which the path names, and whose deeds are meant. All that is given must hold. */
export const mapQuery = {
  ...rounds,
  player_guid: text(
    'Identifier of a player: only what he did, and what was done to him where he is the one it is about.',
  ),
  side: z.enum(['AXIS', 'ALLIES'], 'side must be AXIS or ALLIES').optional().meta({
    description: 'Of the one it is about: the killer, the dead, the target of a fight, the one who was there.',
  }),
  player_class: z
    .enum(CLASSES, `player_class must be one of ${CLASSES.join(', ')}`)
    .optional()
    .meta({ description: 'Of the same.' }),
  role: z
    .enum(['attack', 'defence'], 'role must be attack or defence')
    .optional()
    .meta({ description: 'Of his side; rounds that do not know who defended are left out.' }),
  means: countFrom(0, 'means')
    .optional()
    .meta({ description: "Means of death, the engine's number. Narrows kills and deaths alone." }),
}

export const cellUnits = wholeNumber(
  z.int().refine((units) => CELL_SIZES.some((size) => size === units), `cell_units must be ${CELL_SIZES.join(', ')}`),
)
  .default(USUAL_CELL)
  .meta({ description: `Edge of a cell, units: ${CELL_SIZES.join(', ')}.`, default: USUAL_CELL })

/** What was applied beside the scope; null: not given. */
export const mapFilter = z.object({
  side: z.string().nullable(),
  player_class: z.string().nullable(),
  role: z.string().nullable(),
  means: z.int().nullable(),
})

/** What of the map's counted rounds is missing in an answer. */
export const missingOnMap = z.object({
  rounds_not_derived: z.int().meta({ description: 'Imported by an earlier version: `proximity rebuild` brings them.' }),
  rounds_without_role: z
    .int()
    .meta({ description: 'They do not know who defended; left out with `role`, 0 without it.' }),
  kills_without_place: z.int().meta({ description: 'Nothing tells where the killer stood.' }),
  kills_without_means: z
    .int()
    .meta({ description: 'Nothing tells by what was killed; left out with `means`, counted without it.' }),
})
