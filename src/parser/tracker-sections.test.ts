import { describe, expect, test } from 'vitest'
import { SECTIONS, type Section } from '../format/sections.ts'
import { parseText, problemTexts, sectionText } from './parse-text.fixtures.ts'
import { PROXIMITY_1 } from './worked-examples.fixtures.ts'

const FERRO = '9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12'
const ROOK = '1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4'

describe("the own sections of this project's tracker", () => {
  const parsed = parseText(PROXIMITY_1)
  const { rows, header } = parsed.round

  test('are read without a problem', () => {
    expect(parsed.problems).toEqual([])
    expect([parsed.round.build, parsed.round.build_exact]).toEqual(['Proximity 1.0.0', true])
    expect(header).toMatchObject({
      tracker: 'proximity',
      build_hash: '5f1c0d2e',
      settings_hash: '9a04',
      settings: 'sample_ms:200,trace_ms:100',
      server_name: 'scrim-1',
      engine_version: 'ET Legacy v2.83.2 linux-x86_64',
      lua_version: 'Lua 5.4',
      engine_round: 1,
      round_number_reason: 'the engine counts from 0',
      live_level_time_ms: 61_050,
    })
  })

  test.each([
    ['players', 1, { connection: 2, slot: 3, kind: 'bot', connect_time_ms: -18_000, disconnect_time_ms: 41_000 }],
    ['players', 2, { guid: FERRO, disconnect_time_ms: null }],
    ['lives', 2, { event: 'revived', state: 'alive', x: 766, y: 203.6, health: 60, other_name: 'Mara' }],
    ['lives', 3, { team: 'SPEC', player_class: 'UNKNOWN', x: null, y: null, z: null, health: null, other_guid: null }],
    ['deaths', 0, { killer_guid: ROOK, killer_team: 'AXIS', cause: 'kill', mod_name: 'MOD_MP40', killer_health: 86 }],
    ['deaths', 1, { killer_guid: null, killer_team: null, killer_class: null, victim_z: -200, killer_x: null }],
    [
      'damage',
      0,
      { relation: 'enemy', damage: 62, health_before: 18, region: 2, attacker_yaw: 9.2, target_yaw: -170.8 },
    ],
    ['damage', 1, { attacker_guid: null, attacker_team: null, region: null, weapon_id: null, attacker_x: null }],
    ['reinforcements', 0, { time_ms: 0, team: 'AXIS', interval_ms: 30_000, offset_ms: 4500 }],
    ['reinforcements', 1, { team: 'ALLIES', offset_ms: null }],
    ['game_events', 0, { event: 'dynamite_planted', team: 'AXIS', name: 'Va_le', object: 'East Gate', x: 180, y: -64 }],
    ['game_events', 1, { event: 'announced', team: null, guid: null, object: 'The gate is open', z: null }],
    ['pauses', 0, { start_time_ms: 30_000, duration_ms: 45_000 }],
    ['round_outcome', 0, { end_reason: 'objective', winner_team: 'AXIS', time_to_beat_ms: 412_000, paused_ms: 45_000 }],
    ['link_codes', 0, { time_ms: 12_000, guid: ROOK, code: 'K7-4QX' }],
    ['capture', 1, { sensor: 'aim_lock', state: 'failed', refused_reads: 311, longest_interval_ms: 250 }],
  ] as const)('%s, row %i', (key, row, expected) => {
    expect(rows[key][row]).toMatchObject(expected)
  })

  test('none is left out', () => {
    const own: readonly Section[] = SECTIONS.filter((section) => 'comment_rows' in section)
    expect(own.map(({ name }) => parsed.round.sections[name]?.accepted)).toEqual([3, 4, 2, 2, 2, 2, 1, 1, 1, 2])
  })

  test('their sensors are on or off as declared, and failed where the tracker saw them fail', () => {
    expect(parsed.round.sensors).toMatchObject({
      lives: 'on',
      aim_lock: 'failed',
      player_tracks: 'off',
      // rows prove a declaration wrong
      link_codes: 'on',
      shot_fired: 'unknown',
    })
  })
})

describe('rows that begin with #;', () => {
  test('are comments in every section of an older build and in the header', () => {
    const older: readonly Section[] = SECTIONS.filter((section) => !('comment_rows' in section))
    for (const { name } of older) {
      const parsed = parseText(sectionText(name, ['#;1;2;3']))
      expect(parsed.round.sections[name], name).toEqual({ accepted: 0, reported: 0 })
    }
    expect(problemTexts(parseText('# PROXIMITY_TRACKER_V6\n# map=yard\n#;1;2\n# PAUSES\n'))).toEqual([])
  })

  test('are rows in a section that is not known', () => {
    const { round } = parseText(sectionText('WEATHER', ['# time;rain', '#;100;2', '300;4']))
    expect(round.sections.WEATHER).toEqual({ accepted: 2, reported: 0 })
    expect(round.unknown.sections).toMatchObject([{ name: 'WEATHER', rows: 2, text: ['#;100;2', '300;4'] }])
  })

  test('lose nothing without a word: a row without the mark, or cut, is reported', () => {
    const parsed = parseText(sectionText('PAUSES', ['#;100;2', '300;4', '#;5', '#', '# ;7;8']))
    expect(parsed.round.sections.PAUSES).toEqual({ accepted: 1, reported: 2 })
    expect(problemTexts(parsed)).toEqual([
      '5 PAUSES: the row does not begin with "#;" (row)',
      '6 PAUSES: 1 columns, expected 2 (row)',
    ])
  })

  test('keep the blanks of their last text', () => {
    const [code] = parseText(sectionText('LINK_CODES', [`#;1;${ROOK};Rook; a b `])).round.rows.link_codes
    expect(code?.code).toBe(' a b ')
  })

  test('are no rows behind the first line of a second file', () => {
    const { round, problems } = parseText(
      `${sectionText('PAUSES', ['#;100;2'])}${sectionText('WEATHER', ['#;100;2'])}# PAUSES\n#;5;6\n`,
    )
    expect(round.rows.pauses).toHaveLength(1)
    expect(problems.filter(({ lost }) => lost === 'row')).toMatchObject([
      { section: 'WEATHER', reason: 'the line belongs to a second file' },
      { section: 'PAUSES', reason: 'the line belongs to a second file' },
    ])
  })
})

test('a row before the first section of a second file is charged to no section', () => {
  const { round, problems } = parseText(`${sectionText('KILL_HEATMAP', ['0;0;1;0'])}# PROXIMITY_TRACKER_V6\n1;1;1;1\n`)
  expect(round.sections.KILL_HEATMAP).toEqual({ accepted: 1, reported: 0 })
  expect(problems.filter(({ lost }) => lost === 'row')).toMatchObject([{ section: 'file', line: 6 }])
})

test('a file that stops before its trailer is incomplete, also where its last rows look like comments', () => {
  const cut = PROXIMITY_1.slice(0, PROXIMITY_1.indexOf('# CAPTURE')).replace(
    '# ENGAGEMENTS',
    '# trailer=1\n# ENGAGEMENTS',
  )
  expect(parseText(cut).round.completeness).toBe('incomplete')
  expect(parseText(PROXIMITY_1.slice(0, -5)).round.completeness).toBe('incomplete')
})
