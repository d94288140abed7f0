import { describe, expect, test } from 'vitest'
import { parseText, problemTexts, sectionText } from './parse-text.fixtures.ts'

const read = (section: string, ...rows: string[]) => parseText(sectionText(section, rows))

describe('numbers', () => {
  const cell = (text: string) => read('KILL_HEATMAP', `0;${text};1;0`)

  test.each([
    ['5', 5],
    ['-5', -5],
    ['450.0', 450],
    ['450.00', 450],
    ['-0', 0],
    ['-0.0', 0],
    ['007', 7],
    ['2147483647', 2_147_483_647],
    ['-2147483647', -2_147_483_647],
  ])('%s is the whole number %d', (text, value) => {
    expect(cell(text).round.rows.kill_heatmap).toEqual([{ grid_x: 0, grid_y: value, axis_kills: 1, allies_kills: 0 }])
  })

  test.each([
    '',
    '-',
    '+5',
    '5.5',
    '5.',
    '.5',
    '0x10',
    '1e3',
    '1e300',
    'NaN',
    'nan',
    'Infinity',
    '-inf',
    '2147483648',
    '9'.repeat(400),
    '5 ',
    '5a',
    '--5',
    '٣',
    '1,000',
  ])('%j is no whole number: the row is reported with the column', (text) => {
    const parsed = cell(text)
    expect(parsed.round.rows.kill_heatmap).toEqual([])
    expect(parsed.round.sections).toEqual({ KILL_HEATMAP: { accepted: 0, reported: 1 } })
    const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text)
    expect(problemTexts(parsed)).toEqual([
      `4 KILL_HEATMAP: column 2 (grid_y) holds ${shown}, expected a whole number (row)`,
    ])
  })

  const distance = (text: string) => {
    const { rows } = read('ESCORT_CREDIT', `A1;Rook;AXIS;tank;0;0;${text};0.0;1`).round
    return rows.escort_credit[0]?.total_escort_distance
  }

  test.each([
    ['12.3', 12.3],
    ['12', 12],
    ['-0.0', 0],
    ['0.000000000001', 1e-12],
    ['1000000000', 1e9],
    ['1000000000.1', undefined],
    ['1234567890.12345', undefined],
    ['123.456789012345', 123.456789012345],
    ['123.4567890123456', undefined],
    ['12.3.4', undefined],
    ['1e3', undefined],
  ])('%s is read as the distance %s', (text, value) => {
    expect(distance(text)).toBe(value)
  })

  test('a coordinate outside the world is reported, one with decimals is kept', () => {
    const parsed = read('SHOT_FIRED', '0;A1;3;65536;-65536;24.7;0.00;0.00', '0;A1;3;65537;0;0;0.00;0.00')
    expect(parsed.round.rows.shot_fired).toMatchObject([{ x: 65_536, y: -65_536, z: 24.7 }])
    expect(problemTexts(parsed)).toEqual([
      '5 SHOT_FIRED: column 4 (x) holds "65537", expected a coordinate within 65,536 units (row)',
    ])
  })
})

