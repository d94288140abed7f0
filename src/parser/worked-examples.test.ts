import { describe, expect, test } from 'vitest'
import { PATH_EVENTS, type Path, POSITION_EVENTS, type Positions } from '../format/codec.ts'
import { SECTIONS, type Section, type SectionKey } from '../format/sections.ts'
import { parseText, problemTexts } from './parse-text.fixtures.ts'
import {
  BUILD_5FEB,
  BUILD_30,
  BUILD_42B,
  BUILD_611,
  SUICIDE,
  TRACKS_40,
  TRACKS_41,
} from './worked-examples.fixtures.ts'

const FERRO = '9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12'
const ROOK = '1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4'
const VA_LE = '6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01'
const MARA = 'C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3'

function positionRows({ length, time_ms, x, y, z, event }: Positions): unknown[] {
  return Array.from({ length }, (_, i) => [time_ms[i], x[i], y[i], z[i], POSITION_EVENTS[event[i] as number]])
}

function pathRows({ length, event, ...one }: Path): unknown[] {
  return Array.from({ length }, (_, i) => [
    one.time_ms[i],
    one.x[i],
    one.y[i],
    one.z[i],
    one.health[i],
    one.speed[i],
    one.weapon[i],
    one.stance[i],
    one.sprint[i],
    PATH_EVENTS[event[i] as number],
  ])
}

