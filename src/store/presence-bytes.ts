import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { PresenceColumns, PresenceRow } from '../metrics/derived.ts'
import { PRESENCE_STEP_UNITS } from '../metrics/presence.ts'
import {
  type Bytes,
  emptyBytes,
  LONGEST_NUMBER,
  putNumber,
  reserve,
  skipNumbers,
  takeNumber,
  takeNumbers,
  written,
} from './byte-numbers.ts'

/** Twice the cells that a map can have in a row: two numbers of a cell become one. */
const STRIDE = 2048
const CELL_NUMBERS = 5
const HEAD_NUMBERS = 4

// a round of a dozen players in one piece: the library's own pieces would have to be joined
const PIECE_BYTES = 64 * 1024

/** More than most people walk through in a round. */
const FIRST_CELLS = 512

/** Whose cells are read: numbers count the round's people, TEAMS and PLAYER_CLASSES. */
export type WhosePresence = (player: number, team: number, player_class: number) => boolean

/**
 * For each row: person, side, class and how many cells; then the places of all cells as steps from cell to cell, all
 * times, all ways by x and by y, and all heights as steps. Compressed: people walk the same ways at the same rhythm.
 */
export function presenceBytes(rows: readonly PresenceRow[]): Uint8Array {
  const bytes = emptyBytes(rows.reduce((sum, { cells }) => sum + cells.length * 7, 0))
  for (const { player, team, player_class, cells } of rows) {
    reserve(bytes, (HEAD_NUMBERS + cells.length * CELL_NUMBERS) * LONGEST_NUMBER)
    putNumber(bytes, player)
    putNumber(bytes, TEAMS.indexOf(team))
    putNumber(bytes, PLAYER_CLASSES.indexOf(player_class))
    putNumber(bytes, cells.length)
    let before = 0
    for (let i = 0; i < cells.length; i++) {
      const place = (cells.cell_x[i] as number) * STRIDE + (cells.cell_y[i] as number)
      putNumber(bytes, place - before)
      before = place
    }
    for (const time_ms of cells.time_ms) putNumber(bytes, time_ms)
    for (const move_x of cells.move_x) putNumber(bytes, move_x / PRESENCE_STEP_UNITS)
    for (const move_y of cells.move_y) putNumber(bytes, move_y / PRESENCE_STEP_UNITS)
    let below = 0
    for (const height of cells.height) {
      const steps = height / PRESENCE_STEP_UNITS
      putNumber(bytes, steps - below)
      below = steps
    }
  }
  return zstdCompressSync(written(bytes))
}

/**
 * Calls back with the cells of each row that {@link presenceBytes} wrote, of those who are asked for. The columns are
 * used again for the next row.
 */
export function eachPresence(
  compressed: Uint8Array,
  isAsked: WhosePresence,
  visit: (player: number, cells: PresenceColumns) => void,
): void {
  const bytes: Bytes = { data: zstdDecompressSync(compressed, { chunkSize: PIECE_BYTES }), at: 0 }
  let columns = columnsOf(FIRST_CELLS)
  while (bytes.at < bytes.data.length) {
    const player = takeNumber(bytes)
    const asked = isAsked(player, takeNumber(bytes), takeNumber(bytes))
    const length = takeNumber(bytes)
    if (!asked) {
      skipNumbers(bytes, CELL_NUMBERS * length)
      continue
    }
    if (columns.cell_x.length < length) columns = columnsOf(length * 2)
    takeCells(bytes, columns, length)
    visit(player, { ...columns, length })
  }
}

function columnsOf(length: number) {
  const column = () => new Float64Array(length)
  return { cell_x: column(), cell_y: column(), time_ms: column(), move_x: column(), move_y: column(), height: column() }
}

function takeCells(bytes: Bytes, columns: ReturnType<typeof columnsOf>, length: number): void {
  const { cell_x, cell_y, time_ms, move_x, move_y, height } = columns
  for (const column of [cell_y, time_ms, move_x, move_y, height]) takeNumbers(bytes, column, length)
  let [place, steps] = [0, 0]
  for (let i = 0; i < length; i++) {
    place += cell_y[i] as number
    const x = Math.floor((place + STRIDE / 2) / STRIDE)
    cell_x[i] = x
    cell_y[i] = place - x * STRIDE
    move_x[i] = (move_x[i] as number) * PRESENCE_STEP_UNITS
    move_y[i] = (move_y[i] as number) * PRESENCE_STEP_UNITS
    steps += height[i] as number
    height[i] = steps * PRESENCE_STEP_UNITS
  }
}
