import { decodeText } from '../format/file-text.ts'
import { GENERATIONS } from '../format/header.ts'
import type { Problem, Round } from '../format/round.ts'
import type { Rows } from '../format/sections.ts'
import { TRAILER_KEY, TRAILER_START } from '../format/trailer.ts'
import { collector, startsWithMark, unknownOf } from './collector.ts'
import { completenessOf, type TrailerLine } from './completeness.ts'
import { detectBuild } from './detect-build.ts'
import { beginsFile, formatOf } from './first-line.ts'
import { headerOf, noHeader, takeHeaderLine } from './header-lines.ts'
import { MAX_COMMENT_BYTES, MAX_LINE_BYTES } from './limits.ts'
import { eachLine } from './lines.ts'
import { noProblems, report } from './problems.ts'
import { sensorsOf } from './sensors.ts'
import { normalised, textsOf } from './text.ts'

/** A file as it was understood. */
export interface Parsed {
  readonly round: Round
  /** In the order of the file; the first thousand. */
  readonly problems: readonly Problem[]
  /** All problems, also those that were not kept. */
  readonly problem_count: number
}

const HASH = 35
const SECTION_LINE = /^# ([A-Z][A-Z0-9_]+)$/

/**
 * Reads a round file of any version. Throws a {@link FormatError} if it is no round file at all; everything else that
 * is wrong with it is reported in `problems`, and every line of a section is either accepted or reported.
 */
export function parseRound(file: Uint8Array): Parsed {
  const bytes = normalised(file)
  const format = formatOf(bytes)
  const problems = noProblems()
  const header = noHeader()
  const found = collector(textsOf(bytes), format, problems)
  let firstLines = 0
  let trailer: TrailerLine | undefined
  let afterTrailer = false

  const comment = (start: number, end: number, ended: boolean, line: number) => {
    if (end - start > MAX_COMMENT_BYTES) {
      report(problems, line, found.name, 'note', () => `a comment of ${end - start} bytes is not read`)
      return
    }
    const text = decodeText(bytes, start, end)
    const section = SECTION_LINE.exec(text)?.[1]
    if (beginsFile(text)) {
      firstLines += 1
      if (firstLines > 1) found.refuse(() => 'the line belongs to a second file')
    } else if (text.startsWith(TRAILER_START)) trailer = { text, start, ended }
    else if (section !== undefined) found.enter(section, line)
    else if (found.name === 'header') {
      const reason = takeHeaderLine(header, text)
      if (reason !== undefined) report(problems, line, 'header', 'note', () => reason)
    } else found.comment(text)
  }

  eachLine(bytes, (start, end, ended, line) => {
    if (trailer !== undefined) afterTrailer = true
    const isRow = bytes[start] !== HASH || (found.takes_comment_rows && startsWithMark(bytes, start))
    if (!isRow) comment(start, end, ended, line)
    else if (end - start > MAX_LINE_BYTES) {
      found.reject(line, () => `a line of ${end - start} bytes, longer than ${MAX_LINE_BYTES}`)
    } else found.row(start, end, line)
  })

  const [build, build_exact] = detectBuild({
    format,
    header,
    sections: found.sections,
    column_names: found.column_names,
    older: found.older,
    newer: found.newer,
  })
  const [completeness, cut] = completenessOf(bytes, {
    format,
    build,
    trailer,
    afterTrailer,
    announced: header.values.get(TRAILER_KEY) === '1',
    secondFile: firstLines > 1,
    sections: found.sections,
  })
  const typed = headerOf(header)
  if (cut !== undefined) report(problems, 0, 'file', 'note', () => cut)
  if (typed.map_name === '') report(problems, 0, 'header', 'note', () => 'the header names no map')
  if (format > (GENERATIONS.at(-1) as number)) {
    report(problems, 0, 'file', 'note', () => `format ${format} is newer than this version knows`)
  }
  return {
    round: {
      format,
      build,
      build_exact,
      header: typed,
      rows: found.rows as unknown as Rows,
      sensors: sensorsOf({ format, build, capabilities: typed.capabilities, rows: found.rows as unknown as Rows }),
      sections: found.sections,
      completeness,
      unknown: unknownOf(found, header.unknown),
    },
    problems: problems.list,
    problem_count: problems.count,
  }
}
