import type { MapView } from '../map-view.ts'

/** Which part of the map is seen: the place in the middle, and pixels per unit. North is up. */
export interface Camera {
  x: number
  y: number
  scale: number
}

/** A rectangle of the world, units; y points north. */
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
function fittingScale({ left, right, bottom, top }: Bounds, width: number, height: number): number {
  return Math.min(width / (right - left), height / (top - bottom), CLOSEST)
}

/** Shows all of it. */
export function showWhole(camera: Camera, bounds: Bounds, width: number, height: number): void {
  camera.scale = fittingScale(bounds, width, height)
  camera.x = (bounds.left + bounds.right) / 2
  camera.y = (bounds.bottom + bounds.top) / 2
}

/** A camera that shows all of it. */
export function wholeOf(bounds: Bounds, width: number, height: number): Camera {
  const camera = { x: 0, y: 0, scale: 0 }
  showWhole(camera, bounds, width, height)
  return camera
}

/** What is seen, told without the size of the screen; null: all of it. */
export function viewOf(camera: Camera, bounds: Bounds, width: number, height: number): MapView | null {
  const whole = wholeOf(bounds, width, height)
  const [dx, dy] = [Math.abs(camera.x - whole.x), Math.abs(camera.y - whole.y)]
  const zoom = camera.scale / whole.scale
  // as near as an address tells it
  return dx < 1 && dy < 1 && Math.abs(zoom - 1) < 0.01 ? null : { x: camera.x, y: camera.y, zoom }
}

/** Shows what was seen on this or another screen; null: all of it. */
export function showView(camera: Camera, view: MapView | null, bounds: Bounds, width: number, height: number): void {
  showWhole(camera, bounds, width, height)
  if (view === null) return
  zoom(camera, view.zoom, 0, 0, leastScale(bounds, width, height))
  camera.x = view.x
  camera.y = view.y
}

/** The scale at which nothing is gained by going farther away. */
export function leastScale(bounds: Bounds, width: number, height: number): number {
  return fittingScale(bounds, width, height) / 2
}

/** Where places of the world are in the picture, and the other way round. */
export interface Projection {
  readonly scale: number
  x(world_x: number): number
  y(world_y: number): number
  worldX(x: number): number
  worldY(y: number): number
}

/** What a camera sees on a picture of this size. */
export function projectionOf({ x: middle_x, y: middle_y, scale }: Camera, width: number, height: number): Projection {
  return {
    scale,
    x: (world_x) => width / 2 + (world_x - middle_x) * scale,
    y: (world_y) => height / 2 - (world_y - middle_y) * scale,
    worldX: (x) => middle_x + (x - width / 2) / scale,
    worldY: (y) => middle_y - (y - height / 2) / scale,
  }
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
