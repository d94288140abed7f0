import { expect, test } from 'vitest'
import { roundVersion } from './round-version.ts'

const FILE = Uint8Array.of(1, 2, 3)
const TOLD = { gaming_session_id: 1, exclusion: null, winner_team: 0, defender_team: 0 }

test.each([
  ['its session', FILE, { ...TOLD, gaming_session_id: 2 }],
  ['what speaks against it', FILE, { ...TOLD, exclusion: 'bots' as const }],
  ['its winner', FILE, { ...TOLD, winner_team: 1 }],
  ['its defender', FILE, { ...TOLD, defender_team: 1 }],
  ['its file', Uint8Array.of(1, 2, 4), TOLD],
])('a round has another version when %s is another', (_, file, told) => {
  expect(roundVersion(file, told)).not.toBe(roundVersion(FILE, TOLD))
  expect(roundVersion(file, told)).toBe(roundVersion(file, { ...told }))
})

test('a round without a file has no version', () => {
  expect(roundVersion(null, TOLD)).toBeNull()
})
