import { expect, test } from 'vitest'
import { SECTIONS } from '../format/sections.ts'
import { METRICS } from './definitions.ts'
import { derive } from './derive.ts'
import { aRound, aTrack } from './round.fixtures.ts'
import { LEAST_TRIO_MS } from './trios.ts'
import { workedExample } from './worked-example.fixtures.ts'

/** Fields that say what a row is about, and are no metric. */
const IDENTITY = new Set([
  'engagement_id',
  'row_no',
  'player',
  'player1',
  'player2',
  'player3',
  'player_class',
  'team',
  'track_no',
  'spawn_time_ms',
  'end_time_ms',
  'attacker',
  'target',
  'target_team',
  'target_class',
  'victim',
  'victim_team',
  'killer',
  'killer_team',
  'killer_class',
  'death_time_ms',
  'trade_window_ms',
  'reaction',
  'grid_x',
  'grid_y',
  'clock_start_ms',
  'clock_end_ms',
])

test('every number of the derived rows belongs to a metric', () => {
  // too short for trios
  const trio = aRound({ player_tracks: ['A', 'B', 'C'].map((name) => aTrack(name, { death_time_ms: LEAST_TRIO_MS })) })
  const { roster: _, ...derived } = { ...derive(workedExample()), trios: derive(trio).trios }
  const fields = Object.entries(derived).flatMap(([list, rows]) => {
    const row: unknown = Array.isArray(rows) ? rows[0] : rows
    const names = Object.keys(row as object).filter((field) => !IDENTITY.has(field))
    return names.map((field) => `${list}.${field}`)
  })
  const defined = new Set<string>(METRICS.flatMap((metric) => metric.fields))
  expect(fields.filter((field) => !defined.has(field))).toEqual([])
})

test('every metric has a name of its own, says what it is in sentences, and what it is made from', () => {
  expect(new Set(METRICS.map(({ name }) => name)).size).toBe(METRICS.length)
  const sections = new Set<string>(SECTIONS.map(({ key }) => key))
  for (const { name, title, definition, opportunities, range, version, inputs, differs } of METRICS) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
    expect(title).not.toBe('')
    expect(definition).toMatch(/^[A-Z].*\.$/)
    expect(opportunities).not.toBe('')
    expect(range[1] === null || range[0] < range[1]).toBe(true)
    expect(version).toBeGreaterThan(0)
    expect(inputs.every((input) => sections.has(input))).toBe(true)
    if (differs !== null) expect(differs).toMatch(/\.$/)
  }
})
