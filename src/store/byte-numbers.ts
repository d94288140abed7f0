/** Bytes that are being written or read. */
export interface Bytes {
  data: Uint8Array
  at: number
}

/** More than most writers need, and less than anybody minds to keep. */
const KEPT_BYTES = 256 * 1024

// a round is written in a thousand pieces: their room is used again
let spare: Uint8Array | undefined = new Uint8Array(KEPT_BYTES)

/** Empty bytes with room for about `capacity`; they grow. */
export function emptyBytes(capacity: number): Bytes {
  const data = spare !== undefined && capacity <= spare.length ? spare : new Uint8Array(Math.max(capacity, KEPT_BYTES))
  if (data === spare) spare = undefined
  return { data, at: 0 }
}

/** Makes sure that `needed` more bytes fit. */
export function reserve(bytes: Bytes, needed: number): void {
  if (bytes.data.length - bytes.at >= needed) return
  const larger = new Uint8Array(bytes.data.length * 2 + needed)
  larger.set(bytes.data)
  bytes.data = larger
}

/** What has been written; nothing more can be. */
export function written({ data, at }: Bytes): Uint8Array {
  if (data.length === KEPT_BYTES) spare = data
  return data.slice(0, at)
}

/** Bytes that one number takes at most. */
export const LONGEST_NUMBER = 8

/**
 * Writes a whole number: seven bits a byte, the lowest first, bit 7 set on all but the last; 2n for n >= 0, -2n - 1
 * below. Room must have been reserved.
 */
export function putNumber(bytes: Bytes, value: number): void {
  // arithmetic instead of bit operators: a time step can need 33 bits
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  while (rest >= 128) {
    bytes.data[bytes.at++] = (rest % 128) + 128
    rest = Math.floor(rest / 128)
  }
  bytes.data[bytes.at++] = rest
}

/** Up to here whole numbers fit into the 31 bits for which bit operators are fast. */
const SHORT_BITS = 28

/** Reads a number that {@link putNumber} wrote. Throws a RangeError if the bytes end inside it. */
export function takeNumber(bytes: Bytes): number {
  const { data } = bytes
  let value = 0
  for (let bits = 0; bits < SHORT_BITS; bits += 7) {
    const byte = nextByte(data, bytes)
    value |= (byte & 127) << bits
    if (byte < 128) return value & 1 ? -((value + 1) >> 1) : value >> 1
  }
  for (let factor = 2 ** SHORT_BITS; ; factor *= 128) {
    const byte = nextByte(data, bytes)
    value += (byte % 128) * factor
    if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
}

/** Reads so many numbers into the begin of an array. As {@link takeNumber}, but for the many: most take one or two bytes. */
export function takeNumbers(bytes: Bytes, into: Float64Array, count: number): void {
  const { data } = bytes
  let { at } = bytes
  for (let i = 0; i < count; i++) {
    let value = data[at] as number
    if (value < 128) at += 1
    else {
      const second = data[at + 1] as number
      if (second < 128) {
        value += (second - 1) << 7
        at += 2
      } else {
        // also where the bytes end
        bytes.at = at
        into[i] = takeNumber(bytes)
        at = bytes.at
        continue
      }
    }
    into[i] = value & 1 ? -((value + 1) >> 1) : value >> 1
  }
  bytes.at = at
}

/** Passes by so many numbers. */
export function skipNumbers(bytes: Bytes, count: number): void {
  const { data } = bytes
  let left = count
  while (left > 0) if (nextByte(data, bytes) < 128) left -= 1
}

function nextByte(data: Uint8Array, bytes: Bytes): number {
  const byte = data[bytes.at++]
  if (byte === undefined) throw new RangeError('the stored bytes end inside a number')
  return byte
}
