import { expect, test } from 'vitest'
import type { PairOfAll } from './measures.ts'
import { placed, under, WHOLE, zoomed } from './view.ts'

const NODES = [
  { person: 0, x: -50, y: 0 },
  { person: 1, x: 50, y: 0 },
  { person: 2, x: 0, y: 80 },
]
const PAIRS = [
  { player1: 0, player2: 1 },
  { player1: 0, player2: 2 },
] as unknown as readonly PairOfAll[]

test('everybody is inside the picture as a whole', () => {
  for (const { x, y } of placed(NODES, 360, 300, WHOLE).values()) {
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(360)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(300)
  }
})

test('a single person stands in the middle', () => {
  expect([...placed(NODES.slice(0, 1), 360, 300, WHOLE).values()]).toEqual([{ person: 0, x: 180, y: 150 }])
})

test('the picture never gets smaller than the whole, and then stands still', () => {
  expect(zoomed({ factor: 1.2, dx: 30, dy: -9 }, 0.5)).toEqual(WHOLE)
  expect(zoomed({ factor: 2, dx: 30, dy: -10 }, 1.5)).toEqual({ factor: 3, dx: 45, dy: -15 })
  expect(zoomed(WHOLE, 100).factor).toBe(6)
})

test('a pointer means the person under it, else the nearest line, else nothing', () => {
  const nodes = placed(NODES, 400, 300, WHOLE)
  const [a, b] = [nodes.get(0), nodes.get(1)]
  expect(under(nodes, PAIRS, a?.x ?? 0, a?.y ?? 0)).toEqual({ person: 0 })
  expect(under(nodes, PAIRS, ((a?.x ?? 0) + (b?.x ?? 0)) / 2, (a?.y ?? 0) - 5)).toEqual({ pair: PAIRS[0] })
  expect(under(nodes, PAIRS, b?.x ?? 0, (b?.y ?? 0) + 60)).toBeNull()
})
