import { expect, test } from 'vitest'
import { ago, day, span } from './when.ts'

const NOON = Date.UTC(2026, 1, 19, 12) / 1000

test('a day names its year only where it is another one', () => {
  expect(day(NOON, NOON)).toBe('Thu 19 Feb')
  expect(day(NOON, NOON + 366 * 86_400)).toBe('Thu 19 Feb 2026')
})

test.each([
  [0, '0:00'],
  [59_400, '0:59'],
  [702_000, '11:42'],
  [3_723_000, '1:02:03'],
])('%d ms are %s', (ms, text) => {
  expect(span(ms)).toBe(text)
})

test.each([
  [0, 'just now'],
  [59, '59 seconds ago'],
  [60, '1 minute ago'],
  [7_300, '2 hours ago'],
  [90_000, '1 day ago'],
])('%d s back is %s', (seconds, text) => {
  expect(ago(new Date(NOON * 1000 - seconds * 1000).toISOString(), NOON * 1000)).toBe(text)
})