describe('a whole file of 4.2b', () => {
  const parsed = parseText(BUILD_42B)
  const { round } = parsed

  test('is read without a problem, row by row', () => {
    expect(parsed.problems).toEqual([])
    expect(round.sections).toEqual({
      ENGAGEMENTS: { accepted: 3, reported: 0 },
      PLAYER_TRACKS: { accepted: 4, reported: 0 },
      KILL_HEATMAP: { accepted: 2, reported: 0 },
      MOVEMENT_HEATMAP: { accepted: 3, reported: 0 },
      OBJECTIVE_FOCUS: { accepted: 4, reported: 0 },
      REACTION_METRICS: { accepted: 3, reported: 0 },
    })
    expect([round.format, round.build, round.build_exact, round.completeness]).toEqual([4, '4.2b', true, 'unverified'])
  })

  test('has the header that it states and null for what it does not', () => {
    expect(round.header).toEqual({
      map_name: 'yard_demo',
      round_number_raw: 1,
      crossfire_window_ms: 1000,
      escape_time_ms: 5000,
      escape_distance: 300,
      position_sample_interval_ms: 500,
      round_start_unix: 1_771_539_000,
      round_end_unix: 1_771_539_022,
      axis_spawn_interval_ms: null,
      allies_spawn_interval_ms: null,
      tracker_version_full: null,
      test_mode: null,
      capabilities: null,
      tracker: null,
      build_hash: null,
      settings_hash: null,
      settings: null,
      server_name: null,
      engine_version: null,
      lua_version: null,
      engine_round: null,
      round_number_reason: null,
      live_level_time_ms: null,
    })
  })

  test('begins with a crossfire on Ferro', () => {
    const { positions, ...engagement } = round.rows.engagements[0] as (typeof round.rows.engagements)[number]
    expect(engagement).toEqual({
      engagement_id: 1,
      start_time_ms: 60_000,
      end_time_ms: 61_050,
      duration_ms: 1050,
      target_guid: FERRO,
      target_name: 'Ferro',
      target_team: 'ALLIES',
      outcome: 'killed',
      total_damage_taken: 102,
      killer_guid: ROOK,
      killer_name: '^4Rook',
      num_attackers: 2,
      is_crossfire: true,
      crossfire_delay_ms: 420,
      crossfire_participants: [ROOK, VA_LE],
      start_x: 640,
      start_y: 128,
      start_z: 24,
      end_x: 766,
      end_y: 203.6,
      end_z: 24,
      distance_traveled: 201.6,
      attackers: [
        {
          guid: ROOK,
          name: '^4Rook',
          team: 'AXIS',
          damage: 80,
          hits: 2,
          first_hit_ms: 60_000,
          last_hit_ms: 61_050,
          got_kill: true,
          weapons: [[3, 2]],
        },
        {
          guid: VA_LE,
          name: 'Va_le',
          team: 'AXIS',
          damage: 22,
          hits: 1,
          first_hit_ms: 60_420,
          last_hit_ms: 60_420,
          got_kill: false,
          weapons: [[3, 1]],
        },
      ],
    })
    expect(positionRows(positions)).toEqual([
      [60_000, 640, 128, 24, 'start'],
      [60_000, 640, 128, 24, 'hit'],
      [60_420, 640, 203.6, 24, 'hit'],
      [60_500, 656, 203.6, 24, 'sample'],
      [61_000, 756, 203.6, 24, 'sample'],
      [61_050, 766, 203.6, 24, 'hit'],
      [61_050, 766, 203.6, 24, 'death'],
    ])
  })

  test('has two attackers without crossfire, and a round end whose last point says escape', () => {
    const [, second, third] = round.rows.engagements
    expect(second).toMatchObject({ num_attackers: 2, is_crossfire: false, crossfire_delay_ms: null })
    expect(second?.crossfire_participants).toEqual([])
    expect(third).toMatchObject({ outcome: 'round_end', killer_guid: null, killer_name: null, distance_traveled: 16 })
    expect(positionRows(third?.positions as Positions).at(-1)).toEqual([63_000, 340, -64, 24, 'escape'])
  })

  test('follows Ferro from his spawn to his death', () => {
    const { path, ...track } = round.rows.player_tracks[0] as (typeof round.rows.player_tracks)[number]
    expect(track).toEqual({
      guid: FERRO,
      name: 'Ferro',
      team: 'ALLIES',
      player_class: 'SOLDIER',
      spawn_time_ms: 58_900,
      death_time_ms: 61_050,
      first_move_time_ms: 60_000,
      death_type: 'killed',
      samples: 7,
    })
    expect(pathRows(path)).toEqual([
      [58_900, 640, 128, 24, 100, 0, 8, 0, 0, 'spawn'],
      [59_000, 640, 128, 24, 100, 0, 8, 0, 0, 'sample'],
      [59_500, 640, 128, 24, 100, 0, 8, 0, 0, 'sample'],
      [60_000, 640, 128, 24, 100, 180, 8, 0, 1, 'sample'],
      [60_500, 656, 203.6, 24, 60, 200, 8, 0, 1, 'sample'],
      [61_000, 756, 203.6, 24, 60, 200, 8, 0, 1, 'sample'],
      [61_050, 766, 203.6, 24, 0, 0, 8, 0, 0, 'killed'],
    ])
  })

  test('counts in its movement heat map the samples of its tracks', () => {
    const samples = round.rows.player_tracks.flatMap(({ path }) => pathRows(path) as number[][])
    const inCell = (x: number, y: number) =>
      samples.filter((point) => {
        const [, px = 0, py = 0] = point
        return Math.floor(px / 512) === x && Math.floor(py / 512) === y && String(point.at(-1)) === 'sample'
      }).length
    expect(round.rows.movement_heatmap).toEqual([
      { grid_x: 0, grid_y: -1, traversal: inCell(0, -1), combat: 1, escape: 0 },
      { grid_x: 0, grid_y: 0, traversal: inCell(0, 0), combat: 2, escape: 0 },
      { grid_x: 1, grid_y: 0, traversal: inCell(1, 0), combat: 3, escape: 0 },
    ])
    expect(round.rows.kill_heatmap[1]).toEqual({ grid_x: 1, grid_y: 0, axis_kills: 1, allies_kills: 0 })
  })

  test('keeps a reaction that did not happen apart from a fast one', () => {
    expect(round.rows.reaction_metrics[1]).toEqual({
      engagement_id: 2,
      target_guid: ROOK,
      target_name: '^4Rook',
      target_team: 'AXIS',
      target_class: 'MEDIC',
      outcome: 'killed',
      num_attackers: 2,
      return_fire_ms: 350,
      dodge_reaction_ms: null,
      support_reaction_ms: null,
      start_time_ms: 60_700,
      end_time_ms: 62_550,
      duration_ms: 1850,
    })
    expect(round.rows.objective_focus[3]).toEqual({
      guid: MARA,
      name: 'Mara',
      team: 'ALLIES',
      objective: 'gate',
      avg_distance: 421.3,
      time_within_radius_ms: 2500,
      samples: 8,
    })
  })
})

