import { z } from 'zod'
import { envelope, excludedFromFights, mean, person } from './envelope.ts'
import { limit } from './query-fields.ts'
import { playerGuid, scopeFields } from './scope.ts'

const entry = z.object({
  ...person,
  crossfire_kills: z.int(),
  crossfire_participations: z.int(),
  crossfire_final_blows: z.int(),
  avg_delay_ms: mean,
  times_focused: z.int(),
  focus_escapes: z.int(),
})

/** Crossfire and focus leaders. */
export const teamplay = {
  method: 'GET',
  path: '/api/proximity/teamplay',
  about: 'Players by crossfire kills, by delay in crossfires, and by escapes from several attackers.',
  query: z.strictObject({ ...scopeFields, ...playerGuid('only he.'), limit: limit(5, 25) }),
  reply: z.object({
    ...envelope,
    limit: z.int(),
    sampled_engagements: z.int().meta({ description: 'Fights used.' }),
    crossfire_kills: z.array(entry.extend({ kill_rate_pct: z.number() })),
    sync: z.array(entry),
    focus_survival: z.array(entry.extend({ survival_rate_pct: z.number() })),
    excluded: excludedFromFights,
  }),
} as const
