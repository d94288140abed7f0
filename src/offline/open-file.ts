import { FILE_ENDING } from '../format/file-name.ts'
import type { Problem, Round } from '../format/round.ts'
import { derive } from '../metrics/derive.ts'
import type { Derived } from '../metrics/derived.ts'
import { type FactsOfRound, IdentityError, roundFacts } from '../metrics/round-facts.ts'
import { FormatError } from '../parser/format-error.ts'
import { parseRound } from '../parser/parse-round.ts'

/** A round file that was read and judged. */
export interface OpenedFile {
  readonly name: string
  readonly size_bytes: number
  readonly round: Round
  readonly derived: Derived
  readonly facts: FactsOfRound
  readonly problems: readonly Problem[]
  readonly problem_count: number
  /** Milliseconds since 1970. */
  readonly opened_ms: number
}

export interface OpenOptions {
  /** In which the game server's clock is thought to go. */
  readonly timeZone: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Reads a file as the importer does; why it is no round, in words, if it is none. */
export function openFile(
  name: string,
  bytes: Uint8Array,
  options: OpenOptions,
): OpenedFile | { readonly reason: string } {
  if (!name.toLowerCase().endsWith(FILE_ENDING)) return { reason: `the name does not end in ${FILE_ENDING}` }
  try {
    const { round, problems, problem_count } = parseRound(bytes)
    const derived = derive(round)
    const facts = roundFacts(name, round, derived, options)
    const about = { name, size_bytes: bytes.length, opened_ms: options.now }
    return { ...about, round, derived, facts, problems, problem_count }
  } catch (error) {
    if (error instanceof FormatError || error instanceof IdentityError) return { reason: error.message }
    throw error
  }
}
