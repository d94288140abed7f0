import { expect, test } from 'vitest'
import { laidOut } from './layout.ts'
import type { PairOfAll } from './measures.ts'

const pair = (player1: number, player2: number, together_ms: number) =>
  ({ player1, player2, together_ms }) as unknown as PairOfAll

const PAIRS = [pair(0, 1, 9_000), pair(0, 2, 500), pair(1, 2, 500), pair(2, 3, 8_000), pair(0, 3, 400)]

test('the same pairs stand at the same places, whatever their order', () => {
  expect(laidOut(PAIRS)).toEqual(laidOut(PAIRS))
  expect(laidOut(PAIRS).map(({ person }) => person)).toEqual([0, 1, 2, 3])
})

test('who is much together stands near, and nobody on another', () => {
  const nodes = laidOut(PAIRS)
  const apart = (a: number, b: number) => {
    const [one, other] = [nodes[a], nodes[b]]
    return Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0))
  }
  expect(apart(0, 1)).toBeLessThan(apart(0, 2))
  expect(apart(2, 3)).toBeLessThan(apart(0, 3))
  for (const a of [0, 1, 2]) for (let b = a + 1; b < 4; b++) expect(apart(a, b)).toBeGreaterThan(60)
})

test('nobody is no network', () => {
  expect(laidOut([])).toEqual([])
})
