import { expect, test } from 'vitest'
import { anEngagement, aRound } from '../../metrics/round.fixtures.ts'
import { constantColumns } from './constant-columns.ts'

/** Engagements that differ in everything but what `over` says, as far as this test looks. */
function columnsOf(rows: number, over: (i: number) => object): string[] {
  const engagements = Array.from({ length: rows }, (_, i) => anEngagement('A', { engagement_id: i, ...over(i) }))
  return constantColumns(aRound({ engagements })).map(({ column, value, rows }) => `${column} ${value} ${rows}`)
}

test('a number that never varies in a hundred rows is named, with its value (L-15)', () => {
  const columns = columnsOf(100, (i) => ({ distance_traveled: 0, total_damage_taken: i % 2, crossfire_delay_ms: null }))
  expect(columns).toContain('distance_traveled 0 100')
  expect(columns).toContain('crossfire_delay_ms null 100')
  expect(columns.join()).not.toContain('total_damage_taken')
  expect(columns.join()).not.toContain('engagement_id')
})

test('fewer rows say nothing, and one other number is enough', () => {
  expect(columnsOf(99, () => ({ distance_traveled: 0 }))).toEqual([])
  expect(columnsOf(100, (i) => ({ distance_traveled: i === 57 ? 1 : 0 })).join()).not.toContain('distance_traveled')
})
