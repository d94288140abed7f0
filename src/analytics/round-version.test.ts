import { expect, test, vi } from 'vitest'
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

test('a round has another version when a formula is another', async () => {
  vi.doMock('./formula-version.ts', () => ({ FORMULA_VERSION: 'another' }))
  // a second copy of the module, for the first has its formulas already
  const later = (await import(`./round-version.ts?${'later'}`)) as { readonly roundVersion: typeof roundVersion }
  vi.doUnmock('./formula-version.ts')
  expect(later.roundVersion(FILE, TOLD)).not.toBe(roundVersion(FILE, TOLD))
})
