import { z } from 'zod'
import { duo } from './duos.ts'
import { envelope, excludedFromFights, interval, mean } from './envelope.ts'
import { scopeFields } from './scope.ts'

/** Key figures. */
export const summary = {
  method: 'GET',
  path: '/api/proximity/summary',
  about: 'Key figures of the scope.',
  query: z.strictObject(scopeFields),
  reply: z.object({
    ...envelope,
    total_engagements: z.int().meta({ description: 'Fights.' }),
    avg_distance_m: mean.meta({ description: "Target's way in a fight, game units." }),
    crossfire_events: z.int(),
    hotzones: z.int().meta({ description: 'Cells of 256 units, by map, in which fights ended.' }),
    avg_duration_ms: mean,
    avg_attackers: mean,
    escape_rate_pct: mean,
    kill_rate_pct: mean,
    killed: z.int().meta({ description: 'Fights at whose end the target was dead, whatever the cause.' }),
    escaped: z.int().meta({ description: 'Fights from which the target got away.' }),
    intervals: z
      .object({ killed: interval, escaped: interval, crossfire_events: interval })
      .meta({ description: 'Of these as shares of the fights.' }),
    unique_players: z.int().meta({ description: 'People with a life.' }),
    avg_track_distance_m: mean.meta({ description: 'Way of a life, game units.' }),
    avg_speed: mean.meta({ description: 'Units per second while moving.' }),
    avg_sprint_pct: mean,
    avg_time_to_first_move_ms: mean,
    sample_rounds: z.int().meta({ description: 'Rounds that count.' }),
    tracks: z.int().meta({ description: 'Lives.' }),
    shapes: z
      .object({ '1v1': z.int(), '2v1': z.int(), '2v2': z.int(), '1v2': z.int(), other: z.int() })
      .meta({ description: 'Fights by attackers against defenders.' }),
    top_duos: z.array(duo),
    excluded: excludedFromFights,
  }),
} as const
