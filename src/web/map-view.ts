/** Which part of a map is seen, told so that it means the same on any screen. */
export interface MapView {
  /** The place in the middle, units. */
  readonly x: number
  readonly y: number
  /** 1: as near as when all of the map is seen; 2: twice as near. */
  readonly zoom: number
}

const VIEW = /^(-?\d{1,6}),(-?\d{1,6}),(\d{1,2}(?:\.\d{1,2})?)$/

/** A view in an address, such as `1200,-300,2.5`; null: it is none. */
export function readMapView(text: string): MapView | null {
  const [, x, y, zoom] = VIEW.exec(text) ?? []
  if (x === undefined || Number(zoom) === 0) return null
  return { x: Number(x), y: Number(y), zoom: Number(zoom) }
}

export function writeMapView({ x, y, zoom }: MapView): string {
  return `${Math.round(x)},${Math.round(y)},${Number(zoom.toFixed(2))}`
}