describe('texts', () => {
  test('an empty id or name is text where the field must be there and null where it may be absent', () => {
    const { rows } = read('REVIVES', '0;;;;;1.0;2.0;3.0;0.0;;0').round
    expect(rows.revives).toMatchObject([
      { medic_guid: null, medic_name: null, revived_guid: '', revived_name: '', nearest_enemy_guid: null },
    ])
  })

  test('a name keeps blanks at its ends, even where it begins or ends the line', () => {
    const outcome = read('KILL_OUTCOME', '0;F1; Fe ;A1;Rook;8;revived;9;9;9;;;M1; Mara  ')
    expect(outcome.round.rows.kill_outcome).toMatchObject([{ victim_name: ' Fe ', reviver_name: ' Mara  ' }])
    const vehicle = read('VEHICLE_PROGRESS', '  tank ;script_mover;0;0;0;0;0;0;1.0;1;1;0  ')
    expect(vehicle.round.rows.vehicle_progress).toMatchObject([{ vehicle_name: '  tank ', destroyed_count: 0 }])
  })

  test('a text with a NUL is damage', () => {
    const parsed = read('TRADE_KILLS', '0;9;9;F1;Fer\u0000ro;A1;Rook;M1;Mara')
    expect(problemTexts(parsed)).toEqual([
      '4 TRADE_KILLS: column 5 (original_victim_name) holds "Fer\\u0000ro", expected a text (row)',
    ])
  })

  test('a text longer than any name is damage', () => {
    const parsed = read('TRADE_KILLS', `0;9;9;F1;${'x'.repeat(4097)};A1;Rook;M1;Mara`)
    expect(parsed.round.sections.TRADE_KILLS).toEqual({ accepted: 0, reported: 1 })
    expect(read('TRADE_KILLS', `0;9;9;F1;${'x'.repeat(4096)};A1;Rook;M1;Mara`).problems).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ lost: 'row' })]),
    )
  })

  test('markup, quotes and unusual letters are only letters', () => {
    const name = `"<b>^1Ž&amp\\n</b>' --`
    expect(read('TRADE_KILLS', `0;9;9;F1;${name};A1;Rook;M1;Mara`).round.rows.trade_kills).toMatchObject([
      { original_victim_name: name },
    ])
  })

  test.each([
    [
      'team',
      'TEAM_PUSHES',
      '0;9;GREEN;1.0;1.000;0.000;1.000;1.000;2;NO',
      'column 3 (team) holds "GREEN", expected AXIS, ALLIES or SPEC',
    ],
    [
      'class',
      'REACTION_METRICS',
      '1;F1;Ferro;ALLIES;SPY;killed;1;;;;0;9;9',
      'column 5 (target_class) holds "SPY", expected a class',
    ],
    [
      'word',
      'REACTION_METRICS',
      '1;F1;Ferro;ALLIES;MEDIC;was killed;1;;;;0;9;9',
      'column 6 (outcome) holds "was killed", expected a word',
    ],
    ['flag', 'REVIVES', '0;M1;Mara;F1;Ferro;1.0;2.0;3.0;0.0;;2', 'column 11 (under_fire) holds "2", expected 0 or 1'],
    [
      'empty flag',
      'REVIVES',
      '0;M1;Mara;F1;Ferro;1.0;2.0;3.0;0.0;;',
      'column 11 (under_fire) holds "", expected 0 or 1',
    ],
  ])('a %s that is none is reported with its column', (_, section, row, reason) => {
    expect(problemTexts(read(section, row))).toEqual([`4 ${section}: ${reason} (row)`])
  })

  test('a side that left the game is SPEC', () => {
    const { rows } = read('COMM_EVENTS', '0;A1;Rook;SPEC;say;').round
    expect(rows.comm_events).toMatchObject([{ team: 'SPEC', arg: '' }])
  })
})

describe('lists of ids', () => {
  const pair = (text: string) =>
    read('TEAM_COHESION', `0;AXIS;2;0.0;0.0;0.0;0.0;0;${text};0.0`).round.rows.team_cohesion[0]

  test('a pair is split at a plus or a comma, and either id may be empty', () => {
    expect(pair('A1+B2')?.buddy_pair_guids).toEqual(['A1', 'B2'])
    expect(pair('A1,B2')?.buddy_pair_guids).toEqual(['A1', 'B2'])
    expect(pair('+B2')?.buddy_pair_guids).toEqual(['', 'B2'])
    expect(pair('+')?.buddy_pair_guids).toEqual(['', ''])
    expect(pair('')?.buddy_pair_guids).toEqual([])
  })

  test('each list has its own separator', () => {
    const run = (escorts: string) =>
      read('OBJECTIVE_RUNS', `A1;Rook;AXIS;plant;gate;0;0;0.0;0.0;0.000;0;0;${escorts};0;0;solo;0;0;0;;`).round.rows
    expect(run('A1|B2').objective_runs[0]?.escort_guids).toEqual(['A1', 'B2'])
    const focus = read('FOCUS_FIRE', '1;F1;Ferro;2;A1,B2;9;9;0.500').round.rows.focus_fire[0]
    expect(focus?.attacker_guids).toEqual(['A1', 'B2'])
  })
})