describe('files of older builds', () => {
  test('3.0 has a fight without samples, heat maps, and no tracks', () => {
    const parsed = parseText(BUILD_30)
    expect(parsed.problems).toEqual([])
    expect([parsed.round.build, parsed.round.header.round_number_raw]).toEqual(['3.0', 0])
    expect(parsed.round.header.position_sample_interval_ms).toBeNull()
    expect(positionRows(parsed.round.rows.engagements[0]?.positions as Positions)).toHaveLength(5)
    expect(parsed.round.rows.movement_heatmap).toEqual([{ grid_x: 1, grid_y: 0, traversal: 0, combat: 3, escape: 0 }])
  })

  test('a track of 4.0 has no type of death', () => {
    const { round, ...parsed } = parseText(`# PROXIMITY_TRACKER_V4\n# map=yard_demo\n${TRACKS_40}`)
    expect(problemTexts({ round, ...parsed })).toEqual([])
    const [track] = round.rows.player_tracks
    expect(round.build).toBe('4.0')
    expect(track).toMatchObject({ guid: FERRO, death_time_ms: 61_050, death_type: null, samples: 3 })
    expect(pathRows(track?.path as Path)).toEqual([
      [58_900, 640, 128, 24, 100, 0, 8, 0, 0, 'spawn'],
      [60_000, 640, 128, 24, 100, 180, 8, 0, 0, 'sample'],
      [61_050, 766, 203.6, 24, 0, 0, 8, 0, 0, 'death'],
    ])
  })

  test('a life without movement has no first move, and a replaced life ends as unknown', () => {
    const { round } = parseText(`# PROXIMITY_TRACKER_V4\n# map=yard_demo\n# PLAYER_TRACKS\n${TRACKS_41}`)
    expect(round.build).toBe('4.1')
    const [still, replaced] = round.rows.player_tracks
    expect(still).toMatchObject({ first_move_time_ms: null, death_type: 'killed' })
    expect(replaced).toMatchObject({ spawn_time_ms: 59_500, death_time_ms: 61_000, death_type: 'unknown', samples: 1 })
  })

  test('a suicide is a fight without attackers whose killer is the target', () => {
    const { round } = parseText(`# PROXIMITY_TRACKER_V4\n# map=yard_demo\n# ENGAGEMENTS\n${SUICIDE}`)
    expect(round.rows.engagements[0]).toMatchObject({
      target_guid: VA_LE,
      killer_guid: VA_LE,
      num_attackers: 0,
      attackers: [],
      crossfire_participants: [],
    })
  })

  test('February 2026 joins buddies by a comma, has four places in a score and ten columns of spawn timing', () => {
    const parsed = parseText(BUILD_5FEB)
    const { rows } = parsed.round
    expect(problemTexts(parsed)).toEqual([])
    expect([parsed.round.build, parsed.round.build_exact]).toEqual(['5-Feb', true])
    expect(rows.spawn_timing[0]).toEqual({
      killer_guid: ROOK,
      killer_name: '^4Rook',
      killer_team: 'AXIS',
      victim_guid: FERRO,
      victim_name: 'Ferro',
      victim_team: 'ALLIES',
      kill_time_ms: 61_050,
      enemy_spawn_interval_ms: 20_000,
      time_to_next_spawn_ms: 18_950,
      spawn_timing_score: 0.9475,
      killer_reinf_s: null,
      victim_reinf_s: null,
    })
    expect(rows.team_cohesion[0]?.buddy_pair_guids).toEqual([ROOK, VA_LE])
    expect(rows.team_pushes[0]).toMatchObject({ avg_speed: 56.67, toward_objective: 'N/A' })
    expect(rows.trade_kills[0]).toMatchObject({ delta_ms: 1500, trader_guid: MARA, trader_name: 'Mara' })
    expect(rows.crossfire_opportunities[1]).toMatchObject({
      time_ms: 60_700,
      angular_separation: 13.4,
      was_executed: true,
    })
  })
})

