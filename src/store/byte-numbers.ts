/** Bytes that are being written or read. */
export interface Bytes {
  data: Uint8Array
  at: number
}

/** Empty bytes with room for about `capacity`; they grow. */
export function emptyBytes(capacity: number): Bytes {
  return { data: new Uint8Array(Math.max(capacity, 64)), at: 0 }
}

/** Makes sure that `needed` more bytes fit. */
export function reserve(bytes: Bytes, needed: number): void {
  if (bytes.data.length - bytes.at >= needed) return
  const larger = new Uint8Array(bytes.data.length * 2 + needed)
  larger.set(bytes.data)
  bytes.data = larger
}

/** What has been written. */
export function written({ data, at }: Bytes): Uint8Array {
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

/** Reads a number that {@link putNumber} wrote. Throws a RangeError if the bytes end inside it. */
export function takeNumber(bytes: Bytes): number {
  let value = 0
  let factor = 1
  for (;;) {
    const byte = bytes.data[bytes.at++]
    if (byte === undefined) throw new RangeError('the stored bytes end inside a number')
    value += (byte % 128) * factor
    if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    factor *= 128
  }
}
