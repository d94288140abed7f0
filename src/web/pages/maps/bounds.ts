import type { Bounds } from '../../camera/camera.ts'

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
