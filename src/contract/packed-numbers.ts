import { fromBase64, toBase64 } from './base64.ts'

/** Bytes that one number takes at most. */
const LONGEST = 8

interface Bytes {
  data: Uint8Array
  at: number
}

/**
 * Columns of whole numbers in few letters: row by row, flags that say which columns go on otherwise than they did last,
 * then for each of these the change of its step. What goes on as before takes nothing. A number is seven bits a byte, the
 * lowest first, bit 7 set on all but the last; 2n for n >= 0, -2n - 1 below. Flags are a number too.
 */
export function packNumbers(columns: readonly ArrayLike<number>[]): string {
  const rows = columns[0]?.length ?? 0
  const width = columns.length
  const bytes: Bytes = { data: new Uint8Array(64 + rows * width), at: 0 }
  const last = new Float64Array(width)
  const step = new Float64Array(width)
  const change = new Float64Array(width)
  for (let row = 0; row < rows; row++) {
    reserve(bytes, (width + 1) * LONGEST)
    let flags = 0
    for (let i = 0; i < width; i++) {
      const value = columns[i]?.[row] as number
      const next = value - (last[i] as number)
      change[i] = next - (step[i] as number)
      if (change[i] !== 0) flags += 2 ** i
      step[i] = next
      last[i] = value
    }
    putNumber(bytes, flags)
    for (let i = 0; i < width; i++) if (change[i] !== 0) putNumber(bytes, change[i] as number)
  }
  return toBase64(bytes.data.subarray(0, bytes.at))
}

/** The columns that {@link packNumbers} made this text of. Throws a RangeError if it ends inside a row. */
export function unpackNumbers(
  text: string,
  width: number,
): { readonly length: number; readonly columns: readonly Float64Array[] } {
  const bytes: Bytes = { data: fromBase64(text), at: 0 }
  // a row takes a byte at least
  const columns = Array.from({ length: width }, () => new Float64Array(bytes.data.length))
  const last = new Float64Array(width)
  const step = new Float64Array(width)
  let length = 0
  while (bytes.at < bytes.data.length) {
    let flags = takeNumber(bytes)
    for (let i = 0; i < width; i++) {
      if (flags % 2 === 1) step[i] = (step[i] as number) + takeNumber(bytes)
      flags = Math.floor(flags / 2)
      last[i] = (last[i] as number) + (step[i] as number)
      ;(columns[i] as Float64Array)[length] = last[i] as number
    }
    length += 1
  }
  return { length, columns: columns.map((column) => column.subarray(0, length)) }
}

function reserve(bytes: Bytes, needed: number): void {
  if (bytes.data.length - bytes.at >= needed) return
  const larger = new Uint8Array(bytes.data.length * 2 + needed)
  larger.set(bytes.data)
  bytes.data = larger
}

// arithmetic instead of bit operators: a number can need more than 32 bits
function putNumber(bytes: Bytes, value: number): void {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  while (rest >= 128) {
    bytes.data[bytes.at++] = (rest % 128) + 128
    rest = Math.floor(rest / 128)
  }
  bytes.data[bytes.at++] = rest
}

function takeNumber(bytes: Bytes): number {
  let value = 0
  let factor = 1
  for (;;) {
    const byte = bytes.data[bytes.at++]
    if (byte === undefined) throw new RangeError('the packed numbers end inside a row')
    value += (byte % 128) * factor
    if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    factor *= 128
  }
}
