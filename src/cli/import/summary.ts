import type { ImportResult } from '../../importer/import-file.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { counted, printable } from '../printable.ts'

interface Group {
  readonly word: string
  readonly has: (result: ImportResult) => boolean
  /** True where the reason of each file is told. */
  readonly told: boolean
}

// a file that was rejected before is in no better state because it comes again
const isRejectedBefore = ({ state, round_id }: ImportResult) => state === 'unchanged' && round_id === null

const GROUPS: readonly Group[] = [
  { word: 'imported', has: ({ state }) => state === 'imported', told: false },
  { word: 'unchanged', has: ({ state }) => state === 'unchanged', told: false },
  { word: 'superseded', has: ({ state }) => state === 'superseded', told: true },
  {
    word: 'incomplete',
    has: ({ state, completeness }) => state === 'imported' && completeness === 'incomplete',
    told: true,
  },
  { word: 'rejected', has: ({ state }) => state === 'rejected', told: true },
  { word: 'rejected before', has: isRejectedBefore, told: true },
  { word: 'unreadable', has: ({ state }) => state === 'unreadable', told: true },
]

const TOLD_FILES = 20

/** What became of many files: the counts, then the files that are not wholly in, with their reasons. */
export function summaryLines(results: readonly ImportResult[]): string[] {
  const found = GROUPS.map((group) => ({ ...group, results: results.filter(group.has) }))
  const counts = found
    .filter((group) => group.results.length > 0)
    .map((group) => `${group.results.length} ${group.word}`)
  const lines = [`${counted(results.length, 'file')}: ${counts.join(', ')}`]
  for (const { word, told, results: files } of found) {
    if (!told) continue
    for (const { name, reason } of files.slice(0, TOLD_FILES)) {
      lines.push(`  ${word}: ${printable(name)}${reason === null ? '' : `: ${printable(reason)}`}`)
    }
    if (files.length > TOLD_FILES) lines.push(`  ${word}: and ${files.length - TOLD_FILES} more`)
  }
  return lines
}

/** 3 if the data of a file is not, or not wholly, in. */
export function exitCodeOf(results: readonly ImportResult[]): ExitCode {
  const lost = results.some(
    (result) =>
      result.state === 'rejected' ||
      result.state === 'unreadable' ||
      result.completeness === 'incomplete' ||
      isRejectedBefore(result),
  )
  return lost ? EXIT.partly : EXIT.done
}
