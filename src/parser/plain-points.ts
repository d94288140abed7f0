import { PATH_FIELDS } from '../format/points.ts'

const MINUS = 45
const ZERO = 48
// as digits are counted, from `0` on
const COMMA = 44 - ZERO
const DOT = 46 - ZERO

/** What the decimals of {@link readPlainPoint} are counted in. */
export const TENTHS = 10
// so that a number in tenths fits into 32 bits; 27 hours in ms
const MAX_DIGITS = 8

// by the number's place in the point; the fields of a position begin those of a path
const DECIMAL = Uint8Array.from(PATH_FIELDS, ({ places }) => places)
const scaled = (limit: number, places: number) => (places === 0 ? limit : limit * TENTHS)
const MOST = Float64Array.from(PATH_FIELDS, ({ most, places }) => scaled(most, places))
const LEAST = Float64Array.from(PATH_FIELDS, ({ least, places }) => scaled(least, places))

/**
 * Reads the numbers of a point that is spelled as trackers spell it: whole numbers, and decimals with one place. They
 * go into `values`, decimals as {@link TENTHS}. Gives the place behind the last comma, or 0 for any other point, valid
 * or not. Behind the point a byte must follow that belongs to no number.
 *
 * Nearly all bytes of a file pass here, so numbers stay 32-bit integers and nothing is made per number.
 */
export function readPlainPoint(bytes: Uint8Array, start: number, numbers: number, values: Float64Array): number {
  let at = start
  for (let i = 0; i < numbers; i++) {
    const negative = bytes[at] === MINUS
    if (negative) at += 1
    const first = at
    let size = (bytes[at] as number) - ZERO
    if (size >>> 0 > 9) return 0
    let digit = (bytes[++at] as number) - ZERO
    while (digit >>> 0 <= 9) {
      size = (Math.imul(size, 10) + digit) | 0
      digit = (bytes[++at] as number) - ZERO
    }
    if (at - first > MAX_DIGITS) return 0
    if (DECIMAL[i] === 1) {
      if (digit !== DOT) return 0
      digit = (bytes[++at] as number) - ZERO
      if (digit >>> 0 > 9) return 0
      size = (Math.imul(size, 10) + digit) | 0
      digit = (bytes[++at] as number) - ZERO
    }
    const value = negative ? 0 - size : size
    if (digit !== COMMA || value > (MOST[i] as number) || value < (LEAST[i] as number)) return 0
    values[i] = value
    at += 1
  }
  return at
}
