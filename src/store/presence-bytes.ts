import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { PresenceRow } from '../metrics/derived.ts'
import { PRESENCE_STEP_UNITS } from '../metrics/presence.ts'
import { type Bytes, emptyBytes, LONGEST_NUMBER, putNumber, reserve, takeNumber, written } from './byte-numbers.ts'

/** Twice the cells that a map can have in a row: two numbers of a cell become one. */
const STRIDE = 2048
const CELL_NUMBERS = 5
const HEAD_NUMBERS = 4

/** A cell as it is read. */
export type PresenceAt = readonly [
  x: number,
  y: number,
  time_ms: number,
  move_x: number,
  move_y: number,
  height: number,
]

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
    let place = 0
    for (const { cell_x, cell_y } of cells) {
      putNumber(bytes, cell_x * STRIDE + cell_y - place)
      place = cell_x * STRIDE + cell_y
    }
    for (const { time_ms } of cells) putNumber(bytes, time_ms)
    for (const { move_x } of cells) putNumber(bytes, move_x / PRESENCE_STEP_UNITS)
    for (const { move_y } of cells) putNumber(bytes, move_y / PRESENCE_STEP_UNITS)
    let height = 0
    for (const cell of cells) {
      const steps = cell.height / PRESENCE_STEP_UNITS
      putNumber(bytes, steps - height)
      height = steps
    }
  }
  return zstdCompressSync(written(bytes))
}

/** Calls back for each cell that {@link presenceBytes} wrote of those who are asked for, with whose it is. */
export function eachPresence(
  compressed: Uint8Array,
  isAsked: WhosePresence,
  cell: (player: number, ...cell: PresenceAt) => void,
): void {
  const data = zstdDecompressSync(compressed)
  const bytes: Bytes = { data, at: 0 }
  while (bytes.at < data.length) {
    const player = takeNumber(bytes)
    const asked = isAsked(player, takeNumber(bytes), takeNumber(bytes))
    const count = takeNumber(bytes)
    const numbers = takeNumbers(bytes, CELL_NUMBERS * count)
    if (!asked) continue
    let [place, height] = [0, 0]
    for (let i = 0; i < count; i++) {
      const of = (column: number) => numbers[column * count + i] as number
      place += of(0)
      height += of(4)
      const x = Math.floor((place + STRIDE / 2) / STRIDE)
      cell(
        player,
        x,
        place - x * STRIDE,
        of(1),
        of(2) * PRESENCE_STEP_UNITS,
        of(3) * PRESENCE_STEP_UNITS,
        height * PRESENCE_STEP_UNITS,
      )
    }
  }
}

function takeNumbers(bytes: Bytes, count: number): Float64Array {
  const numbers = new Float64Array(count)
  for (let i = 0; i < count; i++) numbers[i] = takeNumber(bytes)
  return numbers
}
