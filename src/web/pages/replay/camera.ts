/** Which part of the map is seen: the place in the middle, and pixels per unit. North is up. */
export interface Camera {
  x: number
  y: number
  scale: number
}

export interface Bounds {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

const MARGIN_UNITS = 160
/** A map with nobody on it. */
const EMPTY_UNITS = 2000
/** Pixels per unit: a player is 32 units wide. */
const CLOSEST = 1.2

/** The part of the map on which these places lie. */
export function boundsOf(columns: readonly { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> }[]): Bounds {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of columns) {
    for (let i = 0; i < x.length; i++) {
      left = Math.min(left, x[i] as number)
      right = Math.max(right, x[i] as number)
      bottom = Math.min(bottom, y[i] as number)
      top = Math.max(top, y[i] as number)
    }
  }
  if (left > right) return { left: -EMPTY_UNITS, right: EMPTY_UNITS, bottom: -EMPTY_UNITS, top: EMPTY_UNITS }
  return {
    left: left - MARGIN_UNITS,
    right: right + MARGIN_UNITS,
    bottom: bottom - MARGIN_UNITS,
    top: top + MARGIN_UNITS,
  }
}

/** The scale at which all of it is seen. */
export function fittingScale({ left, right, bottom, top }: Bounds, width: number, height: number): number {
  return Math.min(width / (right - left), height / (top - bottom), CLOSEST)
}

/** Shows all of it. */
export function showWhole(camera: Camera, bounds: Bounds, width: number, height: number): void {
  camera.scale = fittingScale(bounds, width, height)
  camera.x = (bounds.left + bounds.right) / 2
  camera.y = (bounds.bottom + bounds.top) / 2
}

/** Makes everything `factor` times as large; what lies `dx`, `dy` pixels from the middle stays there. */
export function zoom(camera: Camera, factor: number, dx: number, dy: number, least: number): void {
  const scale = Math.min(Math.max(camera.scale * factor, least), CLOSEST)
  camera.x += dx / camera.scale - dx / scale
  camera.y -= dy / camera.scale - dy / scale
  camera.scale = scale
}

/** Moves the map by pixels. */
export function pan(camera: Camera, dx: number, dy: number): void {
  camera.x -= dx / camera.scale
  camera.y += dy / camera.scale
}
