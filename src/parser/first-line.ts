import { decodeText } from '../format/file-text.ts'
import { FIRST_LINE } from '../format/header.ts'
import { FormatError } from './format-error.ts'
import { MAX_COMMENT_BYTES } from './limits.ts'
import { isBlank } from './lines.ts'
import { quoted } from './problems.ts'

const LF = 10
const PROTOTYPES = ['# ENGAGEMENT_ANALYSIS', '# POSITION_TRACKER_DATA', '# COMBAT_EVENTS_DATA', '# HEATMAP_DATA']

const GENERATION = /^# PROXIMITY_TRACKER_V([1-9]\d{0,2})$/

/** True for a line that begins a file of any generation. */
export function beginsFile(line: string): boolean {
  return GENERATION.test(line)
}

/** The generation of the format that the first line names. Throws a {@link FormatError} if it names none from 3 on. */
export function formatOf(bytes: Uint8Array): number {
  const first = firstLine(bytes)
  if (first === '') throw new FormatError('empty', 'the file is empty')
  const generation = Number(GENERATION.exec(first)?.[1] ?? 0)
  if (PROTOTYPES.some((line) => first.startsWith(line)) || generation === 1 || generation === 2) {
    throw new FormatError(
      'prototype',
      `${quoted(first)} begins a file of the first prototypes, which hold no rounds of this format`,
    )
  }
  if (generation === 0) {
    throw new FormatError(
      'not_a_round_file',
      `no round file: its first line is ${quoted(first)}, expected "${FIRST_LINE}3" to "${FIRST_LINE}6"`,
    )
  }
  return generation
}

/** The first line that is not blank, or the beginning of a very long one. */
function firstLine(bytes: Uint8Array): string {
  let start = 0
  while (start < bytes.length && isBlank(bytes[start] as number)) start += 1
  const feed = bytes.indexOf(LF, start)
  const end = Math.min(feed === -1 ? bytes.length : feed, start + MAX_COMMENT_BYTES)
  return decodeText(bytes, start, end).trimEnd()
}
