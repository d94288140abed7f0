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
 * Writes what of its blocks is in which cell: of each block which quarters somebody was in (bit by bit); then all times
 * and all ways by x and by y, but of each block without the last quarter, which has the rest.
 */
export function putQuarters(bytes: Bytes, { cells, blocks, quarters }: Blocks): void {
  reserve(bytes, numbersOf(blocks.length, cells.length) * LONGEST_NUMBER)
  for (let i = 0; i < blocks.length; i++) {
    let which = 0
    for (let q = 0; q < QUARTERS; q++) if (quarters[i * QUARTERS + q] !== 0) which |= 1 << q
    putNumber(bytes, which)
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
  let last = 0
  for (let i = 0; i < quarters.length; i++) {
    if (i % QUARTERS === 0) last = 0
    const found = quarters[i] as number
    if (found === 0) continue
    if (last !== 0) putNumber(bytes, (column[last - 1] as number) / step)
    last = found
  }
}

/** Columns to read cells into, and what is read on the way. */
export interface CellRoom extends Omit<CellColumns, 'length'> {
  readonly which: Float64Array
  readonly read: Float64Array
}

/** Room for the cells of so many blocks. */
export function cellRoom(blocks: number): CellRoom {
  const column = () => new Float64Array(blocks * QUARTERS)
  return {
    cell_units: PRESENCE_CELL_UNITS,
    ...{ which: column(), read: column(), cell_x: column(), cell_y: column() },
    ...{ time_ms: column(), move_x: column(), move_y: column() },
  }
}

/** Reads the cells of blocks that {@link putQuarters} wrote; gives how many. */
export function takeQuarters(bytes: Bytes, blocks: CellColumns, into: CellRoom): number {
  const { which, cell_x, cell_y } = into
  takeNumbers(bytes, which, blocks.length)
  let length = 0
  for (let i = 0; i < blocks.length; i++) {
    for (let q = 0; q < QUARTERS; q++) {
      if (((which[i] as number) & (1 << q)) === 0) continue
      cell_x[length] = (blocks.cell_x[i] as number) * 2 + (q >> 1)
      cell_y[length] = (blocks.cell_y[i] as number) * 2 + (q & 1)
      length += 1
    }
  }
  for (const [name, step] of SUMS) {
    takeNumbers(bytes, into.read, length - blocks.length)
    share(blocks[name], into, into[name], blocks.length, step)
  }
  return length
}

/** Gives each quarter what was read for it, and the last one of a block the rest. */
function share(sums: Float64Array, { which, read }: CellRoom, into: Float64Array, blocks: number, step: number): void {
  let [from, to] = [0, 0]
  for (let i = 0; i < blocks; i++) {
    let rest = sums[i] as number
    const quarters = which[i] as number
    // bit by bit, but for one
    for (let left = quarters & (quarters - 1); left !== 0; left &= left - 1) {
      const value = (read[from++] as number) * step
      into[to++] = value
      rest -= value
    }
    into[to++] = rest
  }
}
