import { basename } from 'node:path'
import { parseFileName } from '../../format/file-name.ts'
import type { Completeness, Problem, SectionCount } from '../../format/round.ts'
import { derive } from '../../metrics/derive.ts'
import { IdentityError, roundFacts } from '../../metrics/round-facts.ts'
import { parseRound } from '../../parser/parse-round.ts'

/** What `proximity parse` tells about a file: the answer of `--json`. Counts are of the file's own words. */
export interface FileReport {
  readonly file: string
  readonly format: number
  readonly build: string
  readonly build_exact: boolean
  readonly map: string | null
  readonly round_number: number | null
  readonly round_start_unix: number | null
  readonly round_end_unix: number | null
  readonly server_name: string | null
  /** True and false as the file's trailer says; null for a file that has none and does not look cut. */
  readonly complete: boolean | null
  readonly completeness: Completeness
  readonly sections: Readonly<Record<string, SectionCount>>
  readonly engagements: number
  readonly crossfires: number
  readonly killed: number
  readonly escaped: number
  readonly players: number
  /** The first thousand. */
  readonly problems: readonly Problem[]
  readonly problem_count: number
}

const COMPLETE: Readonly<Record<Completeness, boolean | null>> = { complete: true, incomplete: false, unverified: null }

/** Reads the bytes of a file. Throws a FormatError if it is no round file. */
export function reportOf(file: string, bytes: Uint8Array): FileReport {
  const { round, problems, problem_count } = parseRound(bytes)
  const { header, completeness, rows } = round
  const derived = derive(round)
  const name = basename(file)
  const outcomes = (outcome: string) => rows.engagements.filter((row) => row.outcome === outcome).length
  return {
    file,
    format: round.format,
    build: round.build,
    build_exact: round.build_exact,
    map: header.map_name || (parseFileName(name)?.map_name ?? null),
    round_number: roundNumber(() => roundFacts(name, round, derived, { timeZone: 'UTC', now: Date.now() })),
    round_start_unix: header.round_start_unix,
    round_end_unix: header.round_end_unix,
    server_name: header.server_name,
    complete: COMPLETE[completeness],
    completeness,
    sections: round.sections,
    engagements: rows.engagements.length,
    crossfires: rows.engagements.filter(({ is_crossfire }) => is_crossfire).length,
    killed: outcomes('killed'),
    escaped: outcomes('escaped'),
    players: derived.roster.players.length,
    problems,
    problem_count,
  }
}

function roundNumber(facts: () => { readonly round_number: number }): number | null {
  try {
    return facts().round_number
  } catch (error) {
    // the file says too little to be imported, but still something
    if (error instanceof IdentityError) return null
    throw error
  }
}
