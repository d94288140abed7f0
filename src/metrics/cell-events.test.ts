import { expect, test } from 'vitest'
import { type CellEvent, sumCell } from './cell-events.ts'

const event = (
  what: CellEvent['what'],
  person: number,
  is_fight = what === 'fight',
  is_with_push = false,
): CellEvent => ({
  ...{ what, person, is_fight, is_with_push, target: 9, killer: null },
})

test('the sums of a cell are those of its people', () => {
  const events = [
    event('kill', 1),
    event('kill', 1),
    event('kill', 2),
    event('death', 3, true),
    event('death', 3),
    event('death', 2, true, true),
    event('escape', 1, true),
    event('fight', 2),
  ]
  const times = [
    [1, 100],
    [4, 30],
    [1, 5],
  ] as const
  const { sums, people } = sumCell(events, times)
  expect(Object.fromEntries(people)).toEqual({
    1: { kills: 2, deaths: 0, push_deaths: 0, fights: 1, escapes: 1, presence_ms: 105 },
    2: { kills: 1, deaths: 1, push_deaths: 1, fights: 2, escapes: 0, presence_ms: 0 },
    3: { kills: 0, deaths: 2, push_deaths: 0, fights: 1, escapes: 0, presence_ms: 0 },
    4: { kills: 0, deaths: 0, push_deaths: 0, fights: 0, escapes: 0, presence_ms: 30 },
  })
  expect(sums).toEqual({ kills: 3, deaths: 3, push_deaths: 1, fights: 4, escapes: 1, presence_ms: 135 })
})

test('people come by what they did there, then by their time, then by number; only the first twelve', () => {
  const { people } = sumCell(
    [event('kill', 7), event('escape', 5)],
    Array.from({ length: 14 }, (_, i) => [20 - i, i === 3 ? 99 : 10] as const),
  )
  expect(people.map(([id]) => id)).toEqual([7, 17, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18])
})

test('moments are the first eight of each kind', () => {
  const kills = Array.from({ length: 10 }, () => event('kill', 1))
  const one = event('escape', 2, true)
  expect(sumCell([...kills, one], []).moments).toEqual([...kills.slice(0, 8), one])
})
