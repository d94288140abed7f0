import { COORDINATE_LIMIT, type Codec, DECIMAL_LIMIT, type Field, PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import { decodeText } from '../format/file-text.ts'
import { MAX_TEXT_BYTES } from './limits.ts'
import { isWhole, scanNumber, scanned } from './numbers.ts'
import { quoted } from './problems.ts'
import { columnAt, columnEnd, type Texts } from './text.ts'

/** What a field gives that cannot be read. */
export const INVALID = Symbol('invalid')

/**
 * Reads the field that begins at `start` and goes to the next `;`, or to `end` if there is none; {@link fieldEnd} tells
 * where it ended. Gives {@link INVALID} if the field does not hold what it should.
 */
export type FieldReader = (texts: Texts, start: number, end: number) => unknown

/** Lists of ids that are kept to be given again: the same few players stand together very often. */
const MAX_LISTS = 8_192

/** Where the field ended that a reader read last, unless it was invalid. */
export let fieldEnd = 0

const SEMICOLON = 59
const ZERO = 48
const ONE = 49
const TEAM_WORDS: ReadonlySet<string> = new Set(TEAMS)
const CLASS_WORDS: ReadonlySet<string> = new Set(PLAYER_CLASSES)
const WORD = /^[A-Za-z][A-Za-z0-9_]*$/

function endsField({ bytes }: Texts, at: number, end: number): boolean {
  fieldEnd = at
  return at === end || bytes[at] === SEMICOLON
}

const readInt: FieldReader = (texts, start, end) => {
  const value = scanNumber(texts.bytes, start, end)
  return endsField(texts, scanned, end) && isWhole(value) ? value : INVALID
}

const readDecimal: FieldReader = (texts, start, end) => {
  const value = scanNumber(texts.bytes, start, end)
  return endsField(texts, scanned, end) && Math.abs(value) <= DECIMAL_LIMIT ? value : INVALID
}

const readCoordinate: FieldReader = (texts, start, end) => {
  const value = scanNumber(texts.bytes, start, end)
  return endsField(texts, scanned, end) && Math.abs(value) <= COORDINATE_LIMIT ? value : INVALID
}

const readFlag: FieldReader = (texts, start, end) => {
  const byte = texts.bytes[start]
  return start < end && endsField(texts, start + 1, end) && (byte === ONE || byte === ZERO) ? byte === ONE : INVALID
}

const readText: FieldReader = (texts, start, end) => {
  const text = columnAt(texts, start, end)
  fieldEnd = columnEnd
  if (fieldEnd - start > MAX_TEXT_BYTES) return INVALID
  // a NUL is never part of a name: the engine's strings end there, so the line is damaged
  return texts.hasNul && text.includes('\0') ? INVALID : text
}

const readWord: FieldReader = (texts, start, end) => {
  const word = columnAt(texts, start, end)
  fieldEnd = columnEnd
  return WORD.test(word) ? word : INVALID
}

const readOneOf =
  (words: ReadonlySet<string>): FieldReader =>
  (texts, start, end) => {
    const word = columnAt(texts, start, end)
    fieldEnd = columnEnd
    return words.has(word) ? word : INVALID
  }

const NONE: readonly string[] = []

function readGuids(separators: string): FieldReader {
  const marks = [...separators]
  return (texts, start, end) => {
    const text = readText(texts, start, end)
    if (typeof text !== 'string') return INVALID
    if (text === '') return NONE
    const lists = texts.lists.get(separators) ?? new Map<string, readonly string[]>()
    const known = lists.get(text)
    if (known !== undefined) return known
    const list = text.split(marks.find((mark) => text.includes(mark)) ?? ',')
    texts.listed += list.length
    if (lists.size < MAX_LISTS) texts.lists.set(separators, lists.set(text, list))
    return list
  }
}

function plainReader(codec: Codec<unknown>): FieldReader {
  switch (codec.kind) {
    case 'int':
      return readInt
    case 'decimal':
      return readDecimal
    case 'coordinate':
      return readCoordinate
    case 'text':
    case 'guid':
      return readText
    case 'word':
      return readWord
    case 'team':
      return readOneOf(TEAM_WORDS)
    case 'player_class':
      return readOneOf(CLASS_WORDS)
    case 'flag':
      return readFlag
    case 'guids':
      return readGuids(codec.separators)
    default:
      throw new TypeError(`a ${codec.kind} is read by its section`)
  }
}

/** The reader of a field; an empty field that may be absent is null. */
export function readerOf(codec: Codec<unknown>): FieldReader {
  const plain = plainReader(codec)
  if (!codec.optional) return plain
  return (texts, start, end) => (endsField(texts, start, end) ? null : plain(texts, start, end))
}

const EXPECTED: Readonly<Partial<Record<Codec<unknown>['kind'], string>>> = {
  int: 'a whole number',
  decimal: 'a number',
  coordinate: 'a coordinate within 65,536 units',
  text: 'a text',
  guid: 'a player id',
  word: 'a word',
  team: 'AXIS, ALLIES or SPEC',
  player_class: 'a class',
  flag: '0 or 1',
  guids: 'player ids',
}

/** Says what stands in a field and what was expected. */
export function fieldReason(texts: Texts, field: Field, column: number, start: number, end: number): string {
  const found = quoted(decodeText(texts.bytes, start, Math.min(end, start + 200)))
  return `column ${column} (${field[0]}) holds ${found}, expected ${EXPECTED[field[1].kind] ?? 'a value'}`
}
