import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, type RoundFile, roundFile } from '../../tests/support/round-files.ts'
import { importFile } from '../importer/import-file.ts'
import { derive } from '../metrics/derive.ts'
import { parseRound } from '../parser/parse-round.ts'

const NOW = (EVENING + 86_400) * 1000

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

  test('sums hold the rounds that count and no others', async () => {
    const sums = ['player_teamplay_stats', 'crossfire_pairs', 'map_kill_heatmap', 'map_movement_heatmap']
    const all = async () => {
      const { rows } = await sql<{ text: string }>`${sql.join(
        sums.map((view) => sql`select ${view} || (to_jsonb(v) - 'id')::text as text from ${sql.table(view)} v`),
        sql` union all `,
      )} order by 1`.execute(store().db)
      return rows.map(({ text }) => text)
    }
    await importFile(store().db, roundFile(), { timeZone: 'UTC', now: NOW })
    const before = await all()
    for (const view of sums) expect(before.join()).toContain(view)
    const { name, bytes } = roundFile({ seed: 2, start: EVENING + 600 })
    await importFile(store().db, { name, bytes: bytes.slice(0, -200) }, { timeZone: 'UTC', now: NOW })
    expect(await all()).toEqual(before)
  })

  test('names, pairs and support say what the rounds say', async () => {
    const { db } = store()
    const rename = ({ name, bytes }: RoundFile, to: string) => ({
      name,
      bytes: Buffer.from(Buffer.from(bytes).toString().replaceAll('Birch', to)),
    })
    const rounds = [0, 1, 2].map((i) => roundFile({ seed: i + 1, start: EVENING + i * 600 }))
    const files = rounds.map((file, i) => rename(file, i === 1 ? 'Willow' : 'Birch'))
    // the last one first
    for (const file of files.reverse()) await importFile(db, file, { timeZone: 'UTC', now: NOW })
    const { rows: aliases } = await sql`select alias, first_seen_unix, last_seen_unix, times_seen from player_aliases
      where alias in ('Birch', 'Willow') order by alias`.execute(db)
    expect(aliases).toEqual([
      { alias: 'Birch', first_seen_unix: EVENING, last_seen_unix: EVENING + 1_200, times_seen: 2 },
      { alias: 'Willow', first_seen_unix: EVENING + 600, last_seen_unix: EVENING + 600, times_seen: 1 },
    ])

    // they played on one side and never shot at one target
    const apart = await db.selectFrom('derived_pair').select(['player1_id', 'player2_id']).executeTakeFirstOrThrow()
    await db
      .updateTable('derived_pair')
      .set({ crossfire_count: 0, crossfire_kills: 0, delay_sum_ms: 0, delay_count: 0 })
      .where('player1_id', '=', apart.player1_id)
      .where('player2_id', '=', apart.player2_id)
      .execute()
    const pairs = new Map<string, { count: number; delay: number; delays: number; games: number }>()
    for (const row of await db.selectFrom('derived_pair').selectAll().execute()) {
      const key = `${row.player1_id} ${row.player2_id}`
      const sum = pairs.get(key) ?? { count: 0, delay: 0, delays: 0, games: 0 }
      sum.count += row.crossfire_count
      sum.delay += row.delay_sum_ms
      sum.delays += row.delay_count
      sum.games += 1
      pairs.set(key, sum)
    }
    const { rows: told } = await sql<{ id: string; count: number; avg_delay_ms: number; games: number }>`
      select p1.id || ' ' || p2.id as id, crossfire_count as count, avg_delay_ms, games_together as games
      from crossfire_pairs join player p1 on p1.guid = player1_guid join player p2 on p2.guid = player2_guid`.execute(
      db,
    )
    const shown = [...pairs].filter(([, { count }]) => count > 0)
    expect(shown.length).toBe(pairs.size - 1)
    expect(new Map(told.map(({ id, ...row }) => [id, row]))).toEqual(
      new Map(
        shown.map(([id, { count, delay, delays, games }]) => [id, { count, avg_delay_ms: delay / delays, games }]),
      ),
    )

    const { rows: support } = await sql<{ support_samples: number; total_samples: number; support_uptime_pct: number }>`
      select * from proximity_support_summary`.execute(db)
    for (const { support_samples, total_samples, support_uptime_pct } of support) {
      expect(support_uptime_pct).toBeCloseTo((support_samples / total_samples) * 100)
    }
    expect(support).toHaveLength(3)
  })

  test('the attackers of a fight and the mates of a trade are those of the file', async () => {
    const { bytes: plain, name } = roundFile()
    const bytes = Buffer.from(Buffer.from(plain).toString().replaceAll(',3:1;', ',3:4;8:2;'))
    await importFile(store().db, { bytes, name }, { timeZone: 'UTC', now: NOW })
    const { round } = parseRound(bytes)
    const { rows } = await sql<{ attackers: object[] }>`select attackers from combat_engagement order by id`.execute(
      store().db,
    )
    const asText = (weapons: readonly (readonly [number, number])[]) =>
      Object.fromEntries(weapons.map(([weapon, hits]) => [String(weapon), hits]))
    expect(rows.map(({ attackers }) => attackers)).toEqual(
      round.rows.engagements.map(({ attackers }) =>
        attackers.map(({ weapons, ...attacker }) => ({ ...attacker, weapons: asText(weapons) })),
      ),
    )
    const { trades } = derive(round)
    const { rows: told } = await sql<Record<string, Record<string, unknown>[] | number>>`
      select opportunities, attempts, successes, missed_candidates, opportunity_count, attempt_count, success_count,
        missed_count from proximity_trade_event order by id`.execute(store().db)
    const { players } = derive(round).roster
    const mates = (list: readonly { readonly player: number }[]) =>
      list.map(({ player, ...figures }) => ({ guid: players[player]?.guid, name: expect.any(String), ...figures }))
    expect(told).toEqual(
      trades.map(({ opportunities, attempts, successes, missed }) => ({
        opportunities: mates(opportunities),
        attempts: mates(attempts),
        successes: mates(successes),
        missed_candidates: mates(missed),
        opportunity_count: opportunities.length,
        attempt_count: attempts.length,
        success_count: successes.length,
        missed_count: missed.length,
      })),
    )
    expect(trades.some(({ opportunities }) => opportunities.length > 0)).toBe(true)
  })
})
