import { z } from 'zod'
import { envelope, excluded, person } from './envelope.ts'
import { limit, text } from './query-fields.ts'
import { scopeFields } from './scope.ts'

/** What people are compared in. */
export const BOARDS = ['crossfires', 'trades', 'support', 'escapes', 'reactions'] as const

const CLASSES = ['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS'] as const

const standing = {
  ...person,
  n: z.int().meta({ description: 'Cases: attacks, chances, fights; of the support rounds.' }),
  value: z.number().nullable().meta({ description: 'In `unit`; null: a median that is never reached.' }),
  low: z.number().nullable().meta({ description: 'Lower end of the 80 % interval; null: none can be told.' }),
  high: z.number().nullable(),
}

/** Who is best in something. */
export const leaderboards = {
  method: 'GET',
  path: '/api/proximity/leaderboards',
  about: 'The best in one kind of teamplay, by the worse end of the 80 % interval.',
  query: z
    .strictObject({
      ...scopeFields,
      board: z
        .enum(BOARDS, `board must be one of ${BOARDS.join(', ')}`)
        .default('crossfires')
        .meta({ description: `One of ${BOARDS.join(', ')}.`, default: 'crossfires' }),
      player_class: z
        .enum(CLASSES, `player_class must be one of ${CLASSES.join(', ')}`)
        .optional()
        .meta({ description: 'Only as this class; of reactions alone, which are the only ones kept by class.' }),
      own_guid: text('Identifier of a player whose line is wanted too, wherever he stands.'),
      limit: limit(10, 50),
    })
    .refine(
      ({ board, player_class }) => player_class === undefined || board === 'reactions',
      'player_class is only known of reactions',
    ),
  reply: z.object({
    ...envelope,
    board: z.enum(BOARDS),
    player_class: z.enum(CLASSES).nullable(),
    limit: z.int(),
    unit: z.enum(['pct', 'ms']),
    least: z.int().meta({ description: 'Cases from which on somebody is compared.' }),
    compared: z.int().meta({ description: 'People with so many cases.' }),
    best: z
      .array(z.object({ rank: z.int().meta({ description: 'Equal ones share it.' }), ...standing }))
      .meta({ description: 'At most `limit`, and at most the better half of those compared.' }),
    own: z
      .object({ rank: z.int().nullable().meta({ description: 'Null: not among the best.' }), ...standing })
      .nullable()
      .meta({ description: 'The line of `own_guid`; null: he has no case.' }),
    waiting: z
      .array(z.object({ ...person, n: z.int() }))
      .meta({ description: 'People with cases, but fewer than `least`, by name; at most 200.' }),
    excluded,
  }),
} as const
