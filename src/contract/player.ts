import { z } from 'zod'
import { envelope, excluded, person } from './envelope.ts'
import { playerSums } from './player-sums.ts'
import { scopeFields } from './scope.ts'

const MEANS = [
  'fight_duration_ms',
  'escape_distance',
  'focus_escape_pct',
  'solo_escape_pct',
  'crossfire_delay_ms',
  'crossfire_kill_pct',
  'trade_success_pct',
  'traded_death_pct',
  'isolation_death_pct',
  'support_uptime_pct',
  'life_duration_ms',
  'life_distance',
  'avg_speed',
  'sprint_percentage',
  'time_to_first_move_ms',
] as const

const meanOf = z.object({ value: z.number().nullable(), n: z.int() })
const means = z
  .object(Object.fromEntries(MEANS.map((name) => [name, meanOf])) as Record<(typeof MEANS)[number], typeof meanOf>)
  .meta({ description: 'Each with the number of cases it is the mean of.' })

/** One person. */
export const player = {
  method: 'GET',
  path: '/api/proximity/players/:guid',
  about: 'One person: sums, means, names, with whom.',
  params: z.strictObject({ guid: z.string() }),
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    ...person,
    kind: z.string(),
    rounds: z.int(),
    first_seen_unix: z.int().nullable(),
    last_seen_unix: z.int().nullable(),
    sums: playerSums,
    means,
    names: z
      .array(z.object({ name: z.string(), rounds: z.int(), last_seen_unix: z.int().nullable() }))
      .meta({ description: 'Every name used, the latest first, whatever the scope.' }),
    maps: z.array(z.object({ map_name: z.string(), rounds: z.int() })),
    classes: z.array(z.object({ player_class: z.string(), lives: z.int(), alive_ms: z.int() })),
    partners: z
      .array(
        z.object({
          ...person,
          rounds: z.int(),
          together_ms: z.int(),
          crossfire_count: z.int(),
          crossfire_kills: z.int(),
          avg_delay_ms: z.number().nullable(),
          trade_chances_for: z.int().meta({ description: "His chances to trade the partner's deaths." }),
          trades_for: z.int(),
          trade_chances_by: z.int().meta({ description: "The partner's chances to trade his." }),
          trades_by: z.int(),
        }),
      )
      .meta({ description: 'People on his side, without bots, by time together; at most 50.' }),
    excluded,
  }),
} as const
