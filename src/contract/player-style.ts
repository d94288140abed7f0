import { z } from 'zod'
import { envelope, excluded } from './envelope.ts'
import { scopeFields } from './scope.ts'

const standing = {
  value: z.number().nullable(),
  n: z.int().meta({ description: 'Cases that it is made of.' }),
  below: z.number().meta({ description: 'Of the others, those with less; equal ones count half.' }),
  others: z.int().meta({ description: 'Other people of the scope with enough lives and cases.' }),
  relation: z.enum(['more', 'as_much', 'less']).nullable().meta({
    description: 'Above or below two thirds of the others; null: he has too few lives or cases, or there are not five.',
  }),
}

/** How somebody plays. */
export const playerStyle = {
  method: 'GET',
  path: '/api/proximity/players/:guid/style',
  about: 'How one person plays compared with the others of the scope: a description, no rating.',
  params: z.strictObject({ guid: z.string() }),
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    guid: z.string(),
    lives: z.int(),
    least_lives: z.int().meta({ description: 'Lives, and cases of a number, that a comparison needs.' }),
    people: z.int().meta({ description: 'People of the scope with so many lives.' }),
    measures: z.array(z.object({ name: z.string(), ...standing })),
    classes: z
      .array(z.object({ player_class: z.string(), ...standing }))
      .meta({ description: 'Share of his time alive in each class, percent; n: lives.' }),
    excluded,
  }),
} as const
