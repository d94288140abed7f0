import { expect, test } from 'vitest'
import { comparison, ratioWords } from './compared.ts'

const cell = {
  grid_x: 0,
  grid_y: 0,
  kills: 0,
  deaths: 0,
  push_deaths: 0,
  fights: 0,
  escapes: 0,
  presence_ms: 0,
  move_x: 0,
  move_y: 0,
}
const totals = { kills: 0, deaths: 40, push_deaths: 0, fights: 0, escapes: 0, presence_ms: 100_000 }
const of = comparison('deaths', totals)

test('a cell with a tenth of the time is expected to have a tenth of the deaths', () => {
  const { expected, ratio } = of({ ...cell, presence_ms: 10_000, deaths: 4 })
  expect([expected, ratio]).toEqual([4, 1])
})

test('few deaths are drawn towards what is expected, and fewer than three say nothing', () => {
  expect(of({ ...cell, presence_ms: 5_000, deaths: 8 }).ratio).toBe(3)
  expect(of({ ...cell, presence_ms: 1_000, deaths: 2 }).ratio).toBeNull()
  expect(of({ ...cell, presence_ms: 7_500 }).ratio).toBe(0.25)
})

test('without time nothing is expected', () => {
  expect(comparison('deaths', { ...totals, presence_ms: 0 })({ ...cell, deaths: 5 }).expected).toBe(0)
})

test.each([
  [2.44, '2.4 times as many as the time there lets expect'],
  [1.05, 'about as many as the time there lets expect'],
  [0.5, '50 % of what the time there lets expect'],
])('a ratio of %d is said in words', (ratio, words) => {
  expect(ratioWords(ratio)).toBe(words)
})
