import { cleanGuid, cleanText } from './clean-text.ts'
import {
  COORDINATE_LIMIT,
  type Codec,
  DECIMAL_LIMIT,
  type Field,
  INTEGER_LIMIT,
  type Kind,
  PLAYER_CLASSES,
  TEAMS,
} from './codec.ts'
import { writeNumber } from './number.ts'

/** What stands before the columns of a row in sections that older readers must take for comments. */
export const COMMENT_ROW = '#;'

const HASH = 35

/**
 * Appends the line of one row, without its line feed, to `lines`. The row has its values under the names of the fields;
 * one that is not there is undefined or null. A value that cannot be written (absent, no finite number, out of range, no
 * word of its list) leaves an empty field where the field is optional; otherwise the row is refused, and the reason is
 * given. Fields of positions, attackers and paths take the text that their own writers made. `commentRow`: the row of a
 * section that older readers must skip.
 */
export function writeRow(
  fields: readonly Field[],
  row: object,
  lines: string[],
  commentRow = false,
): string | undefined {
  const columns: string[] = []
  const reason = writeFields(fields, row, columns)
  if (reason !== undefined) return reason
  const line = columns.join(';')
  // a line that begins with `#` is a comment to every reader
  if (commentRow) lines.push(`${COMMENT_ROW}${line}`)
  else lines.push(line.charCodeAt(0) === HASH ? `_${line.substring(1)}` : line)
  return undefined
}

/** Appends the text of each field to `columns`; gives a reason at the first value that cannot be written. */
export function writeFields(fields: readonly Field[], row: object, columns: string[]): string | undefined {
  const values = row as Readonly<Record<string, unknown>>
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as Field
    const codec = field[1]
    const value = values[field[0]]
    const text = value === undefined || value === null ? undefined : WRITERS[codec.kind](value, codec)
    if (text !== undefined) columns.push(text)
    else if (codec.optional) columns.push('')
    else return `column ${i + 1} (${field[0]}) cannot hold ${value}`
  }
  return undefined
}

type Writer = (value: unknown, codec: Codec<unknown>) => string | undefined

/** The text that the writer of the list made. */
const asItIs: Writer = (value) => (typeof value === 'string' ? value : undefined)

/** Found by one look, because a row may have thirty columns and a round thousands of rows. */
const WRITERS: Readonly<Record<Kind, Writer>> = {
  int: (value) => writeNumber(value, 0, INTEGER_LIMIT),
  decimal: (value, { places }) => writeNumber(value, places, DECIMAL_LIMIT),
  coordinate: (value, { places }) => writeNumber(value, places, COORDINATE_LIMIT),
  flag: (value) => (value === true ? '1' : value === false ? '0' : undefined),
  guids: (value, { separators }) =>
    typeof value === 'object' ? writeGuids(value as readonly string[], separators.charAt(0)) : undefined,
  text: (value) => (typeof value === 'string' ? cleanText(value) : undefined),
  guid: (value) => (typeof value === 'string' ? cleanGuid(value) : undefined),
  word: (value) => (typeof value === 'string' && isKnownWord(value) ? value : undefined),
  team: (value) => (typeof value === 'string' && isOneOf(TEAMS, value) ? value : undefined),
  player_class: (value) => (typeof value === 'string' && isOneOf(PLAYER_CLASSES, value) ? value : undefined),
  positions: asItIs,
  attackers: asItIs,
  path: asItIs,
}

function writeGuids(guids: readonly string[], separator: string): string | undefined {
  // an empty text is an empty list
  if (guids.length === 1 && guids[0] === '') return undefined
  const clean: string[] = []
  for (let i = 0; i < guids.length; i++) clean.push(cleanGuid(guids[i] as string))
  return clean.join(separator)
}

function isOneOf(words: readonly string[], word: string): boolean {
  for (let i = 0; i < words.length; i++) if (words[i] === word) return true
  return false
}

// words come from short lists, so that each is looked at letter by letter once
const words = new Map<string, boolean>()
const REMEMBERED = 512

function isKnownWord(text: string): boolean {
  const before = words.get(text)
  if (before !== undefined) return before
  if (words.size >= REMEMBERED) words.clear()
  const is = isWord(text)
  words.set(text, is)
  return is
}

/** A letter, then letters, digits and `_`. */
function isWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    if (!letter && (i === 0 || (code !== 95 && (code < 48 || code > 57)))) return false
  }
  return text.length > 0
}
