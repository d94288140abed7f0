import { expect, test } from 'vitest'
import { loopOf, momentAfter, stepped } from './playback.ts'

const ROUND = { from_ms: 500, to_ms: 60_000 }

test('a moment goes on with the speed, and stays at the end of the round', () => {
  expect(momentAfter(1000, 16, 1, ROUND, null)).toBe(1016)
  expect(momentAfter(1000, 16, 0.25, ROUND, null)).toBe(1004)
  expect(momentAfter(59_990, 16, 8, ROUND, null)).toBe(60_000)
})

test('a loop begins again where it ends', () => {
  const loop = { from_ms: 4000, to_ms: 9000 }
  expect(momentAfter(8990, 16, 1, ROUND, loop)).toBe(4000)
  expect(momentAfter(8000, 16, 1, ROUND, loop)).toBe(8016)
})

test('of a fight the two seconds before and after are shown, as far as the round goes', () => {
  expect(loopOf({ start_time_ms: 10_000, end_time_ms: 12_000 }, ROUND)).toEqual({ from_ms: 8000, to_ms: 14_000 })
  expect(loopOf({ start_time_ms: 1000, end_time_ms: 59_000 }, ROUND)).toEqual({ from_ms: 500, to_ms: 60_000 })
})

test('a step leads to the next or last sample', () => {
  expect(stepped(500, 1, 200, ROUND)).toBe(700)
  expect(stepped(750, 1, 200, ROUND)).toBe(900)
  expect(stepped(750, -1, 200, ROUND)).toBe(700)
  expect(stepped(700, -1, 200, ROUND)).toBe(500)
  expect(stepped(500, -1, 200, ROUND)).toBe(500)
  expect(stepped(60_000, 1, 200, ROUND)).toBe(60_000)
})
