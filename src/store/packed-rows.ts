import { emptyBytes, LONGEST_NUMBER, putNumber, reserve, takeNumber, written } from './byte-numbers.ts'

/**
 * Rows of whole numbers as bytes: each number is the difference to the one above it, so that what changes little costs
 * one byte. The SQL function proximity_numbers reads the same bytes.
 *
 * @param numbers row after row, `width` each
 */
export function packRows(numbers: readonly number[], width: number): Uint8Array {
  const bytes = emptyBytes(numbers.length * 2)
  for (let i = 0; i < numbers.length; i++) {
    reserve(bytes, LONGEST_NUMBER)
    putNumber(bytes, (numbers[i] as number) - (i < width ? 0 : (numbers[i - width] as number)))
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
