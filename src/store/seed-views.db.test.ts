import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { importFile } from '../importer/import-file.ts'

const ROUND_KEY = ['session_date', 'round_number', 'round_start_unix', 'round_end_unix', 'map_name']

/** The ten tables that SQL users of the original know, and their columns. */
const SEED: Readonly<Record<string, readonly string[]>> = {
  combat_engagement: [
    ...[
      'id',
      ...ROUND_KEY,
      'engagement_id',
      'start_time_ms',
      'end_time_ms',
      'duration_ms',
      'target_guid',
      'target_name',
    ],
    ...[
      'target_team',
      'outcome',
      'total_damage_taken',
      'killer_guid',
      'killer_name',
      'position_path',
      'start_x',
      'start_y',
    ],
    ...['start_z', 'end_x', 'end_y', 'end_z', 'distance_traveled', 'attackers', 'num_attackers', 'is_crossfire'],
    ...['crossfire_delay_ms', 'crossfire_participants', 'created_at'],
  ],
  player_track: [
    ...['id', ...ROUND_KEY, 'player_guid', 'player_name', 'team', 'player_class', 'spawn_time_ms', 'death_time_ms'],
    ...[
      'duration_ms',
      'first_move_time_ms',
      'time_to_first_move_ms',
      'sample_count',
      'path',
      'total_distance',
      'avg_speed',
    ],
    ...['sprint_percentage', 'created_at'],
  ],
  player_teamplay_stats: [
    ...['id', 'player_guid', 'player_name', 'crossfire_participations', 'crossfire_kills', 'crossfire_damage'],
    ...['crossfire_final_blows', 'avg_crossfire_delay_ms', 'solo_kills', 'solo_engagements', 'times_targeted'],
    ...['times_focused', 'focus_escapes', 'focus_deaths', 'solo_escapes', 'solo_deaths', 'avg_escape_distance'],
    ...[
      'avg_engagement_duration_ms',
      'total_damage_taken',
      'total_damage_dealt_crossfire',
      'first_seen',
      'last_updated',
    ],
  ],
  crossfire_pairs: [
    ...['id', 'player1_guid', 'player2_guid', 'player1_name', 'player2_name', 'crossfire_count', 'crossfire_kills'],
    ...['total_combined_damage', 'avg_delay_ms', 'games_together', 'first_played', 'last_played'],
  ],
  map_kill_heatmap: [
    ...['id', 'map_name', 'grid_x', 'grid_y', 'grid_size', 'total_kills', 'axis_kills', 'allies_kills', 'total_deaths'],
    ...['axis_deaths', 'allies_deaths', 'created_at', 'updated_at'],
  ],
  map_movement_heatmap: [
    ...['id', 'map_name', 'grid_x', 'grid_y', 'grid_size', 'traversal_count', 'combat_count', 'escape_count'],
    ...['created_at', 'updated_at'],
  ],
  proximity_objective_focus: [
    ...['id', ...ROUND_KEY, 'player_guid', 'player_name', 'team', 'objective', 'avg_distance', 'time_within_radius_ms'],
    ...['samples', 'created_at'],
  ],
  proximity_trade_event: [
    ...['id', ...ROUND_KEY, 'victim_guid', 'victim_name', 'victim_team', 'killer_guid', 'killer_name', 'death_time_ms'],
    ...['trade_window_ms', 'opportunity_count', 'attempt_count', 'success_count', 'missed_count', 'opportunities'],
    ...['attempts', 'successes', 'missed_candidates', 'nearest_teammate_dist', 'is_isolation_death', 'created_at'],
  ],
  proximity_support_summary: [
    'id',
    ...ROUND_KEY,
    'support_samples',
    'total_samples',
    'support_uptime_pct',
    'computed_at',
  ],
  proximity_reaction_metric: [
    ...['id', ...ROUND_KEY, 'engagement_id', 'target_guid', 'target_name', 'target_team', 'target_class', 'outcome'],
    ...['num_attackers', 'return_fire_ms', 'dodge_reaction_ms', 'support_reaction_ms', 'start_time_ms', 'end_time_ms'],
    ...['duration_ms', 'created_at'],
  ],
}

eachEngine('the tables of the seed', (store) => {
  test.each(Object.keys(SEED))('%s has its columns', async (table) => {
    const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = current_schema() and table_name = ${table}`.execute(store().db)
    const names = rows.map(({ name }) => name)
    expect(SEED[table]?.filter((column) => !names.includes(column))).toEqual([])
  })

  test('attackers and ways read as the JSON that SQL users know', async () => {
    await importFile(store().db, roundFile(), { timeZone: 'UTC', now: EVENING * 1000 })
    const { rows } = await sql<{ attackers: object[]; crossfire_participants: string[] | null }>`
      select attackers, crossfire_participants from combat_engagement where num_attackers > 0 order by id limit 1`.execute(
      store().db,
    )
    expect(rows[0]?.attackers[0]).toEqual({
      guid: expect.stringMatching(/^[0-9A-F]{32}$/),
      name: expect.any(String),
      team: expect.stringMatching(/^(AXIS|ALLIES)$/),
      damage: expect.any(Number),
      hits: 1,
      first_hit_ms: expect.any(Number),
      last_hit_ms: expect.any(Number),
      got_kill: expect.any(Boolean),
      weapons: { 3: 1 },
    })
    expect(rows[0]?.crossfire_participants).toBeNull()
    const { rows: tracks } = await sql<{ path: object[]; sample_count: number }>`
      select path, sample_count from player_track order by id limit 1`.execute(store().db)
    expect(tracks[0]?.path).toHaveLength(tracks[0]?.sample_count as number)
    expect(tracks[0]?.path[0]).toMatchObject({ time: 0, z: 24, health: 100, weapon: 3, stance: 0, event: 'spawn' })
  })

  test('one row per position sample', async () => {
    await importFile(store().db, roundFile(), { timeZone: 'UTC', now: EVENING * 1000 })
    const { rows } = await sql<{ samples: number; stated: number }>`
      select (select count(*) from player_track_sample) as samples, (select sum(sample_count) from player_track) as stated`.execute(
      store().db,
    )
    expect(rows[0]?.samples).toBe(rows[0]?.stated)
    expect(rows[0]?.samples).toBeGreaterThan(100)
  })
})
