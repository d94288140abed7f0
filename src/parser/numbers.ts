import { INTEGER_LIMIT } from '../format/codec.ts'

const MINUS = 45
const DOT = 46
const ZERO = 48

/** Where the number that {@link scanNumber} read last ended. */
export let scanned = 0

// exact divisors: a mantissa below 2^53 divided by a power of ten up to 10^22 is the nearest double of the decimal text
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14]
const MAX_DIGITS = 15
// a number of so many digits fits into 32 bits
const SHORT_DIGITS = 9

/**
 * Reads `-?digits[.digits]` from `start`, up to the first byte that does not belong to it, which {@link scanned} then
 * tells. NaN if no number stands there. No sign `+`, no exponent, no hexadecimal, no `inf` or `nan`: the file has none.
 */
export function scanNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  const negative = bytes[at] === MINUS
  if (negative) at += 1
  const first = at
  let mantissa = 0
  while (at < end) {
    const digit = (bytes[at] as number) - ZERO
    if (digit >>> 0 > 9) break
    mantissa = (Math.imul(mantissa, 10) + digit) | 0
    at += 1
  }
  let digits = at - first
  let places = 0
  if (digits > 0 && at < end && bytes[at] === DOT) {
    const point = ++at
    while (at < end) {
      const digit = (bytes[at] as number) - ZERO
      if (digit >>> 0 > 9) break
      mantissa = (Math.imul(mantissa, 10) + digit) | 0
      at += 1
    }
    places = at - point
    digits = places === 0 ? 0 : digits + places
  }
  scanned = at
  if (digits === 0 || digits > MAX_DIGITS) return Number.NaN
  const whole = digits > SHORT_DIGITS ? longMantissa(bytes, first, at) : mantissa
  const value = places === 0 ? whole : whole / (POWERS[places] as number)
  // no zero is negative
  return negative ? 0 - value : value
}

/** The digits between two places as one number, without regard to the point. */
function longMantissa(bytes: Uint8Array, start: number, end: number): number {
  let mantissa = 0
  for (let i = start; i < end; i++) if (bytes[i] !== DOT) mantissa = mantissa * 10 + ((bytes[i] as number) - ZERO)
  return mantissa
}

/** True for a whole number within 32 bits; `450.0` is one too. */
export function isWhole(value: number): boolean {
  return Number.isInteger(value) && value <= INTEGER_LIMIT && value >= -INTEGER_LIMIT
}

/** The whole number that fills the text from `start` to `end`, or NaN. */
export function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  const value = scanNumber(bytes, start, end)
  return scanned === end && isWhole(value) ? value : Number.NaN
}
