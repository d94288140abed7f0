import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOf, monthOf, monthsAfter, monthWords, weeksOf } from './month.ts'

test('a month is laid out from Monday to Sunday', () => {
  // 1 February 2026 is a Sunday
  expect(weeksOf('2026-02').map((week) => week.join(' ').trim())).toEqual([
    '1',
    '2 3 4 5 6 7 8',
    '9 10 11 12 13 14 15',
    '16 17 18 19 20 21 22',
    '23 24 25 26 27 28',
  ])
  expect(monthWords('2026-02')).toBe('February 2026')
})

test('every day of a month stands once under its day of the week', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2003, max: 2060 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
      const month = `${year}-${String(number).padStart(2, '0')}`
      const found = weeksOf(month).flatMap((week) => week.flatMap((date, at) => (date === null ? [] : [{ date, at }])))
      const days = new Date(year, number, 0).getDate()
      expect(found.map(({ date }) => date)).toEqual(Array.from({ length: days }, (_, day) => day + 1))
      for (const { date, at } of found) expect((at + 1) % 7).toBe(new Date(year, number - 1, date, 12).getDay())
      expect(monthsAfter(monthsAfter(month, 7), -7)).toBe(month)
    }),
  )
})

test('the months go on over the year, and an instant is in one of them', () => {
  expect([monthsAfter('2026-12', 1), monthsAfter('2026-01', -1), monthsAfter('2026-02', -14)]).toEqual([
    '2027-01',
    '2025-12',
    '2024-12',
  ])
  const noon = new Date(2026, 1, 19, 12).getTime() / 1000
  expect([monthOf(noon), dateOf(noon)]).toEqual(['2026-02', 19])
})
