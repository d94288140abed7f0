/** A rectangle of the world, units; y points north. */
export interface Bounds {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** Free room around what is drawn, units. */
const MARGIN = 128

/** The rectangle around cells of one size; null without cells. */
export function boundsOf(places: Iterable<readonly [x: number, y: number]>, cell_units: number): Bounds | null {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of places) {
    left = Math.min(left, x)
    right = Math.max(right, x + 1)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y + 1)
  }
  if (left > right) return null
  return {
    left: left * cell_units - MARGIN,
    right: right * cell_units + MARGIN,
    bottom: bottom * cell_units - MARGIN,
    top: top * cell_units + MARGIN,
  }
}

/** Around both. */
export function joined(one: Bounds | null, other: Bounds | null): Bounds | null {
  if (one === null || other === null) return one ?? other
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
    top: Math.max(one.top, other.top),
  }
}

/** From the world to the pixels of a picture that shows the whole rectangle in its middle. */
export interface View {
  readonly scale: number
  x(world_x: number): number
  y(world_y: number): number
  worldX(x: number): number
  worldY(y: number): number
}

export function viewOf({ left, right, bottom, top }: Bounds, width: number, height: number): View {
  const scale = Math.min(width / (right - left), height / (top - bottom))
  const from_x = (width - (right - left) * scale) / 2
  const from_y = (height - (top - bottom) * scale) / 2
  return {
    scale,
    x: (world_x) => from_x + (world_x - left) * scale,
    y: (world_y) => from_y + (top - world_y) * scale,
    worldX: (x) => left + (x - from_x) / scale,
    worldY: (y) => top - (y - from_y) / scale,
  }
}
