/** More cells than a map has in a row: two numbers of a cell become one. */
const STRIDE = 65_536

/** The number of a cell; cells in the order of their numbers go by x, then by y. */
export function cellOf(x: number, y: number): number {
  return x * STRIDE + y
}

export function xOf(cell: number): number {
  return Math.floor((cell + STRIDE / 2) / STRIDE)
}

export function yOf(cell: number): number {
  return cell - xOf(cell) * STRIDE
}

/** Time, way by x, way by y, height by time. */
const SUMS = 4

/** Four sums of each cell, in one array that grows: as objects, thousands of cells a round are garbage. */
export class CellSums {
  readonly #places = new Map<number, number>()
  readonly #cells: number[] = []
  /** Time, way by x, way by y and height by time of a cell, from {@link placeOf} on. Another array after a new cell. */
  values = new Float64Array(64 * SUMS)

  /** Where the sums of a cell begin; they are zero at first. */
  placeOf(cell: number): number {
    const known = this.#places.get(cell)
    if (known !== undefined) return known
    const place = this.#cells.push(cell) * SUMS - SUMS
    this.#places.set(cell, place)
    if (place === this.values.length) {
      const larger = new Float64Array(place * 2)
      larger.set(this.values)
      this.values = larger
    }
    return place
  }

  has(cell: number): boolean {
    return this.#places.has(cell)
  }

  /** The cells with sums, by x, then by y. */
  inOrder(): Float64Array {
    return new Float64Array(this.#cells).sort()
  }
}
