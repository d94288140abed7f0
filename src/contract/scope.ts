import { z } from 'zod'
import { countFrom, day, text, wholeNumber } from './query-fields.ts'

/** How far back: shared by every question over many rounds. */
export function rangeDays(usual: number) {
  return wholeNumber(z.int())
    .default(usual)
    .meta({
      description: `Days back from today (UTC), 1 to 3650; 0 means ${usual}. Without effect beside session_date or session_id.`,
      default: usual,
    })
}

export const server = text('Game server by name.')

/** Which rounds are meant. All that is given must hold. */
export const scopeFields = {
  range_days: rangeDays(30),
  session_date: day("Exactly this date of the round files' names, `YYYY-MM-DD`."),
  map_name: text('Map, exactly.'),
  round_number: countFrom(0, 'round_number').optional().meta({ description: 'Round of the match, 1 or 2.' }),
  round_start_unix: wholeNumber(z.int().min(0, 'round_start_unix must be >= 0'))
    .transform((given) => given || undefined)
    .optional()
    .meta({ description: 'Start of the round, seconds since 1970, exactly; 0 means not given.' }),
  session_id: countFrom(1, 'session_id')
    .optional()
    .meta({ description: 'Gaming session, see /api/proximity/sessions.' }),
  server,
}

/** A question that one person can be asked about too. */
export function playerGuid(about: string) {
  return { player_guid: text(`Identifier of a player: ${about}`) }
}

/** The scope that was applied; null: not given. */
export const scopeEcho = z.object({
  session_date: z.string().nullable(),
  map_name: z.string().nullable(),
  round_number: z.int().nullable(),
  round_start_unix: z.int().nullable(),
  session_id: z.int().nullable(),
  server: z.string().nullable(),
  player_guid: z.string().nullable(),
})
export type ScopeEcho = z.output<typeof scopeEcho>
