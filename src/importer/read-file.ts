import { basename } from 'node:path'
import { FILE_ENDING } from '../format/file-name.ts'
import type { Completeness, Problem } from '../format/round.ts'
import { derive } from '../metrics/derive.ts'
import { IdentityError, roundFacts } from '../metrics/round-facts.ts'
import { FormatError } from '../parser/format-error.ts'
import { parseRound } from '../parser/parse-round.ts'
import { compressed } from '../store/files.ts'
import { type PreparedRound, prepareRound } from '../store/prepared-round.ts'
import type { RoundFacts } from '../store/save-round.ts'

/** A file to import: its name, for identity and reports, and its bytes. */
export interface SourceFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadOptions {
  /** Time zone of the game servers' clocks. */
  readonly timeZone: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What a file tells of its round. */
export interface ReadRound {
  readonly prepared: PreparedRound
  readonly facts: Omit<RoundFacts, 'server_id' | 'file_id'>
  /** Null where the header names none. */
  readonly server_name: string | null
  readonly format: number
  readonly build: string
  readonly completeness: Completeness
  readonly rows_accepted: number
  readonly rows_reported: number
  readonly problems: readonly Problem[]
  readonly problem_count: number
}

/** A file as it is stored, or why it is no round, as plain data: it may come from another thread. */
export interface ReadFile {
  readonly raw: Uint8Array
  readonly round: ReadRound | { readonly reason: string }
}

/** Everything of an import that needs no database. */
export async function readRoundFile(file: SourceFile, options: ReadOptions): Promise<ReadFile> {
  // other threads compress while this one reads
  const raw = compressed(file.bytes)
  const round = readRound(file, options)
  return { raw: await raw, round }
}

function readRound(file: SourceFile, options: ReadOptions): ReadFile['round'] {
  const name = basename(file.name)
  if (!name.toLowerCase().endsWith(FILE_ENDING)) return { reason: `the name does not end in ${FILE_ENDING}` }
  try {
    const { round, problems, problem_count } = parseRound(file.bytes)
    const derived = derive(round)
    const counts = Object.values(round.sections)
    const facts = roundFacts(name, round, derived, options)
    return {
      facts,
      prepared: prepareRound(round, derived, facts.started_unix),
      server_name: round.header.server_name,
      format: round.format,
      build: round.build,
      completeness: round.completeness,
      rows_accepted: counts.reduce((sum, { accepted }) => sum + accepted, 0),
      rows_reported: counts.reduce((sum, { reported }) => sum + reported, 0),
      problems,
      problem_count,
    }
  } catch (error) {
    if (error instanceof FormatError || error instanceof IdentityError) return { reason: error.message }
    throw error
  }
}
