import { z } from 'zod'
import { wholeNumber } from './query-fields.ts'

const position = z.object({ time: z.int(), x: z.number(), y: z.number(), z: z.number(), event: z.string() })

const sample = position.extend({
  health: z.int(),
  speed: z.number(),
  weapon: z.int(),
  stance: z.int(),
  sprint: z.int(),
})

const strafe = z.object({
  duration_ms: z.int(),
  total_distance: z.number(),
  avg_speed: z.number(),
  turn_count: z.int(),
  turn_rate: z.number().meta({ description: 'Turns of 40 degrees or more per second.' }),
  events: z.array(z.object({ time: z.int(), angle_deg: z.number(), x: z.number(), y: z.number() })),
})

const attacker = z.object({
  guid: z.string(),
  name: z.string(),
  team: z.string(),
  damage: z.int(),
  hits: z.int(),
  first_hit_ms: z.int(),
  last_hit_ms: z.int(),
  got_kill: z.boolean(),
  weapons: z.record(z.string(), z.int()).meta({ description: 'Hits by weapon id.' }),
})

/** One engagement. */
export const event = {
  method: 'GET',
  path: '/api/proximity/event/:event_id',
  about: 'One engagement in full.',
  params: z.strictObject({ event_id: wholeNumber(z.int()) }),
  query: z.strictObject({}),
  reply: z.object({
    id: z.int(),
    session_date: z.string(),
    round_number: z.int(),
    round_start_unix: z.int().meta({ description: '0: unknown.' }),
    round_end_unix: z.int(),
    map_name: z.string(),
    target_guid: z.string(),
    target_name: z.string(),
    outcome: z.string(),
    total_damage: z.int(),
    start_time_ms: z.int(),
    end_time_ms: z.int(),
    duration_ms: z.int(),
    num_attackers: z.int().meta({ description: 'Enemies; `attackers` holds mates too.' }),
    is_crossfire: z.boolean(),
    position_path: z.array(position),
    attackers: z.array(attacker),
    start_x: z.number(),
    start_y: z.number(),
    end_x: z.number(),
    end_y: z.number(),
    distance_traveled: z.number(),
    round_id: z.int(),
    round_date: z.string(),
    round_time: z.string(),
    attacker_guid: z.string().nullable().meta({ description: 'The attacker who got the kill.' }),
    attacker_name: z.string().nullable(),
    target_path: z.array(sample).meta({ description: 'Of the life that was alive during the engagement.' }),
    attacker_path: z.array(sample),
    strafe: z.object({ target: strafe, attacker: strafe }),
    category: z.string().meta({ description: 'fight, team, no_attacker or bot.' }),
    cause: z.string(),
    target_team: z.string(),
    defenders: z.int(),
    crossfire_delay_ms: z.int().nullable(),
    exclusion: z.string().nullable().meta({ description: 'Why the round counts for nothing; null: it counts.' }),
  }),
} as const
