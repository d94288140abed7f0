import type { CellColumns } from '../metrics/derived.ts'
import { PRESENCE_CELL_UNITS, PRESENCE_STEP_UNITS } from '../metrics/presence.ts'
import { type Bytes, LONGEST_NUMBER, putNumber, reserve, takeNumbers } from './byte-numbers.ts'
import { type Blocks, QUARTERS } from './presence-blocks.ts'

/** What the cells of a block add up to, and in steps of how much it is told. */
const SUMS = [
  ['time_ms', 1],
  ['move_x', PRESENCE_STEP_UNITS],
  ['move_y', PRESENCE_STEP_UNITS],
] as const

/**
 * Writes what of its blocks is in which cell: a byte for each block, with a bit for each quarter that he was in; then all
 * times and all ways by x and by y, but of each block without the last quarter, which has the rest.
 */
export function putQuarters(bytes: Bytes, { cells, blocks, quarters }: Blocks): void {
  reserve(bytes, numbersOf(blocks.length, cells.length) * LONGEST_NUMBER)
  for (let i = 0; i < blocks.length; i++) {
    let which = 0
    for (let q = 0; q < QUARTERS; q++) if (quarters[i * QUARTERS + q] !== 0) which |= 1 << q
    bytes.data[bytes.at++] = which
  }
  for (const [name, step] of SUMS) putAllButLast(bytes, quarters, cells[name], step)
}

/** Writes the heights of all cells as steps from cell to cell. */
export function putHeights(bytes: Bytes, { cells, quarters }: Blocks): void {
  reserve(bytes, cells.length * LONGEST_NUMBER)
  let below = 0
  for (const found of quarters) {
    if (found === 0) continue
    const steps = (cells.height[found - 1] as number) / PRESENCE_STEP_UNITS
    putNumber(bytes, steps - below)
    below = steps
  }
}

/** Reads the heights of so many cells, units. */
export function takeHeights(bytes: Bytes, length: number): Float64Array {
  const heights = new Float64Array(length)
  takeNumbers(bytes, heights, length)
  let steps = 0
  for (let i = 0; i < length; i++) {
    steps += heights[i] as number
    heights[i] = steps * PRESENCE_STEP_UNITS
  }
  return heights
}

/** How many numbers {@link putQuarters} writes. */
export function numbersOf(blocks: number, cells: number): number {
  return blocks + SUMS.length * (cells - blocks)
}

function putAllButLast(bytes: Bytes, quarters: Int32Array, column: Float64Array, step: number): void {
  for (let block = 0; block < quarters.length; block += QUARTERS) {
    let last = 0
    for (let q = block; q < block + QUARTERS; q++) {
      const found = quarters[q] as number
      if (found === 0) continue
      if (last !== 0) putNumber(bytes, (column[last - 1] as number) / step)
      last = found
    }
  }
}

/** Columns to read cells into, and what is read on the way. */
export interface CellRoom extends Omit<CellColumns, 'length'> {
  readonly times: Float64Array
  readonly ways_x: Float64Array
  readonly ways_y: Float64Array
}

/** Room for the cells of so many blocks. */
export function cellRoom(blocks: number): CellRoom {
  const column = () => new Float64Array(blocks * QUARTERS)
  return {
    cell_units: PRESENCE_CELL_UNITS,
    ...{ cell_x: column(), cell_y: column(), time_ms: column(), move_x: column(), move_y: column() },
    ...{ times: column(), ways_x: column(), ways_y: column() },
  }
}

// for each byte of a block: how many quarters he was in, and which, in four places
const COUNTS = Uint8Array.from({ length: 1 << QUARTERS }, (_, which) => quartersOf(which).length)
const LISTS = Uint8Array.from(
  Array.from({ length: 1 << QUARTERS }, (_, which) => [...quartersOf(which), 0, 0, 0, 0].slice(0, QUARTERS)).flat(),
)

function quartersOf(which: number): number[] {
  return Array.from({ length: QUARTERS }, (_, q) => q).filter((q) => which & (1 << q))
}

/** Reads the cells of blocks that {@link putQuarters} wrote; gives how many. */
export function takeQuarters(bytes: Bytes, blocks: CellColumns, into: CellRoom): number {
  const { data, at } = bytes
  const { cell_x, cell_y, time_ms, move_x, move_y, times, ways_x, ways_y } = into
  bytes.at += blocks.length
  let told = 0
  for (let i = 0; i < blocks.length; i++) told += (COUNTS[data[at + i] as number] as number) - 1
  for (const column of [times, ways_x, ways_y]) takeNumbers(bytes, column, told)
  let length = 0
  told = 0
  for (let i = 0; i < blocks.length; i++) {
    const which = data[at + i] as number
    const count = COUNTS[which] as number
    let time = blocks.time_ms[i] as number
    let [way_x, way_y] = [blocks.move_x[i] as number, blocks.move_y[i] as number]
    for (let nth = 0; nth < count; nth++, length++) {
      const quarter = LISTS[which * QUARTERS + nth] as number
      cell_x[length] = (blocks.cell_x[i] as number) * 2 + (quarter >> 1)
      cell_y[length] = (blocks.cell_y[i] as number) * 2 + (quarter & 1)
      if (nth === count - 1) break
      const [its_time, its_x, its_y] = [times[told] as number, ways_x[told] as number, ways_y[told] as number]
      told += 1
      time_ms[length] = its_time
      move_x[length] = its_x * PRESENCE_STEP_UNITS
      move_y[length] = its_y * PRESENCE_STEP_UNITS
      time -= its_time
      way_x -= its_x * PRESENCE_STEP_UNITS
      way_y -= its_y * PRESENCE_STEP_UNITS
    }
    // the last one has the rest
    time_ms[length] = time
    move_x[length] = way_x
    move_y[length] = way_y
    length += 1
  }
  return length
}
