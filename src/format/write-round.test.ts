import { describe, expect, test } from 'vitest'
import { BUILDS } from './builds.ts'
import type { Header } from './header.ts'
import { pathOf, positionsOf } from './round.fixtures.ts'
import type { Round } from './round.ts'
import { type Rows, SECTIONS } from './sections.ts'
import { writeRound } from './write-round.ts'

const HEADER: Header = {
  map_name: 'yard=demo',
  round_number_raw: 1,
  crossfire_window_ms: 1000,
  escape_time_ms: 5000,
  escape_distance: 300,
  position_sample_interval_ms: 200,
  round_start_unix: 1_771_539_000,
  round_end_unix: null,
  axis_spawn_interval_ms: 30_000,
  allies_spawn_interval_ms: null,
  tracker_version_full: '6.11',
  test_mode: false,
  capabilities: { engagement_tracking: 'on', aim_lock: 'failed', shot_fired: 'off', team_cohesion: 'unknown' },
  tracker: 'proximity',
  build_hash: '5f1c',
  settings_hash: null,
  settings: 'sample_ms:200,trace_ms:100',
  server_name: 'scrim-1',
  engine_version: 'ET Legacy v2.83',
  lua_version: 'Lua 5.4',
  engine_round: 0,
  round_number_reason: 'the engine counts from 0',
  live_level_time_ms: 61_050,
}

const NO_ROWS = Object.fromEntries(SECTIONS.map(({ key }) => [key, []])) as unknown as Rows

const ENGAGEMENT: Rows['engagements'][number] = {
  engagement_id: 1,
  start_time_ms: -50,
  end_time_ms: 1000,
  duration_ms: 1050,
  target_guid: 'F1',
  target_name: 'Fer;ro',
  target_team: 'ALLIES',
  outcome: 'killed',
  total_damage_taken: 102,
  killer_guid: null,
  killer_name: null,
  num_attackers: 2,
  is_crossfire: true,
  crossfire_delay_ms: 0,
  crossfire_participants: ['A1', 'B2'],
  start_x: 640,
  start_y: -128,
  start_z: 24.04,
  end_x: 766,
  end_y: 203.6,
  end_z: 24,
  distance_traveled: 201.6,
  positions: positionsOf([
    [-50, 640, -128, 24, 0],
    [1000, 766, 203.6, 24, 3],
  ]),
  attackers: [
    {
      guid: 'A1',
      name: '^4Rook',
      team: 'AXIS',
      damage: 80,
      hits: 2,
      first_hit_ms: -50,
      last_hit_ms: 1000,
      got_kill: true,
      weapons: [[3, 2]],
    },
    {
      guid: '',
      name: 'Va|le',
      team: 'AXIS',
      damage: 22,
      hits: 1,
      first_hit_ms: 370,
      last_hit_ms: 370,
      got_kill: false,
      weapons: [],
    },
  ],
}

const TRACK: Rows['player_tracks'][number] = {
  guid: 'F1',
  name: 'Ferro',
  team: 'ALLIES',
  player_class: 'SOLDIER',
  spawn_time_ms: 0,
  death_time_ms: 1000,
  first_move_time_ms: null,
  death_type: 'killed',
  samples: 2,
  path: pathOf([
    [0, 640, 128, 24, 100, 0, 8, 0, 0, 1],
    [1000, 766, 203.6, 24, 0, 0, 8, 2, 1, 4],
  ]),
}

function lines(build: string, rows: Partial<Rows> = {}, trailer = false): string[] {
  const round: Pick<Round, 'header' | 'rows'> = { header: HEADER, rows: { ...NO_ROWS, ...rows } }
  const { bytes, refused } = writeRound(round, { build, trailer })
  expect(refused).toEqual([])
  return new TextDecoder().decode(bytes).split('\n')
}

