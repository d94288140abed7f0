import { z } from 'zod'
import { interval } from './envelope.ts'
import { playerSums } from './player-sums.ts'
import { countFrom } from './query-fields.ts'
import { roundFacts } from './round-facts.ts'

const player = z.int().meta({ description: 'Index into `players`.' })
const place = z.object({ x: z.number(), y: z.number(), z: z.number() })

const engagement = z.object({
  id: z.int(),
  engagement_id: z.int(),
  start_time_ms: z.int(),
  end_time_ms: z.int(),
  target: player,
  target_name: z.string(),
  target_team: z.string(),
  outcome: z.string(),
  category: z.string(),
  cause: z.string(),
  killer: player.nullable().meta({ description: 'The enemy who killed.' }),
  total_damage: z.int(),
  num_attackers: z.int(),
  defenders: z.int(),
  is_crossfire: z.boolean(),
  crossfire_delay_ms: z.int().nullable(),
  crossfire: z.array(player).meta({ description: 'Who took part.' }),
  start: place,
  end: place,
  distance_traveled: z.number(),
  positions: z.string().meta({ description: 'For decodePositions.' }),
  attackers: z.array(
    z.object({
      player,
      team: z.string(),
      damage: z.int(),
      hits: z.int(),
      first_hit_ms: z.int(),
      last_hit_ms: z.int(),
      got_kill: z.boolean(),
      weapons: z.array(z.tuple([z.int(), z.int()])).meta({ description: 'Weapon id and hits.' }),
    }),
  ),
})

const track = z.object({
  player,
  name: z.string(),
  team: z.string(),
  player_class: z.string(),
  spawn_time_ms: z.int(),
  end_time_ms: z.int().nullable(),
  death_type: z.string().nullable(),
  time_to_first_move_ms: z.int().nullable(),
  total_distance: z.number().nullable(),
  avg_speed: z.number().nullable(),
  peak_speed: z.number().nullable(),
  sprint_percentage: z.number().nullable(),
  overlapping: z.boolean(),
  path: z.string().meta({ description: 'For decodePath.' }),
})

const trade = z.object({
  id: z.int().meta({ description: 'Of the engagement.' }),
  victim: player,
  killer: player,
  victim_team: z.string(),
  death_time_ms: z.int(),
  trade_window_ms: z.int(),
  nearest_teammate_dist: z.number().nullable(),
  is_isolation_death: z.boolean(),
  opportunities: z.array(z.object({ player, distance: z.number(), delta_ms: z.int() })),
  attempts: z.array(z.object({ player, first_hit_ms: z.int(), damage: z.int() })),
  successes: z.array(z.object({ player, kill_time_ms: z.int() })),
  missed: z.array(z.object({ player, distance: z.number() })),
})

const section = z.object({
  fields: z.array(z.string()).meta({ description: 'Those in `_no` and `_nos` are indexes into `names`.' }),
  rows: z.array(z.array(z.unknown())),
})

/** One round with everything. */
export const round = {
  method: 'GET',
  path: '/api/proximity/rounds/:id',
  about: 'One round with everything that is known of it. With its `version` in the query it never changes.',
  params: z.strictObject({ id: countFrom(0, 'id') }),
  query: z.strictObject({
    version: z.string().optional(),
    sections: z
      .string()
      .regex(/^[a-z_]+(,[a-z_]+)*$/, 'sections must be names with commas between them')
      .optional()
      .meta({ description: 'Names of the `sections` that are wanted, with commas between them; without it all.' }),
  }),
  reply: z.object({
    ...roundFacts,
    build_exact: z.boolean(),
    file: z.object({
      id: z.int(),
      name: z.string(),
      size_bytes: z.int(),
      sha256: z.string(),
      imported_at: z.string(),
      problem_count: z.int(),
      problems: z.array(z.object({ line: z.int(), section: z.string(), reason: z.string(), lost: z.string() })),
    }),
    header: z.record(z.string(), z.unknown()).meta({ description: 'The header of the file, settings of the tracker.' }),
    sensors: z.record(z.string(), z.string()).meta({ description: 'By section: on, off, failed or unknown.' }),
    section_counts: z.record(z.string(), z.object({ accepted: z.int(), reported: z.int() })),
    sums: z
      .record(z.string(), z.number().nullable())
      .meta({ description: 'Sums of the round. Null: derived by an earlier version, until a rebuild.' }),
    players: z.array(
      z.object({
        guid: z.string(),
        name: z.string(),
        kind: z.string(),
        sums: playerSums.nullable(),
        trade_interval: interval.meta({
          description: 'Of `trade_opportunity_successes` among `trade_opportunities`: the 80 % interval (Wilson).',
        }),
      }),
    ),
    names: z.array(z.object({ player, name: z.string() })),
    engagements: z.array(engagement),
    fight_sizes: z
      .array(
        z.object({
          player: player.nullable(),
          size: z.string().meta({ description: 'Attackers v side of the target, or `other`.' }),
          fights: z.int(),
          died: z.int().meta({ description: 'Those at whose end the target was dead.' }),
          interval,
        }),
      )
      .meta({ description: 'Fights by size: of everybody (`player` null), and of each who had a part in one.' }),
    tracks: z.array(track),
    trades: z.array(trade),
    sections: z.record(z.string(), section).meta({ description: 'Every other section that has rows, by name.' }),
  }),
} as const
