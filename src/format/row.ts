import { cleanGuid, cleanText } from './clean-text.ts'
import {
  COORDINATE_LIMIT,
  type Codec,
  DECIMAL_LIMIT,
  type Field,
  INTEGER_LIMIT,
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
    const text = writeField(field[1], values[field[0]])
    if (text === undefined) return `column ${i + 1} (${field[0]}) cannot hold ${values[field[0]]}`
    columns.push(text)
  }
  return undefined
}

function writeField(codec: Codec<unknown>, value: unknown): string | undefined {
  const text = value === undefined || value === null ? undefined : writeValue(codec, value)
  return text === undefined && codec.optional ? '' : text
}

function writeValue(codec: Codec<unknown>, value: unknown): string | undefined {
  const kind = codec.kind
  if (kind === 'int') return writeNumber(value, 0, INTEGER_LIMIT)
  if (kind === 'decimal') return writeNumber(value, codec.places, DECIMAL_LIMIT)
  if (kind === 'coordinate') return writeNumber(value, codec.places, COORDINATE_LIMIT)
  if (kind === 'flag') return value === true ? '1' : value === false ? '0' : undefined
  if (kind === 'guids')
    return typeof value === 'object' ? writeGuids(value as readonly string[], codec.separators.charAt(0)) : undefined
  if (typeof value !== 'string') return undefined
  if (kind === 'text') return cleanText(value)
  if (kind === 'guid') return cleanGuid(value)
  if (kind === 'word') return isWord(value) ? value : undefined
  if (kind === 'team') return isOneOf(TEAMS, value) ? value : undefined
  if (kind === 'player_class') return isOneOf(PLAYER_CLASSES, value) ? value : undefined
  return value
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

/** A letter, then letters, digits and `_`. */
function isWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    if (!letter && (i === 0 || (code !== 95 && (code < 48 || code > 57)))) return false
  }
  return text.length > 0
}