describe('every later section of 6.11', () => {
  const parsed = parseText(BUILD_611)
  const { rows } = parsed.round

  test('is read without a problem but the missing first sections', () => {
    expect(parsed.problems.map(({ reason }) => reason)).toEqual([
      'the file stops before PLAYER_TRACKS, which its build always writes',
    ])
    expect([parsed.round.build, parsed.round.build_exact]).toEqual(['6.11', true])
    expect(parsed.round.header).toMatchObject({ tracker_version_full: '6.11', test_mode: false })
  })

  test.each([
    [
      'spawn_timing',
      1,
      { kill_time_ms: 21_550, spawn_timing_score: 0.982, killer_reinf_s: 15.5, victim_reinf_s: 29.5 },
    ],
    ['team_cohesion', 0, { centroid_y: 32, dispersion: 98.1, max_spread: 196.1, buddy_pair_guids: [ROOK, VA_LE] }],
    [
      'crossfire_opportunities',
      0,
      { target_guid: MARA, teammate2_guid: VA_LE, angular_separation: 71.4, damage_within_window: 54 },
    ],
    [
      'focus_fire',
      0,
      { engagement_id: 1, attacker_guids: [ROOK, VA_LE], total_damage: 102, duration_ms: 1050, focus_score: 0.552 },
    ],
    ['team_pushes', 0, { start_time_ms: 19_000, direction_x: 1, push_quality: 0.6, toward_objective: 'gate' }],
    [
      'trade_kills',
      0,
      { original_killer_guid: ROOK, traded_kill_time_ms: 21_550, delta_ms: 1500, trader_name: 'Mara' },
    ],
    [
      'revives',
      0,
      { medic_guid: MARA, revived_guid: FERRO, distance_to_enemy: 472.1, nearest_enemy_guid: ROOK, under_fire: false },
    ],
    ['weapon_accuracy', 1, { player_guid: MARA, weapon_id: 8, shots_fired: 12, hits: 2, kills: 1, headshots: 1 }],
    [
      'kill_outcome',
      0,
      {
        outcome: 'revived',
        effective_denied_ms: 1250,
        gibber_guid: null,
        gibber_name: null,
        reviver_guid: MARA,
        reviver_name: 'Mara',
      },
    ],
    [
      'kill_outcome',
      1,
      { outcome: 'round_end', delta_ms: 450, gibber_name: null, reviver_guid: null, reviver_name: null },
    ],
    ['hit_regions', 1, { time_ms: 21_550, attacker_guid: MARA, weapon_id: 8, region: 0, damage: 86 }],
    [
      'combat_positions',
      0,
      { attacker_x: 300, victim_y: 204, mod: 8, killer_health: 86, axis_alive: 2, allies_alive: 1 },
    ],
    ['shot_fired', 0, { time_ms: 19_000, guid: ROOK, weapon_id: 3, x: 200, y: 128, z: 24, yaw: 12.34, pitch: -1.05 }],
    ['aim_lock', 0, { duration_ms: 1200, target_name: 'Ferro', avg_err_deg: 3.1, avg_dist: 421, samples: 4 }],
    ['spawn_select', 0, { time_ms: 17_900, spawn_index: 2, last_spawn_time: 17_850 }],
    ['skill_snapshot', 0, { battle_sense: 2, light_weapons: 3, heavy_weapons: 1, covertops: 0 }],
    ['comm_events', 0, { cmd: 'vsay_team', arg: 'Medic' }],
    [
      'carrier_events',
      0,
      {
        flag_team: 'redflag',
        carry_distance: 187.3,
        efficiency: 0.785,
        path_samples: 10,
        drop_x: 766,
        killer_name: '^4Rook',
      },
    ],
    [
      'carrier_kills',
      0,
      { kill_time_ms: 20_050, means_of_death: 8, carrier_distance_at_kill: 187.3, flag_team: 'redflag' },
    ],
    ['carrier_returns', 0, { returner_team: 'AXIS', original_carrier_guid: FERRO, return_delay_ms: 1850, drop_z: 24 }],
    [
      'vehicle_progress',
      0,
      { vehicle_name: 'truck', start_x: -2368, total_distance: 512.4, final_health: 640, destroyed_count: 0 },
    ],
    ['escort_credit', 0, { mounted_time_ms: 0, proximity_time_ms: 6500, credit_distance: 301.7, samples: 13 }],
    [
      'construction_events',
      0,
      { event_time_ms: 15_200, event_type: 'dynamite_plant', track_name: 'East Gate', player_y: -64 },
    ],
    [
      'objective_runs',
      0,
      {
        action_type: 'dynamite_plant',
        path_efficiency: 0.94,
        escort_guids: [],
        run_type: 'unopposed',
        obj_x: 180,
        killer_guid: null,
        killer_name: null,
      },
    ],
  ] as const)('%s, row %i', (key, row, expected) => {
    expect(rows[key][row]).toMatchObject(expected)
  })

  test('no section of the example is left out', () => {
    const known: readonly Section[] = SECTIONS.filter((section) => !('comment_rows' in section))
    const empty = known.flatMap(({ key }) => (rows[key as SectionKey].length === 0 ? [key] : []))
    expect(empty).toEqual([
      'engagements',
      'player_tracks',
      'kill_heatmap',
      'movement_heatmap',
      'objective_focus',
      'reaction_metrics',
    ])
  })
})
