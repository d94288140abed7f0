import { BUILDS } from '../format/builds.ts'
import { readTrailer } from '../format/read-trailer.ts'
import type { Completeness, SectionCount } from '../format/round.ts'
import { adler32 } from '../format/trailer.ts'

/** The line that may be the file's trailer. */
export interface TrailerLine {
  readonly text: string
  /** Where the line begins. */
  readonly start: number
  /** True if a line feed follows. */
  readonly ended: boolean
}

/** What is known of a file when it has been read. */
export interface FileEnd {
  readonly format: number
  readonly build: string
  readonly trailer: TrailerLine | undefined
  readonly afterTrailer: boolean
  /** The header says that there is a trailer. */
  readonly announced: boolean
  /** A line in the middle starts another file. */
  readonly secondFile: boolean
  readonly sections: Readonly<Record<string, SectionCount>>
}

const LF = 10

/** Whether the round is all there, and the reason if it is not. */
export function completenessOf(bytes: Uint8Array, file: FileEnd): [Completeness, string | undefined] {
  const cut = cutOf(bytes, file)
  if (cut !== undefined) return ['incomplete', cut]
  return [file.trailer === undefined ? 'unverified' : 'complete', undefined]
}

function cutOf(bytes: Uint8Array, file: FileEnd): string | undefined {
  if (file.secondFile) return 'a second file begins in the middle of this one'
  if (file.trailer !== undefined) return trailerFault(bytes, file.trailer, file)
  const missing = alwaysWritten(file).find((name) => file.sections[name] === undefined)
  if (missing !== undefined) return `the file stops before ${missing}, which its build always writes`
  if (bytes[bytes.length - 1] !== LF) return 'the file stops in the middle of a line'
  return file.announced ? 'the file stops before the trailer that its header announces' : undefined
}

/** Sections that the build writes even without rows; for an unknown build, those of the latest of its generation. */
function alwaysWritten({ format, build }: FileEnd): readonly string[] {
  const ofFormat = BUILDS.filter(({ generation }) => generation === format)
  const known = ofFormat.find(({ name }) => name === build) ?? ofFormat.at(-1)
  return known?.always ?? []
}

function trailerFault(
  bytes: Uint8Array,
  trailer: TrailerLine,
  { afterTrailer, sections }: FileEnd,
): string | undefined {
  if (afterTrailer) return 'the file goes on behind its trailer'
  const stated = readTrailer(trailer.text)
  if (!trailer.ended || stated === undefined) return 'the file stops inside its trailer, or the trailer is damaged'
  if (adler32(bytes, 0, trailer.start) !== stated.adler32) return 'the checksum in the trailer does not agree'
  const rows = new Map(stated.rows)
  for (const name of new Set([...rows.keys(), ...Object.keys(sections)])) {
    const count = sections[name]
    const lines = count === undefined ? 'no section' : count.accepted + count.reported
    if (lines !== rows.get(name))
      return `the trailer states ${rows.get(name) ?? 'nothing'} for ${name}, the file has ${lines}`
  }
  return undefined
}
