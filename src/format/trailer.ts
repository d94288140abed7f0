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
  const rows: string[] = []
  for (let i = 0; i < trailer.rows.length; i++) {
    const pair = trailer.rows[i] as readonly [string, number]
    rows.push(`${pair[0]}:${pair[1]}`)
  }
  return `${TRAILER_START}rows=${rows.join(',')} adler32=${trailer.adler32}`
}
