/**
 * Rows as text, with what the trailer says of them. Rows are joined into chunks as they come: a round has thousands of
 * them, and the collector walks every object that is kept.
 */

/** Adler-32 of some bytes (RFC 1950), in a form that can go on with the bytes that follow. */
export interface Checksum {
  low: number
  high: number
}

export interface TextBuffer {
  chunks: string[]
  /** Lines, or pieces of a line, after the last chunk. */
  open: string[]
  open_bytes: number
  /** Bytes of the chunks. */
  bytes: number
  rows: number
  readonly checksum: Checksum
}

type Eight = LuaMultiReturn<[number, number, number, number, number, number, number, number]>
const eightBytes = string.byte as unknown as (this: void, text: string, from: number, to: number) => Eight
const oneByte = string.byte as unknown as (this: void, text: string, at: number) => number

/** From this size on the open lines become a chunk: large enough to keep few, small enough to cost little at once. */
const CHUNK_BYTES = 4_096

// the largest prime below 2^16 (RFC 1950)
const MODULUS = 65_521
/** Bytes after which the sums are reduced: they stay whole numbers in every Lua. */
const RUN = 4_096

export function newBuffer(): TextBuffer {
  return { chunks: [], open: [], open_bytes: 0, bytes: 0, rows: 0, checksum: newChecksum() }
}

export function newChecksum(): Checksum {
  return { low: 1, high: 0 }
}

/** Adds one row, without its line feed. */
export function addLine(buffer: TextBuffer, line: string): void {
  buffer.open.push(line)
  buffer.open_bytes += line.length + 1
  buffer.rows += 1
  if (buffer.open_bytes >= CHUNK_BYTES) sealLines(buffer)
}

/** Makes a chunk of the open lines. */
export function sealLines(buffer: TextBuffer): void {
  if (buffer.open.length === 0) return
  const chunk = `${table.concat(buffer.open, '\n')}\n`
  buffer.open = []
  buffer.open_bytes = 0
  buffer.bytes += chunk.length
  buffer.chunks.push(chunk)
  sum(buffer.checksum, chunk)
}

/** Adds the bytes of a text to a checksum. */
export function sum(checksum: Checksum, text: string): void {
  let { low, high } = checksum
  const length = text.length
  let at = 1
  while (at <= length) {
    const stop = math.min(at + RUN, length + 1)
    while (at + 7 < stop) {
      const [a, b, c, d, e, f, g, h] = eightBytes(text, at, at + 7)
      high += 8 * low + 8 * a + 7 * b + 6 * c + 5 * d + 4 * e + 3 * f + 2 * g + h
      low += a + b + c + d + e + f + g + h
      at += 8
    }
    while (at < stop) {
      low += oneByte(text, at)
      high += low
      at += 1
    }
    low %= MODULUS
    high %= MODULUS
  }
  checksum.low = low
  checksum.high = high
}

/** Adds to a checksum that of `bytes` bytes which follow, as if it had gone on over them. */
export function joinSums(checksum: Checksum, next: Checksum, bytes: number): void {
  checksum.high = (checksum.high + next.high + (bytes % MODULUS) * (checksum.low + MODULUS - 1)) % MODULUS
  checksum.low = (checksum.low + next.low + MODULUS - 1) % MODULUS
}

/** The checksum as the trailer has it. */
export function checksumNumber({ low, high }: Checksum): number {
  return high * 65_536 + low
}