test('a file of 4.2b is written to the letter', () => {
  const kill_heatmap = [{ grid_x: 1, grid_y: -1, axis_kills: 1, allies_kills: 0 }]
  expect(lines('4.2b', { engagements: [ENGAGEMENT], player_tracks: [TRACK], kill_heatmap })).toEqual([
    '# PROXIMITY_TRACKER_V4',
    '# map=yard_demo',
    '# round=1',
    '# crossfire_window=1000',
    '# escape_time=5000',
    '# escape_distance=300',
    '# position_sample_interval=200',
    '# round_start_unix=1771539000',
    '# round_end_unix=0',
    '# ENGAGEMENTS',
    expect.stringMatching(/^# engagement_id;start_time_ms;.*;positions;attackers$/),
    '1;-50;1000;1050;F1;Fer_ro;ALLIES;killed;102;;;2;1;0;A1,B2;640.0;-128.0;24.0;766.0;203.6;24.0;201.6;' +
      '-50,640.0,-128.0,24.0,start|1000,766.0,203.6,24.0,death;' +
      'A1,^4Rook,AXIS,80,2,-50,1000,1,3:2;|,Va_le,AXIS,22,1,370,370,0,0:0',
    '',
    '# PLAYER_TRACKS',
    '# guid;name;team;player_class;spawn_time_ms;death_time_ms;first_move_time_ms;death_type;samples;path',
    'F1;Ferro;ALLIES;SOLDIER;0;1000;;killed;2;' +
      '0,640.0,128.0,24.0,100,0.0,8,0,0,spawn|1000,766.0,203.6,24.0,0,0.0,8,2,1,killed',
    '',
    '# KILL_HEATMAP',
    '# grid_x;grid_y;axis_kills;allies_kills',
    '1;-1;1;0',
    '',
    '# MOVEMENT_HEATMAP',
    '# grid_x;grid_y;traversal;combat;escape',
    '',
  ])
})

describe('the layouts of the builds', () => {
  test('3.0 knows neither tracks nor the sample interval', () => {
    const text = lines('3.0', { player_tracks: [TRACK] })
    expect(text.slice(0, 7).join(' ')).toBe(
      '# PROXIMITY_TRACKER_V3 # map=yard_demo # round=1 # crossfire_window=1000 # escape_time=5000 # escape_distance=300 # ENGAGEMENTS',
    )
    expect(text).not.toContain('# PLAYER_TRACKS')
  })

  test('a track of 4.0 has nine columns, one of 4.1 ten', () => {
    const track = (build: string) => lines(build, { player_tracks: [TRACK] }).find((line) => line.startsWith('F1;'))
    expect(track('4.0')?.split(';')).toHaveLength(9)
    expect(track('4.1')?.split(';')).toHaveLength(10)
  })

  test('the build of February 2026 writes the spawn intervals before the unix times, later ones behind them', () => {
    const keys = (build: string) => lines(build).flatMap((line) => /^# (\w+)=/.exec(line)?.[1] ?? [])
    const common = ['map', 'round', 'crossfire_window', 'escape_time', 'escape_distance', 'position_sample_interval']
    const waves = ['axis_spawn_interval', 'allies_spawn_interval']
    const unix = ['round_start_unix', 'round_end_unix']
    expect(keys('5-Feb')).toEqual([...common, ...waves, ...unix])
    expect(keys('5.0')).toEqual([...common, ...unix, ...waves])
    expect(keys('6.11')).toEqual([...common, ...unix, ...waves, 'tracker_version_full', 'test_mode', 'capabilities'])
  })

  test('a buddy pair is joined by a comma in February 2026 and by a plus later', () => {
    const cohesion: Rows['team_cohesion'][number] = {
      time_ms: 0,
      team: 'AXIS',
      alive_count: 2,
      centroid_x: 0,
      centroid_y: 0,
      dispersion: 0,
      max_spread: 0,
      straggler_count: 0,
      buddy_pair_guids: ['A1', 'B2'],
      buddy_distance: 0,
    }
    expect(lines('5-Feb', { team_cohesion: [cohesion] })).toContain('0;AXIS;2;0.0;0.0;0.0;0.0;0;A1,B2;0.0')
    expect(lines('5.0', { team_cohesion: [cohesion] })).toContain('0;AXIS;2;0.0;0.0;0.0;0.0;0;A1+B2;0.0')
  })

  test('capabilities are declared as 0 off, 1 on, 2 failed, and an unknown state is not declared', () => {
    expect(lines('6.11')).toContain('# capabilities=engagement_tracking:1,aim_lock:2,shot_fired:0')
  })

  test.each(BUILDS)('$name writes the sections that it always writes, in the order of the file', ({ name, always }) => {
    const headers = lines(name).flatMap((line) => /^# ([A-Z_]+)$/.exec(line)?.[1] ?? [])
    expect(headers).toEqual(SECTIONS.map((section) => section.name).filter((section) => always.includes(section)))
  })
})

test("this project's own file names its server and announces its trailer, which counts the rows of every section", () => {
  const text = lines('6.11', { engagements: [ENGAGEMENT] }, true)
  expect(text.slice(14, 17)).toEqual(['# server_name=scrim-1', '# trailer=1', '# ENGAGEMENTS'])
  expect(text.slice(-2)).toEqual([
    expect.stringMatching(/^# END rows=ENGAGEMENTS:1,PLAYER_TRACKS:0,KILL_HEATMAP:0,MOVEMENT_HEATMAP:0 adler32=\d+$/),
    '',
  ])
})

test('the build of this project says what ran, and marks the rows that older readers must skip', () => {
  const pauses = [{ start_time_ms: 60_000, duration_ms: 45_000 }]
  const text = lines('Proximity 1', { pauses }, true)
  expect(text.slice(14, 25)).toEqual([
    '# tracker=proximity',
    '# build_hash=5f1c',
    '# settings=sample_ms:200,trace_ms:100',
    '# server_name=scrim-1',
    '# engine_version=ET Legacy v2.83',
    '# lua_version=Lua 5.4',
    '# engine_round=0',
    '# round_reason=the engine counts from 0',
    '# live_level_time=61050',
    '# trailer=1',
    '# ENGAGEMENTS',
  ])
  expect(text.slice(-5, -1)).toEqual([
    '# PAUSES',
    '# start_time_ms;duration_ms',
    '#;60000;45000',
    expect.stringMatching(/,PAUSES:1 adler32=\d+$/),
  ])
})

test('a row that cannot be written is left out and listed, and the trailer does not count it', () => {
  const bad = { ...ENGAGEMENT, start_x: Number.NaN }
  const rows = { ...NO_ROWS, engagements: [bad, ENGAGEMENT] }
  const { bytes, refused } = writeRound({ header: HEADER, rows }, { build: '6.11', trailer: true })
  expect(refused).toEqual([{ section: 'ENGAGEMENTS', row: 0, reason: 'column 16 (start_x) cannot hold NaN' }])
  expect(new TextDecoder().decode(bytes)).toContain('# END rows=ENGAGEMENTS:1,')
})

test('a point that cannot be written costs the point, not the row', () => {
  const positions = positionsOf([
    [0, 70_000, 0, 0, 0],
    [1000, 0, 0, 0, 3],
  ])
  const rows = { ...NO_ROWS, engagements: [{ ...ENGAGEMENT, positions }] }
  const { bytes, refused } = writeRound({ header: HEADER, rows }, { build: '4.1' })
  expect(refused).toEqual([{ section: 'ENGAGEMENTS', row: 0, reason: 'positions: 1 elements cannot be written' }])
  expect(new TextDecoder().decode(bytes)).toContain(';201.6;1000,0.0,0.0,0.0,death;A1,')
})

test('a build that is not known is an error', () => {
  expect(() => writeRound({ header: HEADER, rows: NO_ROWS }, { build: '7.0' })).toThrow(RangeError)
})
