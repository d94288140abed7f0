import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareInterval } from '../metrics/share-interval.ts'
import { bestOf } from './board-ranking.ts'
import type { Standing } from './board-standings.ts'

function standing(player_id: number, done: number, n: number): Standing {
  const { low, high } = shareInterval(done, n) ?? { low: null, high: null }
  return { player_id, n, value: done / n, low, high }
}

const byLow = ({ low }: Standing) => (low === 0 ? null : low)
const order = (standings: readonly Standing[], limit = 10) =>
  bestOf(standings, { least: 20, boundOf: byLow, limit }).map(({ standing: { player_id }, rank }) => [rank, player_id])

test('a few perfect cases are not compared at all, and stand below many good ones once they are', () => {
  const others = [standing(3, 1, 50), standing(4, 1, 60)]
  expect(order([standing(1, 3, 3), standing(2, 70, 100), ...others])).toEqual([
    [1, 2],
    [2, 3],
  ])
  expect(order([standing(1, 15, 20), standing(2, 140, 200), ...others])).toEqual([
    [1, 2],
    [2, 1],
  ])
})

test('equal ones share their rank, and the next one stands behind all of them', () => {
  const standings = [standing(1, 5, 20), standing(2, 9, 20), standing(3, 9, 20), standing(4, 5, 20)]
  expect(order([...standings, ...[5, 6, 7, 8].map((id) => standing(id, 1, 20))])).toEqual([
    [1, 2],
    [1, 3],
    [3, 1],
    [3, 4],
  ])
})

test('at most the better half is shown, at most so many as asked, and nobody of whom nothing good is sure', () => {
  const five = [1, 2, 3, 4, 5].map((id) => standing(id, 10 - id, 20))
  expect(order(five)).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ])
  expect(order(five, 2)).toHaveLength(2)
  expect(order([standing(1, 0, 30), standing(2, 0, 30)])).toEqual([])
})

test('the order in which people come changes nothing', () => {
  const someone = fc.record({ done: fc.nat(30), more: fc.integer({ min: 1, max: 60 }) })
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 20 }), (people) => {
      const standings = people.map(({ done, more }, id) => standing(id, done, done + more))
      const sorted = (of: readonly Standing[]) => order(of).sort((a, b) => (a[1] as number) - (b[1] as number))
      expect(sorted([...standings].reverse())).toEqual(sorted(standings))
    }),
  )
})