describe('layouts are told apart row by row, by the number of columns', () => {
  const timing = 'A1;Rook;AXIS;F1;Ferro;ALLIES;1000;20000;5000;0.250'
  const combat = '1000;kill;A1;Rook;AXIS;MEDIC;F1;Ferro;ALLIES;SOLDIER;1;2;3;4;5;6;3;8'

  test('spawn timing has 10 or 12, and 11 are reported', () => {
    const parsed = read('SPAWN_TIMING', timing, `${timing};1.5`, `${timing};1.5;5.0`, `${timing};;`)
    expect(parsed.round.rows.spawn_timing.map((row) => [row.killer_reinf_s, row.victim_reinf_s])).toEqual([
      [null, null],
      [1.5, 5],
      [null, null],
    ])
    expect(problemTexts(parsed)).toEqual(['5 SPAWN_TIMING: 11 columns, expected 12 or 10 (row)'])
  })

  test('combat positions have 18 or 21', () => {
    const parsed = read('COMBAT_POSITIONS', combat, `${combat};86;2;1`, `${combat};86`, `${combat};86;2`)
    expect(parsed.round.rows.combat_positions.map((row) => row.killer_health)).toEqual([null, 86])
    expect(problemTexts(parsed)).toEqual([
      '6 COMBAT_POSITIONS: 19 columns, expected 21 or 18 (row)',
      '7 COMBAT_POSITIONS: 20 columns, expected 21 or 18 (row)',
    ])
  })

  test('tracks have 9 or 10, and no path is an empty column', () => {
    const parsed = read(
      'PLAYER_TRACKS',
      'F1;Ferro;ALLIES;SOLDIER;0;9;;0;',
      'F1;Ferro;ALLIES;SOLDIER;0;9;;killed;0;',
      'F1;Ferro;ALLIES;SOLDIER;0;9;;0',
    )
    expect(parsed.round.rows.player_tracks.map((row) => row.death_type)).toEqual([null, 'killed'])
    expect(problemTexts(parsed)).toEqual(['6 PLAYER_TRACKS: 8 columns, expected 10 or 9 (row)'])
  })

  test('a bad field of the longer layout is not hidden by the shorter one', () => {
    expect(problemTexts(read('SPAWN_TIMING', `${timing};x;5.0`))).toEqual([
      '4 SPAWN_TIMING: column 11 (killer_reinf_s) holds "x", expected a number (row)',
    ])
    expect(problemTexts(read('PLAYER_TRACKS', 'F1;Ferro;ALLIES;SOLDIER;0;9;;5;0;'))).toEqual([
      '4 PLAYER_TRACKS: column 8 (death_type) holds "5", expected a word (row)',
    ])
  })

  test('more columns than known ones are kept and noted once', () => {
    const parsed = read('KILL_HEATMAP', '0;0;1;0;new;', '0;1;1;0;x')
    expect(parsed.round.rows.kill_heatmap).toHaveLength(2)
    expect(parsed.round.unknown).toMatchObject({
      extra_columns: [
        { section: 'KILL_HEATMAP', line: 4, text: 'new;' },
        { section: 'KILL_HEATMAP', line: 5, text: 'x' },
      ],
      extra_column_rows: 2,
    })
    expect(problemTexts(parsed)).toEqual([
      '4 KILL_HEATMAP: more columns than this version knows; they are kept as text (note)',
    ])
  })

  test('a column behind a path is kept, too', () => {
    const parsed = read('PLAYER_TRACKS', 'F1;Ferro;ALLIES;SOLDIER;0;9;;killed;1;9,0.0,0.0,0.0,0,0.0,8,0,0,killed;more')
    expect(parsed.round.rows.player_tracks[0]?.path.length).toBe(1)
    expect(parsed.round.unknown.extra_columns).toEqual([{ section: 'PLAYER_TRACKS', line: 4, text: 'more' }])
  })
})

describe('the end of a life', () => {
  const track = (spawn: number, death: number | '', path: string) => {
    const samples = path === '' ? 0 : path.split('|').length
    const parsed = read('PLAYER_TRACKS', `F1;Ferro;ALLIES;SOLDIER;${spawn};${death};;killed;${samples};${path}`)
    expect(problemTexts(parsed)).toEqual([])
    return parsed.round.rows.player_tracks[0]?.death_time_ms
  }
  const at = (time: number) => `${time},0.0,0.0,0.0,100,0.0,8,0,0,sample`

  test('at 0 is absent if the track goes on behind it', () => {
    expect(track(-500, 0, `${at(-500)}|${at(200)}`)).toBeNull()
    expect(track(58_900, 0, '')).toBeNull()
  })

  test('at 0 is a time if nothing comes later', () => {
    expect(track(-500, 0, `${at(-500)}|${at(0)}`)).toBe(0)
    expect(track(-500, 0, '')).toBe(0)
    expect(track(0, 0, at(0))).toBe(0)
  })

  test('is absent if it is empty, and any other time is taken', () => {
    expect(track(0, '', at(5))).toBeNull()
    expect(track(-900, -100, at(-100))).toBe(-100)
    expect(track(0, 40, at(900))).toBe(40)
  })
})
