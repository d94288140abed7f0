import { CellSums, cellOf, xOf, yOf } from './cell-sums.ts'
import type { PresenceColumns } from './derived.ts'

/** The floor of a map: where people walked, and how high. */
export class Floor {
  readonly #sums = new CellSums()

  /** Adds the first `length` cells of some columns. */
  add({ length, cell_x, cell_y, time_ms, height }: PresenceColumns): void {
    const sums = this.#sums
    for (let i = 0; i < length; i++) {
      const place = sums.placeOf(cellOf(cell_x[i] as number, cell_y[i] as number))
      const { values } = sums
      const time = time_ms[i] as number
      values[place] = (values[place] as number) + time
      values[place + 1] = (values[place + 1] as number) + (height[i] as number) * time
    }
  }

  /** Mean height of each cell by time, from west to east, each column from south to north. */
  cells(): [grid_x: number, grid_y: number, height: number][] {
    const sums = this.#sums
    return Array.from(sums.inOrder(), (cell) => {
      const place = sums.placeOf(cell)
      const { values } = sums
      return [xOf(cell), yOf(cell), Math.round((values[place + 1] as number) / (values[place] as number))]
    })
  }
}
