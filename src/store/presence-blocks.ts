import { CellSums, cellOf, xOf, yOf } from '../metrics/cell-sums.ts'
import type { CellColumns, PresenceColumns } from '../metrics/derived.ts'
import { PRESENCE_CELL_UNITS, PRESENCE_STEP_UNITS } from '../metrics/presence.ts'
import { type Bytes, LONGEST_NUMBER, putNumber, reserve, takeNumbers } from './byte-numbers.ts'

/** Edge of a block of two by two cells, units. */
export const BLOCK_UNITS = 2 * PRESENCE_CELL_UNITS

/** Cells of a block: west south, west north, east south, east north. */
export const QUARTERS = 4

/** Twice the blocks that a map can have in a row: two numbers of a block become one. */
const STRIDE = 1024
/** Numbers that {@link putBlocks} writes of a block. */
export const BLOCK_NUMBERS = 4

/** Somebody's cells in blocks. */
export interface Blocks {
  readonly cells: PresenceColumns
  /** The sums of the cells, by x, then by y. */
  readonly blocks: CellColumns
  /** For each block and quarter one more than the index of its cell; 0 where he was not. */
  readonly quarters: Int32Array
}

/** Puts the cells of one person in one round into blocks. */
export function blocksOf(cells: PresenceColumns): Blocks {
  const sums = new CellSums()
  // as many numbers a block as the sums have
  const found = new Int32Array(cells.length * QUARTERS)
  for (let i = 0; i < cells.length; i++) {
    const x = cells.cell_x[i] as number
    const y = cells.cell_y[i] as number
    const place = sums.placeOf(cellOf(x >> 1, y >> 1))
    found[place + (x & 1) * 2 + (y & 1)] = i + 1
    const { values } = sums
    values[place] = (values[place] as number) + (cells.time_ms[i] as number)
    values[place + 1] = (values[place + 1] as number) + (cells.move_x[i] as number)
    values[place + 2] = (values[place + 2] as number) + (cells.move_y[i] as number)
  }
  const order = sums.inOrder()
  const blocks = { ...roomFor(order.length), length: order.length }
  const quarters = new Int32Array(order.length * QUARTERS)
  const { values } = sums
  for (let i = 0; i < order.length; i++) {
    const block = order[i] as number
    const place = sums.placeOf(block)
    blocks.cell_x[i] = xOf(block)
    blocks.cell_y[i] = yOf(block)
    blocks.time_ms[i] = values[place] as number
    blocks.move_x[i] = values[place + 1] as number
    blocks.move_y[i] = values[place + 2] as number
    for (let q = 0; q < QUARTERS; q++) quarters[i * QUARTERS + q] = found[place + q] as number
  }
  return { cells, blocks, quarters }
}

/** Columns of blocks to read into. */
export function roomFor(length: number) {
  const column = () => new Float64Array(length)
  return {
    cell_units: BLOCK_UNITS,
    ...{ cell_x: column(), cell_y: column(), time_ms: column() },
    ...{ move_x: column(), move_y: column() },
  }
}

/** Writes the places of all blocks as steps from block to block, all times, and all ways by x and by y. */
export function putBlocks(bytes: Bytes, { length, cell_x, cell_y, time_ms, move_x, move_y }: CellColumns): void {
  reserve(bytes, length * BLOCK_NUMBERS * LONGEST_NUMBER)
  let before = 0
  for (let i = 0; i < length; i++) {
    const place = (cell_x[i] as number) * STRIDE + (cell_y[i] as number)
    putNumber(bytes, place - before)
    before = place
  }
  for (const time of time_ms) putNumber(bytes, time)
  for (const move of move_x) putNumber(bytes, move / PRESENCE_STEP_UNITS)
  for (const move of move_y) putNumber(bytes, move / PRESENCE_STEP_UNITS)
}

/** Reads so many blocks that {@link putBlocks} wrote into the begin of columns. */
export function takeBlocks(bytes: Bytes, into: Omit<CellColumns, 'length'>, length: number): void {
  const { cell_x, cell_y, time_ms, move_x, move_y } = into
  for (const column of [cell_y, time_ms, move_x, move_y]) takeNumbers(bytes, column, length)
  let place = 0
  for (let i = 0; i < length; i++) {
    place += cell_y[i] as number
    const x = Math.floor((place + STRIDE / 2) / STRIDE)
    cell_x[i] = x
    cell_y[i] = place - x * STRIDE
    move_x[i] = (move_x[i] as number) * PRESENCE_STEP_UNITS
    move_y[i] = (move_y[i] as number) * PRESENCE_STEP_UNITS
  }
}
