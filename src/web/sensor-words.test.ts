import { expect, test } from 'vitest'
import { capturedWords } from './sensor-words.ts'

const NONE = { on: 0, off: 0, failed: 0, unknown: 0 }

test.each([
  [{ ...NONE, on: 42 }, 42, 'on in all 42 rounds'],
  [{ ...NONE, on: 1 }, 1, 'on'],
  [{ ...NONE, on: 40, off: 2 }, 42, 'on in 40 of 42 rounds, off in 2'],
  [{ on: 5, off: 1, failed: 3, unknown: 2 }, 11, 'on in 5 of 11 rounds, failed in 3, off in 1, not stated in 2'],
  [{ ...NONE, unknown: 3 }, 3, 'on in 0 of 3 rounds, not stated in 3'],
  [undefined, 3, 'not stated'],
])('the sensor of many rounds is told with how many of them it recorded', (states, rounds, words) => {
  expect(capturedWords(states, rounds).replaceAll('\u00a0', ' ')).toBe(words)
})
