import { CellSums, cellOf, xOf, yOf } from './cell-sums.ts'
import type { CellColumns } from './derived.ts'

/** Presence of a cell of a map. */
export interface TimeCell {
  readonly grid_x: number
  readonly grid_y: number
  readonly presence_ms: number
  readonly move_x: number
  readonly move_y: number
}

/** Cells of presence, added up in a grid as coarse as theirs or coarser. */
export class TimeCells {
  readonly #sums = new CellSums()
  readonly #units: number

  constructor(cell_units: number) {
    this.#units = cell_units
  }

  /** Adds the first `length` cells of some columns. */
  add({ cell_units, length, cell_x, cell_y, time_ms, move_x, move_y }: CellColumns): void {
    const sums = this.#sums
    const shift = Math.log2(this.#units / cell_units)
    // cells come in order, and several of them are one of a coarser grid
    let cell: number | undefined
    let place = 0
    for (let i = 0; i < length; i++) {
      const here = cellOf((cell_x[i] as number) >> shift, (cell_y[i] as number) >> shift)
      if (here !== cell) {
        cell = here
        place = sums.placeOf(here)
      }
      const { values } = sums
      values[place] = (values[place] as number) + (time_ms[i] as number)
      values[place + 1] = (values[place + 1] as number) + (move_x[i] as number)
      values[place + 2] = (values[place + 2] as number) + (move_y[i] as number)
    }
  }

  #cell(cell: number): TimeCell {
    const { values } = this.#sums
    const place = this.#sums.placeOf(cell)
    const sum = (which: number) => values[place + which] as number
    return { grid_x: xOf(cell), grid_y: yOf(cell), presence_ms: sum(0), move_x: sum(1), move_y: sum(2) }
  }

  /** From west to east, each column from south to north. */
  all(): readonly TimeCell[] {
    return Array.from(this.#sums.inOrder(), (cell) => this.#cell(cell))
  }

  at(grid_x: number, grid_y: number): TimeCell | undefined {
    const cell = cellOf(grid_x, grid_y)
    return this.#sums.has(cell) ? this.#cell(cell) : undefined
  }
}
