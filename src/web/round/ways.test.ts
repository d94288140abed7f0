import { expect, test } from 'vitest'
import { aTrack } from './round.fixtures.ts'
import { wayOf } from './ways.ts'

test('the way of a life is unpacked once, and each life has its own', () => {
  const [first, second] = [3, 4].map((x) => aTrack(0, [[0, x, 0]]))
  if (first === undefined || second === undefined) throw new Error('no life')
  expect(wayOf(first)).toBe(wayOf(first))
  expect([wayOf(first).x[0], wayOf(second).x[0]]).toEqual([3, 4])
})
