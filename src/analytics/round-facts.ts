import type { StoredRound } from '../store/database.ts'
import { roundVersion, type Told } from './round-version.ts'

/** Columns of a round that every list and page of rounds shows. */
export const ROUND_COLUMNS = [
  'rounds.id',
  'rounds.map_name',
  'rounds.round_number',
  'rounds.round_number_raw',
  'rounds.round_number_reason',
  'rounds.round_date',
  'rounds.round_time',
  'rounds.round_start_unix',
  'rounds.round_end_unix',
  'rounds.started_unix',
  'rounds.start_source',
  'rounds.winner_team',
  'rounds.defender_team',
  'rounds.gaming_session_id',
  'rounds.exclusion',
  'rounds.completeness',
  'rounds.format',
  'rounds.build',
] as const

type Times = Pick<StoredRound, 'round_start_unix' | 'round_end_unix'>

/** A row with {@link ROUND_COLUMNS} and its file's hash as it is shown: unknown times are null, the hash is a version. */
export function shownRound<T extends Told & Times & { sha256: Uint8Array | null }>(row: T) {
  const { sha256, gaming_session_id, ...rest } = row
  return {
    ...rest,
    session_id: gaming_session_id,
    round_start_unix: row.round_start_unix || null,
    round_end_unix: row.round_end_unix || null,
    version: roundVersion(sha256, row),
  }
}
