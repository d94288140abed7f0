import type { CellRow, FightCellRow } from '../metrics/derived.ts'
import { packRows, unpackRows } from './packed-rows.ts'

/** A place on the grid of a map; each coordinate fits two bytes. */
type Cell = Pick<CellRow, 'grid_x' | 'grid_y'>

const CELL_BYTES = 4
const FIGHT_CELL_NUMBERS = 5
const KILL_CELL_NUMBERS = 6

/** Four bytes for each cell: x, then y, the greater byte first. */
export function cellBytes(cells: readonly Cell[]): Uint8Array {
  const bytes = new Uint8Array(cells.length * CELL_BYTES)
  const view = new DataView(bytes.buffer)
  for (const [i, { grid_x, grid_y }] of cells.entries()) {
    view.setInt16(i * CELL_BYTES, grid_x)
    view.setInt16(i * CELL_BYTES + 2, grid_y)
  }
  return bytes
}

/** How many different cells there are in any number of {@link cellBytes}, one behind the other. */
export function differentCells({ buffer, byteOffset, byteLength }: Uint8Array): number {
  const view = new DataView(buffer, byteOffset, byteLength)
  const cells = new Set<number>()
  for (let at = 0; at < byteLength; at += CELL_BYTES) cells.add(view.getInt32(at))
  return cells.size
}

/** Cells with what fights did there, as {@link packRows} writes them. */
export function fightCellBytes(cells: readonly FightCellRow[]): Uint8Array {
  const numbers = cells.flatMap(({ grid_x, grid_y, fights, kills, deaths }) => [grid_x, grid_y, fights, kills, deaths])
  return packRows(numbers, FIGHT_CELL_NUMBERS)
}

/** The cells that {@link fightCellBytes} wrote. */
export function fightCells(data: Uint8Array): FightCellRow[] {
  return unpackRows(data, FIGHT_CELL_NUMBERS).map((row) => {
    const [grid_x, grid_y, fights, kills, deaths] = row as [number, number, number, number, number]
    return { grid_x, grid_y, fights, kills, deaths }
  })
}

/** Cells with kills and deaths by side; the view map_kill_heatmap reads them. */
export function killCellBytes(cells: readonly CellRow[]): Uint8Array {
  const numbers = cells.flatMap(({ grid_x, grid_y, axis_kills, allies_kills, axis_deaths, allies_deaths }) => [
    ...[grid_x, grid_y, axis_kills],
    ...[allies_kills, axis_deaths, allies_deaths],
  ])
  return packRows(numbers, KILL_CELL_NUMBERS)
}
