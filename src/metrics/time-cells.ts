import type { PresenceColumns } from './derived.ts'
import { PRESENCE_CELL_UNITS } from './presence.ts'

/** Presence of a cell of a map. */
export interface TimeCell {
  readonly grid_x: number
  readonly grid_y: number
  presence_ms: number
  move_x: number
  move_y: number
  /** Height by time. */
  height: number
}

/** More cells than a map has in a row: two numbers of a cell become one. */
const STRIDE = 65_536

/** Cells of presence, added up in a grid as coarse as theirs or coarser. */
export class TimeCells {
  readonly #cells = new Map<number, TimeCell>()
  readonly #shift: number
  #latest: TimeCell | undefined

  constructor(cell_units: number) {
    this.#shift = Math.log2(cell_units / PRESENCE_CELL_UNITS)
  }

  add(cell_x: number, cell_y: number, time_ms: number, move_x: number, move_y: number, height: number): void {
    const grid_x = cell_x >> this.#shift
    const grid_y = cell_y >> this.#shift
    // cells come in order, and several of them are one of a coarser grid
    let cell = this.#latest
    if (cell?.grid_x !== grid_x || cell.grid_y !== grid_y) cell = this.#cellAt(grid_x, grid_y)
    cell.presence_ms += time_ms
    cell.move_x += move_x
    cell.move_y += move_y
    cell.height += height * time_ms
  }

  /** Adds the first `length` cells of some columns. */
  addColumns({ length, ...columns }: PresenceColumns): void {
    const { cell_x, cell_y, time_ms, move_x, move_y, height } = columns
    for (let i = 0; i < length; i++) {
      this.add(
        cell_x[i] as number,
        cell_y[i] as number,
        time_ms[i] as number,
        move_x[i] as number,
        move_y[i] as number,
        height[i] as number,
      )
    }
  }

  #cellAt(grid_x: number, grid_y: number): TimeCell {
    const key = grid_x * STRIDE + grid_y
    let cell = this.#cells.get(key)
    if (cell === undefined) {
      cell = { grid_x, grid_y, presence_ms: 0, move_x: 0, move_y: 0, height: 0 }
      this.#cells.set(key, cell)
    }
    this.#latest = cell
    return cell
  }

  all(): readonly TimeCell[] {
    return [...this.#cells.values()]
  }

  at(grid_x: number, grid_y: number): TimeCell | undefined {
    return this.#cells.get(grid_x * STRIDE + grid_y)
  }

  /** The floor of a map: mean height of each cell, from west to east, each column from south to north. */
  floor(): [grid_x: number, grid_y: number, height: number][] {
    return this.all()
      .map(({ grid_x, grid_y, presence_ms, height }): [number, number, number] => [
        grid_x,
        grid_y,
        Math.round(height / presence_ms),
      ])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  }
}
