import { COORDINATE_LIMIT, type PlayerClass, type Team } from '../format/codec.ts'
import { idsOf, isPlayerClass, isTeam, isWord } from './fields.ts'
import { MAX_TEXT_BYTES } from './limits.ts'
import { columnAt, columnEnd, type Texts } from './text.ts'

const MINUS = 45
const DOT = 46
const ZERO = 48
const ONE = 49
const SEMICOLON = 59
// a number of so many digits fits into 32 bits
const MAX_DIGITS = 9
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]

/**
 * Where the next column of a line begins. `plain` becomes false at a column that does not hold what it should, or that
 * is missing, and at one that is spelled as no tracker spells it: such a line is read again, field by field.
 */
export interface Cursor {
  readonly texts: Texts
  readonly bytes: Uint8Array
  at: number
  end: number
  plain: boolean
}

/** A cursor for the lines of a file. */
export function cursorOf(texts: Texts): Cursor {
  return { texts, bytes: texts.bytes, at: 0, end: 0, plain: true }
}

/** A whole number of up to nine digits. */
export function int(cursor: Cursor): number {
  const { bytes, end } = cursor
  let at = cursor.at
  const negative = bytes[at] === MINUS
  if (negative) at += 1
  const first = at
  let size = 0
  while (at < end) {
    const digit = (bytes[at] as number) - ZERO
    if (digit >>> 0 > 9) break
    size = (Math.imul(size, 10) + digit) | 0
    at += 1
  }
  if ((at - first - 1) >>> 0 >= MAX_DIGITS) cursor.plain = false
  endColumn(cursor, at)
  return negative ? 0 - size : size
}

/** A number of up to nine digits, with a point or without. */
export function decimal(cursor: Cursor): number {
  const { bytes, end } = cursor
  let at = cursor.at
  const negative = bytes[at] === MINUS
  if (negative) at += 1
  const first = at
  let size = 0
  while (at < end) {
    const digit = (bytes[at] as number) - ZERO
    if (digit >>> 0 > 9) break
    size = (Math.imul(size, 10) + digit) | 0
    at += 1
  }
  let digits = at - first
  if (digits === 0) cursor.plain = false
  let places = 0
  if (at < end && bytes[at] === DOT) {
    const point = ++at
    while (at < end) {
      const digit = (bytes[at] as number) - ZERO
      if (digit >>> 0 > 9) break
      size = (Math.imul(size, 10) + digit) | 0
      at += 1
    }
    places = at - point
    digits += places
    if (places === 0) cursor.plain = false
  }
  if (digits > MAX_DIGITS) cursor.plain = false
  endColumn(cursor, at)
  const value = places === 0 ? size : size / (POWERS[places] as number)
  return negative ? 0 - value : value
}

/** A number within the world. */
export function coordinate(cursor: Cursor): number {
  const value = decimal(cursor)
  if (value > COORDINATE_LIMIT || value < -COORDINATE_LIMIT) cursor.plain = false
  return value
}

/** A text, or an id. */
export function text(cursor: Cursor): string {
  const { texts, at, end } = cursor
  if (at > end) {
    cursor.plain = false
    return ''
  }
  const found = columnAt(texts, at, end)
  // which of the texts holds a NUL is told field by field
  if (columnEnd - at > MAX_TEXT_BYTES || texts.hasNul) cursor.plain = false
  cursor.at = columnEnd + 1
  return found
}

/** A letter with letters, digits and `_` behind it. */
export function word(cursor: Cursor): string {
  const found = text(cursor)
  if (!isWord(found)) cursor.plain = false
  return found
}

/** The word of a side. */
export function team(cursor: Cursor): Team {
  const found = text(cursor)
  if (!isTeam(found)) cursor.plain = false
  return found as Team
}

/** The word of a class. */
export function playerClass(cursor: Cursor): PlayerClass {
  const found = text(cursor)
  if (!isPlayerClass(found)) cursor.plain = false
  return found as PlayerClass
}

/** 0 or 1. */
export function flag(cursor: Cursor): boolean {
  const byte = cursor.at < cursor.end ? cursor.bytes[cursor.at] : 0
  if (byte !== ONE && byte !== ZERO) cursor.plain = false
  endColumn(cursor, cursor.at + 1)
  return byte === ONE
}

/** A list of ids, joined by the first of the separators that is found. */
export function guids(cursor: Cursor, separators: string): readonly string[] {
  const found = text(cursor)
  return cursor.plain ? idsOf(cursor.texts, separators, found) : []
}

/** True if the column is empty; then the cursor steps over it. */
function isEmpty(cursor: Cursor): boolean {
  const { bytes, at, end } = cursor
  if (at !== end && !(at < end && bytes[at] === SEMICOLON)) return false
  cursor.at = at + 1
  return true
}

/** {@link int}, or null for an empty column. */
export function optionalInt(cursor: Cursor): number | null {
  return isEmpty(cursor) ? null : int(cursor)
}

/** {@link decimal}, or null for an empty column. */
export function optionalDecimal(cursor: Cursor): number | null {
  return isEmpty(cursor) ? null : decimal(cursor)
}

/** {@link coordinate}, or null for an empty column. */
export function optionalCoordinate(cursor: Cursor): number | null {
  return isEmpty(cursor) ? null : coordinate(cursor)
}

/** {@link text}, or null for an empty column. */
export function optionalText(cursor: Cursor): string | null {
  return isEmpty(cursor) ? null : text(cursor)
}

/** {@link word}, or null for an empty column. */
export function optionalWord(cursor: Cursor): string | null {
  return isEmpty(cursor) ? null : word(cursor)
}

/** {@link team}, or null for an empty column. */
export function optionalTeam(cursor: Cursor): Team | null {
  return isEmpty(cursor) ? null : team(cursor)
}

/** {@link playerClass}, or null for an empty column. */
export function optionalPlayerClass(cursor: Cursor): PlayerClass | null {
  return isEmpty(cursor) ? null : playerClass(cursor)
}

/** Steps over the separator behind a column that ends at `at`. */
function endColumn(cursor: Cursor, at: number): void {
  if (at !== cursor.end && !(at < cursor.end && cursor.bytes[at] === SEMICOLON)) cursor.plain = false
  cursor.at = at + 1
}
