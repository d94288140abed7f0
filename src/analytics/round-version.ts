import { createHash } from 'node:crypto'
import type { StoredRound } from '../store/database.ts'
import { FORMULA_VERSION } from './formula-version.ts'

/** Raised when the answer about a round changes its form: an old one must not be taken for the new one. */
const FORM = 2

/** What is told of a round beside its file and what is derived from it. */
export type Told = Pick<StoredRound, 'gaming_session_id' | 'exclusion' | 'winner_team' | 'defender_team'>

/** Changes when anything that is told of a round can have changed. Null without a file. */
export function roundVersion(sha256: Uint8Array | null, told: Told): string | null {
  if (sha256 === null) return null
  const { gaming_session_id, exclusion, winner_team, defender_team } = told
  const beside = JSON.stringify([FORM, FORMULA_VERSION, gaming_session_id, exclusion, winner_team, defender_team])
  return createHash('sha256').update(sha256).update(beside).digest('hex').slice(0, 24)
}
