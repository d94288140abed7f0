/**
 * Rows as text, with what the trailer says of them. Rows are joined into chunks as they come: a round has thousands of
 * them, and the collector walks every object that is kept.
 */
import { dequeue, enqueue, firstOf, lengthOf, newQueue } from './queue.ts'

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
  /** Of the chunks before `summed`, and of the bytes of that one before `summed_bytes`. */
  readonly checksum: Checksum
  summed: number
  summed_bytes: number
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
  return { chunks: [], open: [], open_bytes: 0, bytes: 0, rows: 0, checksum: newChecksum(), summed: 0, summed_bytes: 0 }
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
  unsummed.bytes += chunk.length
  enqueue(unsummed.buffers, buffer)
}

/**
 * Buffers whose next chunk no checksum has yet, once for each chunk: the row of a long life has more bytes than a frame
 * should sum.
 */
const unsummed = { buffers: newQueue<TextBuffer>(), bytes: 0 }
/** Bytes summed in a frame, and of those that wait one in so many. */
const SUM_BYTES = 256
const SUM_SHARE = 64

/** Forgets what waits: its round is over. */
export function dropSums(): void {
  unsummed.buffers = newQueue()
  unsummed.bytes = 0
}

/** Sums some of the bytes that wait, at least `least` if there are so many. Called once a frame; true if more are left. */
export function runSums(least = SUM_BYTES): boolean {
  let left = math.max(least, math.floor(unsummed.bytes / SUM_SHARE))
  while (left > 0) {
    const buffer = firstOf(unsummed.buffers)
    if (buffer === undefined) return false
    left -= sumPart(buffer, buffer.chunks[buffer.summed] as string, left)
    if (buffer.summed_bytes === 0) dequeue(unsummed.buffers)
  }
  return lengthOf(unsummed.buffers) > 0
}

/** Sums up to `most` bytes of the next chunk; gives how many. */
function sumPart(buffer: TextBuffer, chunk: string, most: number): number {
  const from = buffer.summed_bytes
  const count = math.min(most, chunk.length - from)
  sum(buffer.checksum, chunk, from, from + count)
  unsummed.bytes -= count
  buffer.summed_bytes = from + count
  if (buffer.summed_bytes === chunk.length) {
    buffer.summed += 1
    buffer.summed_bytes = 0
  }
  return count
}

/** Adds the bytes of a text to a checksum, from the one at `from` to the one before `to`, counted from 0. */
export function sum(checksum: Checksum, text: string, from = 0, to = text.length): void {
  let { low, high } = checksum
  let at = from + 1
  while (at <= to) {
    const stop = math.min(at + RUN, to + 1)
    while (at + 7 < stop) {
      const [a, b, c, d, e, f, g, h] = eightBytes(text, at, at + 7)
      low += a
      high += low
      low += b
      high += low
      low += c
      high += low
      low += d
      high += low
      low += e
      high += low
      low += f
      high += low
      low += g
      high += low
      low += h
      high += low
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
