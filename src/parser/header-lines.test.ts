import { describe, expect, test } from 'vitest'
import { parseText, problemTexts } from './parse-text.fixtures.ts'

const withHeader = (...lines: string[]) =>
  parseText(['# PROXIMITY_TRACKER_V6', '# map=yard', ...lines, '# KILL_HEATMAP', ''].join('\n'))

test('keys may stand in any order and without a blank', () => {
  const { round } = withHeader('#escape_time=5000', '# round=2')
  expect(round.header).toMatchObject({ escape_time_ms: 5000, round_number_raw: 2, map_name: 'yard' })
})

test('a zero unix time or spawn interval is unknown, other zeros are zeros', () => {
  const { round } = withHeader('# round=0', '# round_start_unix=0', '# axis_spawn_interval=0', '# escape_time=0')
  expect(round.header).toMatchObject({
    round_number_raw: 0,
    round_start_unix: null,
    axis_spawn_interval_ms: null,
    escape_time_ms: 0,
  })
})

test('a negative zero is zero', () => {
  expect(withHeader('# round=-0').round.header.round_number_raw).toBe(0)
})

test('a value goes to the end of its line, equals signs and unusual line separators included', () => {
  const { round } = withHeader('# server_name=a=b\u2028c')
  expect(round.header.server_name).toBe('a=b\u2028c')
})

test('a repeated key is reported and its last value counts', () => {
  const parsed = withHeader('# round=1', '# round=2')
  expect(parsed.round.header.round_number_raw).toBe(2)
  expect(problemTexts(parsed)).toEqual(['4 header: round stands twice; the last value counts (note)'])
})

test.each([
  'round=abc',
  'round=',
  'round=1.5',
  'round=+1',
  'round=0x10',
  'round=4294967296',
  'round=12345678901',
  'escape_time=5000 ms',
  'test_mode=2',
  'test_mode=true',
  'capabilities=aim_lock',
  'capabilities=aim_lock:3',
  'capabilities=:1',
  'server_name=',
  'server_name=a\u0000b',
])('%j is reported and does not count', (line) => {
  const parsed = withHeader(`# ${line}`)
  const [key, value] = line.split('=')
  expect(Object.values(parsed.round.header).filter((one) => one !== null)).toEqual(['yard'])
  expect(problemTexts(parsed)).toEqual([
    `3 header: ${key}=${JSON.stringify(value)} is no valid value; it does not count (note)`,
  ])
})

test('a bad value does not cost an earlier good one', () => {
  expect(withHeader('# round=1', '# round=x').round.header.round_number_raw).toBe(1)
})

test('a file that names no map says so', () => {
  const { problems } = parseText('# PROXIMITY_TRACKER_V6\n# KILL_HEATMAP\n')
  expect(problems).toContainEqual({ line: 0, section: 'header', reason: 'the header names no map', lost: 'note' })
})

describe('unknown keys', () => {
  test('are kept in their order', () => {
    const parsed = withHeader('# zeta=1', '# my_key=a;b', '# zeta=2')
    expect(parsed.round.unknown.header).toEqual([
      ['zeta', '1'],
      ['my_key', 'a;b'],
      ['zeta', '2'],
    ])
    expect(problemTexts(parsed)).toEqual([])
  })

  test('beyond a hundred are reported instead', () => {
    const parsed = withHeader(...Array.from({ length: 103 }, (_, i) => `# key_${i}=1`))
    expect(parsed.round.unknown.header).toHaveLength(100)
    expect(problemTexts(parsed)).toEqual([
      '103 header: more than 100 unknown keys; key_100 is left out (note)',
      '104 header: more than 100 unknown keys; key_101 is left out (note)',
      '105 header: more than 100 unknown keys; key_102 is left out (note)',
    ])
  })
})

test('a key behind the first section is a comment', () => {
  const { round } = parseText('# PROXIMITY_TRACKER_V6\n# map=yard\n# KILL_HEATMAP\n# map=other\n# round=2\n0;0;1;0\n')
  expect(round.header).toMatchObject({ map_name: 'yard', round_number_raw: null })
  expect(round.unknown.header).toEqual([])
  expect(round.rows.kill_heatmap).toHaveLength(1)
})

test('a comment that is longer than any known line is reported and not read', () => {
  const parsed = withHeader(`# server_name=${'x'.repeat(5000)}`)
  expect(parsed.round.header.server_name).toBeNull()
  expect(problemTexts(parsed)).toEqual(['3 header: a comment of 5014 bytes is not read (note)'])
})

test('comments that are none of the known ones are skipped in silence', () => {
  const parsed = withHeader('#', '# a remark', '# a;list;of;columns', '## map=x', '#! /bin/sh')
  expect(parsed.problems.filter(({ line }) => line > 0)).toEqual([])
  expect(parsed.round.header.map_name).toBe('yard')
})
