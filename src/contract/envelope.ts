import { z } from 'zod'
import { scopeEcho } from './scope.ts'

/** How many rounds of the scope count for nothing, by reason. */
const excludedRounds = z
  .object({
    incomplete: z.int().meta({ description: 'The file was cut, or its trailer disagrees.' }),
    bots: z.int().meta({ description: 'More bots than people.' }),
    test_mode: z.int(),
    clock: z.int().meta({ description: 'The start time cannot be right.' }),
    without_file: z.int().meta({ description: 'Known from another source only.' }),
  })
  .meta({ description: 'Rounds of the scope that count for nothing.' })

/** What was left out of an answer. */
export const excluded = z.object({
  rounds: excludedRounds,
  bot_players: z.int().meta({ description: 'Bots of the counted rounds: left out of lists and pairs of players.' }),
})

/** What was left out of an answer about fights. */
export const excludedFromFights = excluded.extend({
  engagements: z
    .object({
      team: z.int().meta({ description: 'Hits by mates only.' }),
      no_attacker: z.int().meta({ description: 'Deaths without an enemy hit: falls, own grenades.' }),
      bots: z.int().meta({ description: 'A bot took part, in a round of people.' }),
    })
    .meta({ description: 'Engagements of the counted rounds that are no fights.' }),
})

/** With what every answer about a scope begins. */
export const envelope = {
  status: z.enum(['ok', 'prototype']).meta({ description: '`prototype`: there is nothing in this scope.' }),
  ready: z.boolean().meta({ description: 'True with `ok`.' }),
  message: z.string().nullable(),
  range_days: z.int().meta({ description: 'As sent.' }),
  generated_at: z.string().meta({ description: 'UTC, ISO 8601.' }),
  scope: scopeEcho,
}

/** A mean: null without anything to take it of. */
export const mean = z.number().nullable()

/** Between which two values a share may really be. */
export const interval = z
  .object({ low: z.number(), high: z.number() })
  .nullable()
  .meta({ description: 'The 80 % interval of the share, from 0 to 1 (Wilson); null: of nothing.' })

/** A player in a list: the identifier, and the latest name, raw. */
export const person = { guid: z.string(), name: z.string() }
