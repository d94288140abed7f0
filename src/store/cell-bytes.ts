/** A place on the grid of a map; each coordinate fits two bytes. */
interface Cell {
  readonly grid_x: number
  readonly grid_y: number
}

const CELL_BYTES = 4

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
