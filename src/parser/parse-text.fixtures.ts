import { encodeText } from '../format/file-text.ts'
import { type Parsed, parseRound } from './parse-round.ts'

/** What a file with this text gives. */
export function parseText(text: string): Parsed {
  return parseRound(encodeText(text))
}

/** A file of one section after a header of its generation, whose other sections are left out. */
export function sectionText(section: string, rows: readonly string[], generation = 6): string {
  return [`# PROXIMITY_TRACKER_V${generation}`, '# map=yard', `# ${section}`, ...rows, ''].join('\n')
}

/** The problems as `line section: reason (lost)`, without the ones about the file as a whole. */
export function problemTexts({ problems }: Parsed): string[] {
  return problems
    .filter(({ line }) => line > 0)
    .map(({ line, section, reason, lost }) => `${line} ${section}: ${reason} (${lost})`)
}
