import { COORDINATE_LIMIT, type Codec, DECIMAL_LIMIT, type Field, PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import { MAX_TEXT_BYTES } from './limits.ts'
import { isWhole, scanNumber, scanned } from './numbers.ts'
import { quoted } from './problems.ts'
import { columnAt, columnEnd, type Texts } from './text.ts'

/** What a field gives that cannot be read. */
export const INVALID: unique symbol = Symbol('invalid')

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

// how a field is read; numbers, so that one jump finds the way
const INT = 0
const NUMBER = 1
const TEXT = 2
const WORD_TEXT = 3
const ONE_OF = 4
const FLAG = 5
const GUIDS = 6

/** How one field is read. */
export interface FieldReader {
  readonly way: number
  readonly optional: boolean
  /** Greatest size of a number. */
  readonly limit: number
  /** The only words that are valid. */
  readonly words: ReadonlySet<string>
  readonly separators: string
}

/** How a field is read. */
export function readerOf({ kind, optional, separators }: Codec<unknown>): FieldReader {
  const way = WAYS[kind]
  if (way === undefined) throw new TypeError(`a ${kind} is read by its section`)
  const limit = kind === 'coordinate' ? COORDINATE_LIMIT : DECIMAL_LIMIT
  const words = kind === 'team' ? TEAM_WORDS : CLASS_WORDS
  return { way, optional, limit, words, separators }
}

const WAYS: Readonly<Partial<Record<Codec<unknown>['kind'], number>>> = {
  int: INT,
  decimal: NUMBER,
  coordinate: NUMBER,
  text: TEXT,
  guid: TEXT,
  word: WORD_TEXT,
  team: ONE_OF,
  player_class: ONE_OF,
  flag: FLAG,
  guids: GUIDS,
}

/**
 * Reads the field that begins at `start` and goes to the next `;`, or to `end` if there is none; {@link fieldEnd} tells
 * where it ended. Null for an empty field that may be absent, {@link INVALID} if the field does not hold what it should.
 */
export function readField(texts: Texts, reader: FieldReader, start: number, end: number): unknown {
  if (reader.optional && endsField(texts, start, end)) return null
  switch (reader.way) {
    case INT: {
      const value = scanNumber(texts.bytes, start, end)
      return endsField(texts, scanned, end) && isWhole(value) ? value : INVALID
    }
    case NUMBER: {
      const value = scanNumber(texts.bytes, start, end)
      return endsField(texts, scanned, end) && Math.abs(value) <= reader.limit ? value : INVALID
    }
    case TEXT:
      return readText(texts, start, end)
    case WORD_TEXT: {
      const word = readColumn(texts, start, end)
      return isWord(word) ? word : INVALID
    }
    case ONE_OF: {
      const word = readColumn(texts, start, end)
      return reader.words.has(word) ? word : INVALID
    }
    case FLAG: {
      const byte = texts.bytes[start]
      return start < end && endsField(texts, start + 1, end) && (byte === ONE || byte === ZERO) ? byte === ONE : INVALID
    }
    default:
      return readGuids(texts, reader.separators, start, end)
  }
}

/** Words that were found to be such: a round has few of them, very often. */
const knownWords = new Set<string>()
const MAX_WORDS = 256

/** True for a letter with letters, digits and `_` behind it. */
export function isWord(text: string): boolean {
  if (knownWords.has(text)) return true
  if (!WORD.test(text)) return false
  if (knownWords.size < MAX_WORDS) knownWords.add(text)
  return true
}

/** True for the word of a side. */
export function isTeam(text: string): boolean {
  return TEAM_WORDS.has(text)
}

/** True for the word of a class. */
export function isPlayerClass(text: string): boolean {
  return CLASS_WORDS.has(text)
}

function endsField({ bytes }: Texts, at: number, end: number): boolean {
  fieldEnd = at
  return at === end || bytes[at] === SEMICOLON
}

function readColumn(texts: Texts, start: number, end: number): string {
  const text = columnAt(texts, start, end)
  fieldEnd = columnEnd
  return text
}

function readText(texts: Texts, start: number, end: number): string | typeof INVALID {
  const text = readColumn(texts, start, end)
  if (fieldEnd - start > MAX_TEXT_BYTES) return INVALID
  // a NUL is never part of a name: the engine's strings end there, so the line is damaged
  return texts.hasNul && text.includes('\0') ? INVALID : text
}

const NONE: readonly string[] = []

function readGuids(texts: Texts, separators: string, start: number, end: number): readonly string[] | typeof INVALID {
  const text = readText(texts, start, end)
  return text === INVALID ? INVALID : idsOf(texts, separators, text)
}

/** The ids in a text, joined by the first of the separators that it holds; the same list for the same text. */
export function idsOf(texts: Texts, separators: string, text: string): readonly string[] {
  if (text === '') return NONE
  const lists = texts.lists.get(separators) ?? new Map<string, readonly string[]>()
  const known = lists.get(text)
  if (known !== undefined) return known
  const list = text.split([...separators].find((mark) => text.includes(mark)) ?? ',')
  texts.listed += list.length
  if (lists.size < MAX_LISTS) texts.lists.set(separators, lists.set(text, list))
  return list
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

/** Says what stands in a field, if that may be told, and what was expected. */
export function fieldReason(field: Field, column: number, text: string | undefined): string {
  const found = text === undefined ? 'what is not shown' : quoted(text)
  return `column ${column} (${field[0]}) holds ${found}, expected ${EXPECTED[field[1].kind] ?? 'a value'}`
}
