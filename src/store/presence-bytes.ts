import type { PresenceCell } from '../metrics/derived.ts'
import { type Bytes, takeNumber } from './byte-numbers.ts'
import { packRows } from './packed-rows.ts'

const WIDTH = 6

/** Stands for a person in the rows that are about all people of a side. */
export const EVERYBODY = 0

/** The cells of one person, side and class as {@link packRows} writes them. */
export function presenceBytes(cells: readonly PresenceCell[]): Uint8Array {
  const rows = cells.map(({ cell_x, cell_y, time_ms, move_x, move_y, height }) => [
    ...[cell_x, cell_y, time_ms],
    ...[move_x, move_y, height],
  ])
  return packRows(rows, WIDTH)
}

/** Calls back for each cell that {@link presenceBytes} wrote: a map is made of hundreds of thousands of them. */
export function eachPresence(
  data: Uint8Array,
  cell: (x: number, y: number, time_ms: number, move_x: number, move_y: number, height: number) => void,
): void {
  const bytes: Bytes = { data, at: 0 }
  let [x, y, time_ms, move_x, move_y, height] = [0, 0, 0, 0, 0, 0]
  while (bytes.at < data.length) {
    x += takeNumber(bytes)
    y += takeNumber(bytes)
    time_ms += takeNumber(bytes)
    move_x += takeNumber(bytes)
    move_y += takeNumber(bytes)
    height += takeNumber(bytes)
    cell(x, y, time_ms, move_x, move_y, height)
  }
}
