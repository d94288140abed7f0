import { emptyBytes, LONGEST_NUMBER, putNumber, reserve, takeNumber, written } from './byte-numbers.ts'

/**
 * Rows of whole numbers as bytes: each number is the difference to the one above it, so that what changes little costs
 * one byte. The SQL function proximity_numbers reads the same bytes.
 */
export function packRows(rows: readonly (readonly number[])[], width: number): Uint8Array {
  const bytes = emptyBytes(rows.length * width * 2)
  const above = new Array<number>(width).fill(0)
  for (const row of rows) {
    reserve(bytes, width * LONGEST_NUMBER)
    for (let i = 0; i < width; i++) {
      const value = row[i] as number
      putNumber(bytes, value - (above[i] as number))
      above[i] = value
    }
  }
  return written(bytes)
}

/** The rows that {@link packRows} made these bytes of. */
export function unpackRows(data: Uint8Array, width: number): number[][] {
  const bytes = { data, at: 0 }
  const rows: number[][] = []
  let above = new Array<number>(width).fill(0)
  while (bytes.at < data.length) {
    const row = above.map((value) => value + takeNumber(bytes))
    rows.push(row)
    above = row
  }
  return rows
}
