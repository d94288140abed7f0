import { expect, test } from 'vitest'
import { age } from './age.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [-MINUTE, 'less than a minute'],
  [MINUTE - 1, 'less than a minute'],
  [MINUTE, '1 minute'],
  [2 * HOUR - 1, '119 minutes'],
  [2 * HOUR, '2 hours'],
  [48 * HOUR - 1, '47 hours'],
  [48 * HOUR, '2 days'],
])('%i ms are told as %s', (passed_ms, words) => {
  expect(age(1_000, 1_000 + passed_ms)).toBe(words)
})
