import { describe, expect, test } from 'vitest'
import { FormatError, type FormatErrorCode } from './format-error.ts'
import { parseRound } from './parse-round.ts'
import { parseText, problemTexts, sectionText } from './parse-text.fixtures.ts'

function refusal(text: string): FormatError {
  try {
    parseText(text)
  } catch (error) {
    if (error instanceof FormatError) return error
  }
  throw new Error('the text is read')
}

describe('what is no round file is refused with a code and a reason', () => {
  test.each<[what: string, text: string, code: FormatErrorCode, reason: string]>([
    ['nothing', '', 'empty', 'the file is empty'],
    ['blank lines', '\n \r\n\t\n', 'empty', 'the file is empty'],
    ['a byte order mark', '\ufeff', 'empty', 'the file is empty'],
    ['the second prototype', '# PROXIMITY_TRACKER_V2\n# map=supply\n', 'prototype', 'PROXIMITY_TRACKER_V2'],
    ['a first generation', '# PROXIMITY_TRACKER_V1\n', 'prototype', 'PROXIMITY_TRACKER_V1'],
    [
      'engagements of the first prototype',
      '# ENGAGEMENT_ANALYSIS\nengagement_type\t',
      'prototype',
      'ENGAGEMENT_ANALYSIS',
    ],
    ['positions of the first prototype', '# POSITION_TRACKER_DATA\n', 'prototype', 'POSITION_TRACKER_DATA'],
    ['combat events of the first prototype', '# COMBAT_EVENTS_DATA\n', 'prototype', 'COMBAT_EVENTS_DATA'],
    ['the heat map of the first prototype', '# HEATMAP_DATA\n', 'prototype', 'HEATMAP_DATA'],
    ['a log for people', '# PROXIMITY_TRACKER v6.11 - LIFECYCLE LOG\n', 'not_a_round_file', 'LIFECYCLE LOG'],
    ['no number', '# PROXIMITY_TRACKER_V\n', 'not_a_round_file', 'expected "# PROXIMITY_TRACKER_V3" to'],
    ['generation 0', '# PROXIMITY_TRACKER_V0\n', 'not_a_round_file', 'V0'],
    ['a leading zero', '# PROXIMITY_TRACKER_V06\n', 'not_a_round_file', 'V06'],
    ['half a generation', '# PROXIMITY_TRACKER_V6.1\n', 'not_a_round_file', 'V6.1'],
    ['no comment', 'PROXIMITY_TRACKER_V6\n', 'not_a_round_file', 'PROXIMITY_TRACKER_V6'],
    [
      'the first line in the second place',
      '# map=supply\n# PROXIMITY_TRACKER_V6\n',
      'not_a_round_file',
      '# map=supply',
    ],
    ['JSON', '{"a":1}', 'not_a_round_file', 'a'],
    ['NULs', '\u0000'.repeat(100), 'not_a_round_file', '\\u0000'],
    ['a long line', 'x'.repeat(100_000), 'not_a_round_file', 'xxx'],
  ])('%s', (_, text, code, reason) => {
    const error = refusal(text)
    expect([error.name, error.code]).toEqual(['FormatError', code])
    expect(error.message).toContain(reason)
    expect(error.message.length).toBeLessThan(500)
  })
})

test('the first line may stand behind blank lines, and is not taken for a second file', () => {
  const { round, problems } = parseText(`\n${' '.repeat(10_000)}\n${sectionText('KILL_HEATMAP', ['0;0;1;0'], 3)}`)
  expect([round.format, round.rows.kill_heatmap.length]).toEqual([3, 1])
  expect(problems.map(({ reason }) => reason)).not.toContain('a second file begins in the middle of this one')
})

test.each([
  ['only the first line', '# PROXIMITY_TRACKER_V4'],
  ['only a header', '# PROXIMITY_TRACKER_V4\n# map=supply\n# round=1\n'],
  ['only the name of a section', '# PROXIMITY_TRACKER_V4\n# map=supply\n# ENGAGEMENTS\n'],
])('%s is a round without rows that is incomplete', (_, text) => {
  const { round } = parseText(text)
  expect(round.completeness).toBe('incomplete')
  expect(Object.values(round.rows).flat()).toEqual([])
})

test('a later generation is read as far as it is known, and noted', () => {
  const { round, problems } = parseText('# PROXIMITY_TRACKER_V7\n# map=supply\n# KILL_HEATMAP\n0;0;1;0\n# NEWER\na;b\n')
  expect([round.format, round.rows.kill_heatmap.length]).toEqual([7, 1])
  expect(problems.map(({ line, section, reason }) => `${line} ${section}: ${reason}`)).toEqual([
    '5 NEWER: the section is not known to this version; its rows are kept as text',
    '0 file: format 7 is newer than this version knows',
  ])
})

