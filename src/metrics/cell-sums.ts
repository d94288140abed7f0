/** More cells than a map has in a row: two numbers of a cell become one, of 32 bits. */
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

const FIRST_CELLS = 64
/** Slots for each cell that there is room for, so that most cells are found at the first look. */
const SLOTS_A_CELL = 4
/** Knuth's multiplier: neighbours fall far from each other. */
const SPREAD = 0x9e3779b1

/**
 * Four sums of each cell, in one array that grows: as objects, thousands of cells a round are garbage, and a Map takes
 * three times as long to find them.
 */
export class CellSums {
  #cells = new Int32Array(FIRST_CELLS)
  #count = 0
  /** One more than the index of a cell; 0: free. */
  #slots = new Int32Array(FIRST_CELLS * SLOTS_A_CELL)
  /** Time, way by x, way by y and height by time of a cell, from {@link placeOf} on. Another array after a new cell. */
  values = new Float64Array(FIRST_CELLS * SUMS)

  /** Where the sums of a cell begin; they are zero at first. */
  placeOf(cell: number): number {
    const slot = this.#slotOf(cell)
    const known = this.#slots[slot] as number
    if (known !== 0) return (known - 1) * SUMS
    const index = this.#count++
    if (index === this.#cells.length) {
      this.#grow()
      return this.#take(this.#slotOf(cell), index, cell)
    }
    return this.#take(slot, index, cell)
  }

  #take(slot: number, index: number, cell: number): number {
    this.#cells[index] = cell
    this.#slots[slot] = index + 1
    return index * SUMS
  }

  /** The slot of a cell, or a free one for it. */
  #slotOf(cell: number): number {
    const slots = this.#slots
    const last = slots.length - 1
    const product = Math.imul(cell, SPREAD)
    let slot = (product ^ (product >>> 16)) & last
    for (;;) {
      const entry = slots[slot] as number
      if (entry === 0 || this.#cells[entry - 1] === cell) return slot
      slot = (slot + 1) & last
    }
  }

  #grow(): void {
    const cells = this.#cells
    const values = new Float64Array(this.values.length * 2)
    values.set(this.values)
    this.values = values
    this.#cells = new Int32Array(cells.length * 2)
    this.#cells.set(cells)
    this.#slots = new Int32Array(this.#cells.length * SLOTS_A_CELL)
    for (let i = 0; i < cells.length; i++) this.#slots[this.#slotOf(cells[i] as number)] = i + 1
  }

  has(cell: number): boolean {
    return this.#slots[this.#slotOf(cell)] !== 0
  }

  /** The cells with sums, by x, then by y. */
  inOrder(): Int32Array {
    return this.#cells.slice(0, this.#count).sort()
  }
}
