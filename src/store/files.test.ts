import { expect, test } from 'vitest'
import { compareQuality, type FileQuality } from './files.ts'

const file = (
  completeness: FileQuality['completeness'],
  format: number,
  rows_accepted: number,
  hash: number,
): FileQuality => ({ completeness, format, rows_accepted, sha256: Uint8Array.of(hash) })

/** From the worst to the best: completeness says more than the format, that more than the rows, and those than the hash. */
const RISING = [
  file('incomplete', 4, 900, 9),
  file('incomplete', 5, 10, 9),
  file('unverified', 3, 100, 1),
  file('unverified', 3, 100, 2),
  file('unverified', 3, 101, 0),
  file('unverified', 4, 5, 0),
  file('complete', 3, 1, 0),
  file('complete', 3, 2, 0),
  file('complete', 4, 0, 0),
]

test('of any two files of a round it is clear which is the better one', () => {
  for (const [i, a] of RISING.entries()) {
    for (const [j, b] of RISING.entries()) expect(Math.sign(compareQuality(a, b))).toBe(Math.sign(i - j))
  }
})