describe('line ends and encodings', () => {
  const text = sectionText('TRADE_KILLS', ['0;9;9;F1;Ferro;A1;Rook;M1;Mara', '', '1;9;8;F1;Žluť;A1;Rook;M1;Mara'])
  const plain = parseText(text)

  test.each([
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['CR', text.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${text}`],
    ['blanks around the lines', text.replace(/^(?=.)/gm, '\t ').replaceAll('\n', '\t\n')],
  ])('%s changes nothing', (_, changed) => {
    expect(parseText(changed)).toEqual(plain)
    expect(problemTexts(plain)).toEqual([])
    expect(plain.round.rows.trade_kills).toHaveLength(2)
  })

  test('names of different bytes stay different names, whatever their encoding', () => {
    const names = [[0xe9], [0xc3, 0xa9], [0xe8], [0xff], [0xc3], [0xef, 0xbf, 0xbd], [0xed, 0xa0, 0x80]]
    const rows = names.flatMap((name) => [...Buffer.from('0;9;9;F1;'), ...name, ...Buffer.from(';A1;Rook;M1;Mara\n')])
    const file = Uint8Array.from([...Buffer.from('# PROXIMITY_TRACKER_V6\n# map=x\n# TRADE_KILLS\n'), ...rows])
    const read = parseRound(file).round.rows.trade_kills.map((row) => row.original_victim_name)
    expect(new Set(read).size).toBe(names.length)
    expect(read[1]).toBe('é')
  })
})

describe('sections that this version does not know', () => {
  test('end the one before, and their rows are kept and counted', () => {
    const parsed = parseText(
      sectionText('CARRIER_EVENTS', [
        '# CARRIER_EVENTS_V2',
        'a;b;c',
        '# a;comment',
        '1;2;3',
        '# KILL_HEATMAP',
        '0;0;1;0',
      ]),
    )
    expect(parsed.round.sections).toEqual({
      CARRIER_EVENTS: { accepted: 0, reported: 0 },
      CARRIER_EVENTS_V2: { accepted: 2, reported: 0 },
      KILL_HEATMAP: { accepted: 1, reported: 0 },
    })
    expect(parsed.round.unknown.sections).toEqual([
      { name: 'CARRIER_EVENTS_V2', line: 4, rows: 2, text: ['a;b;c', '1;2;3'] },
    ])
    expect(problemTexts(parsed)).toEqual([
      '4 CARRIER_EVENTS_V2: the section is not known to this version; its rows are kept as text (note)',
    ])
  })

  test('that begin twice are one section', () => {
    const parsed = parseText(sectionText('NEWER', ['a', '# KILL_HEATMAP', '# NEWER', 'b']))
    expect(parsed.round.unknown.sections).toEqual([{ name: 'NEWER', line: 3, rows: 2, text: ['a', 'b'] }])
  })

  test('are counted beyond what is kept', () => {
    const rows = Array.from({ length: 10_050 }, (_, i) => `${i}`)
    const [section] = parseText(sectionText('NEWER', ['x'.repeat(10_001), ...rows])).round.unknown.sections
    expect([section?.rows, section?.text.length, section?.text[0]]).toEqual([10_051, 10_000, '0'])
  })
})

test('a section that begins twice is noted and its rows are taken together', () => {
  const parsed = parseText(
    sectionText('KILL_HEATMAP', ['0;0;1;0', '# MOVEMENT_HEATMAP', '0;0;1;2;3', '# KILL_HEATMAP', '1;0;1;0']),
  )
  expect(parsed.round.rows.kill_heatmap.map((cell) => cell.grid_x)).toEqual([0, 1])
  expect(problemTexts(parsed)).toEqual([
    '7 KILL_HEATMAP: the section begins a second time; its rows are taken together (note)',
  ])
})

test('a row before the first section is reported', () => {
  const parsed = parseText('# PROXIMITY_TRACKER_V6\n# map=x\n0;0;1;0\n# KILL_HEATMAP\n')
  expect(problemTexts(parsed)).toEqual(['3 header: "0;0;1;0" belongs to no section (row)'])
})

test('a line of NULs is a bad row, not a blank line', () => {
  const parsed = parseText(sectionText('KILL_HEATMAP', ['\0\0\0', '0;0;1;0']))
  expect(parsed.round.sections).toEqual({ KILL_HEATMAP: { accepted: 1, reported: 1 } })
})

test('one bad row costs one row', () => {
  const parsed = parseText(sectionText('KILL_HEATMAP', ['0;0;1;0', '0;0;1', 'x;0;1;0', '1;0;1;0']))
  expect(parsed.round.rows.kill_heatmap).toHaveLength(2)
  expect(problemTexts(parsed)).toEqual([
    '5 KILL_HEATMAP: 3 columns, expected 4 (row)',
    '6 KILL_HEATMAP: column 1 (grid_x) holds "x", expected a whole number (row)',
  ])
})

test('of many problems the first thousand are kept and all are counted', () => {
  const parsed = parseText(
    sectionText(
      'KILL_HEATMAP',
      Array.from({ length: 2500 }, () => 'x'),
    ),
  )
  expect([parsed.problems.length, parsed.problem_count > 2500]).toEqual([1000, true])
  expect(parsed.round.sections.KILL_HEATMAP).toEqual({ accepted: 0, reported: 2500 })
})

test('times before zero are times', () => {
  const row = 'F1;Ferro;ALLIES;SOLDIER;-900;-100;-800;killed;1;-900,0.0,0.0,0.0,100,0.0,8,0,0,spawn'
  const [track] = parseText(sectionText('PLAYER_TRACKS', [row])).round.rows.player_tracks
  expect([track?.spawn_time_ms, track?.death_time_ms, track?.first_move_time_ms, track?.path.time_ms[0]]).toEqual([
    -900, -100, -800, -900,
  ])
})

test('the states of the sensors travel with the round', () => {
  const header =
    '# PROXIMITY_TRACKER_V6\n# map=x\n# capabilities=aim_lock:1,shot_fired:0,team_cohesion:2,focus_fire:0\n'
  const { sensors } = parseText(`${header}# FOCUS_FIRE\n1;F1;Ferro;2;A1,B2;9;9;0.500\n`).round
  expect(sensors).toMatchObject({
    aim_lock: 'on',
    shot_fired: 'off',
    team_cohesion: 'failed',
    focus_fire: 'on',
    spawn_timing: 'unknown',
    player_tracks: 'on',
    lives: 'unknown',
  })
})
