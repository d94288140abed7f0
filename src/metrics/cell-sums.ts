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

const FEWEST_CELLS = 64
/** Slots for each cell that there is room for, so that most cells are found at the first look. */
const SLOTS_A_CELL = 2
/** Knuth's multiplier: neighbours fall far from each other. */
const SPREAD = 0x9e3779b1

/**
 * Four sums of each cell, in one array that grows: as objects, thousands of cells a round are garbage, and a Map takes
 * three times as long to find them.
 */
export class CellSums {
  #cells: Int32Array
  #count = 0
  /** A cell and one more than its index, slot after slot; 0: free. */
  #slots: Int32Array
  /** Time, way by x, way by y and height by time of a cell, from {@link placeOf} on. Another array after a new cell. */
  values: Float64Array

  /** @param expected cells; more are no harm */
  constructor(expected = FEWEST_CELLS) {
    // slots are found by the lowest bits of a number
    const room = Math.max(FEWEST_CELLS, 2 ** Math.ceil(Math.log2(expected)))
    this.#cells = new Int32Array(room)
    this.#slots = new Int32Array(room * SLOTS_A_CELL * 2)
    this.values = new Float64Array(room * SUMS)
  }

  /** Where the sums of a cell begin; they are zero at first. */
  placeOf(cell: number): number {
    const known = this.#slots[this.#slotOf(cell) + 1] as number
    return (known === 0 ? this.#add(cell) : known - 1) * SUMS
  }

  /** Where a cell and its index are, or where they may be put. */
  #slotOf(cell: number): number {
    const slots = this.#slots
    const last = slots.length - 1
    const product = Math.imul(cell, SPREAD)
    let slot = ((product ^ (product >>> 16)) << 1) & last
    while (slots[slot + 1] !== 0 && slots[slot] !== cell) slot = (slot + 2) & last
    return slot
  }

  #add(cell: number): number {
    const index = this.#count++
    if (index === this.#cells.length) this.#grow()
    this.#cells[index] = cell
    this.#put(cell, index)
    return index
  }

  #put(cell: number, index: number): void {
    const slot = this.#slotOf(cell)
    this.#slots[slot] = cell
    this.#slots[slot + 1] = index + 1
  }

  #grow(): void {
    const cells = this.#cells
    const values = new Float64Array(this.values.length * 2)
    values.set(this.values)
    this.values = values
    this.#cells = new Int32Array(cells.length * 2)
    this.#cells.set(cells)
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let i = 0; i < cells.length; i++) this.#put(cells[i] as number, i)
  }

  has(cell: number): boolean {
    return this.#slots[this.#slotOf(cell) + 1] !== 0
  }

  /** The cells with sums, by x, then by y. */
  inOrder(): Int32Array {
    return this.#cells.slice(0, this.#count).sort()
  }
}
