/**
 * The last line of a complete file: `# END rows=ENGAGEMENTS:12,PLAYER_TRACKS:30 adler32=123456789`, followed by a line
 * feed. Older readers skip it as a comment. It states the rows of each section with a header line in the file, and the
 * checksum of all bytes before it. A file with a trailer announces it in its header (`# trailer=1`), so that its loss
 * is noticed too.
 */

export const TRAILER_START = '# END '

/** The header key that announces a trailer, with the value 1. */
export const TRAILER_KEY = 'trailer'

export interface Trailer {
  readonly rows: readonly (readonly [section: string, rows: number])[]
  readonly adler32: number
}

// the largest prime below 2^16, and how many bytes fit before the sums leave 32 bits (RFC 1950)
const MODULUS = 65_521
const RUN = 5_552

/**
 * Adler-32 of the bytes from `start` to `end` (RFC 1950). Chosen because it needs no bit operators, which the Lua of a
 * game server may lack.
 */
export function adler32(bytes: Uint8Array, start: number, end: number): number {
  let low = 1
  let high = 0
  let at = start
  while (at < end) {
    const stop = Math.min(at + RUN, end)
    while (at < stop) {
      low += bytes[at] as number
      high += low
      at += 1
    }
    low %= MODULUS
    high %= MODULUS
  }
  return high * 65_536 + low
}

/** The trailer's line without its line feed. */
export function writeTrailer(trailer: Trailer): string {
  const rows = trailer.rows.map(([section, count]) => `${section}:${count}`)
  return `${TRAILER_START}rows=${rows.join(',')} adler32=${trailer.adler32}`
}

const COUNT = '(?:0|[1-9]\\d{0,8})'
const PAIR = `[A-Z][A-Z0-9_]*:${COUNT}`
const TRAILER = new RegExp(`^# END rows=((?:${PAIR}(?:,${PAIR})*)?) adler32=(0|[1-9]\\d{0,9})$`)

/** The trailer that a line holds, or undefined if it is none, is damaged or names a section twice. */
export function readTrailer(line: string): Trailer | undefined {
  const [, text, adler32] = TRAILER.exec(line) ?? []
  if (text === undefined || adler32 === undefined) return undefined
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split(':'))
  const rows = pairs.map(([section = '', count]) => [section, Number(count)] as const)
  if (new Set(rows.map(([section]) => section)).size < rows.length) return undefined
  return { rows, adler32: Number(adler32) }
}
