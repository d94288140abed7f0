import { type FileName, parseFileName } from '../format/file-name.ts'
import type { Round } from '../format/round.ts'
import type { Derived } from './derived.ts'
import { isBotRound } from './people.ts'
import { instantOf, localTime } from './time-zone.ts'

/** Why a round is left out of every statistic (L-36, L-41); null: it counts. */
export type Exclusion = 'incomplete' | 'bots' | 'test_mode' | 'clock'

/** What identifies and places the round of a file, apart from its server. */
export interface FactsOfRound {
  readonly map_name: string
  /** 0 where the file has no start. */
  readonly round_start_unix: number
  readonly round_date: string
  readonly round_time: string
  readonly round_number: number
  readonly round_number_raw: number | null
  readonly round_number_reason: string | null
  readonly started_unix: number
  readonly start_source: 'header' | 'file_name'
  readonly exclusion: Exclusion | null
}

/** The file says too little to tell which round it is; the message says what is missing. */
export class IdentityError extends Error {
  override name = 'IdentityError'
}

/** The game was published on 2003-05-29: an earlier clock is wrong (L-36). */
const EARLIEST_UNIX = Date.UTC(2003, 4, 29) / 1000
/** A clock further ahead than a day is wrong. */
const LATEST_AHEAD_S = 86_400

/** The facts of a file's round, from its header and its name. Throws an {@link IdentityError}. */
export function roundFacts(
  fileName: string,
  round: Round,
  derived: Derived,
  { timeZone, now }: { readonly timeZone: string; readonly now: number },
): FactsOfRound {
  const { header } = round
  const name = parseFileName(fileName)
  const map_name = header.map_name || name?.map_name
  if (map_name === undefined) throw new IdentityError('neither the header nor the file name says which map it was')
  const start = header.round_start_unix
  const played = clockOf(name, header.round_end_unix ?? start, timeZone)
  return {
    map_name,
    round_start_unix: start ?? 0,
    ...played,
    ...roundNumber(round, name),
    ...startOf(start, played, derived, timeZone),
    exclusion: exclusionOf(round, derived, now),
  }
}

function clockOf(name: FileName | undefined, unix: number | null, timeZone: string) {
  if (name !== undefined) return { round_date: name.date, round_time: name.time }
  if (unix === null) throw new IdentityError('neither the header nor the file name says when it was played')
  const { date, time } = localTime(unix, timeZone)
  return { round_date: date, round_time: time }
}

function startOf(
  start: number | null,
  played: { round_date: string; round_time: string },
  derived: Derived,
  timeZone: string,
) {
  if (start !== null) return { started_unix: start, start_source: 'header' as const }
  const { clock_start_ms, clock_end_ms } = derived.summary
  const end = instantOf(played.round_date, played.round_time, timeZone)
  if (Number.isNaN(end)) throw new IdentityError(`the file name's date ${played.round_date} does not exist`)
  return { started_unix: end - Math.round((clock_end_ms - clock_start_ms) / 1000), start_source: 'file_name' as const }
}

/** The number as played, 1 or 2 in stopwatch, from the raw one, with the reason where they differ (L-9, D6). */
function roundNumber(round: Round, name: FileName | undefined) {
  const raw = round.header.round_number_raw ?? name?.round_number ?? null
  const fromZero = ['3.0', '4.0', '4.1'].includes(round.build)
  if (raw === null) return { round_number: 1, round_number_raw: null, round_number_reason: 'no number given' }
  if (fromZero && raw >= 0) {
    return { round_number: raw + 1, round_number_raw: raw, round_number_reason: `build ${round.build} counts from 0` }
  }
  if (raw < 1)
    return { round_number: 1, round_number_raw: raw, round_number_reason: 'a number below 1 is the first round' }
  return { round_number: raw, round_number_raw: raw, round_number_reason: doubtOf(round, raw) }
}

/** Why the number of a file may not be the one that was played; null: it is. */
function doubtOf({ format, header }: Round, raw: number): string | null {
  if (format === 4 && raw === 1) return 'early files of build 4.2 call both rounds 1'
  const isCounted = header.engine_round === 0 || header.engine_round === 1
  return isCounted ? null : header.round_number_reason
}

function exclusionOf(round: Round, { roster }: Derived, now: number): Exclusion | null {
  const { round_start_unix: start, test_mode } = round.header
  if (round.completeness === 'incomplete') return 'incomplete'
  if (test_mode === true) return 'test_mode'
  if (start !== null && (start < EARLIEST_UNIX || start > now / 1000 + LATEST_AHEAD_S)) return 'clock'
  return isBotRound(roster.players) ? 'bots' : null
}
