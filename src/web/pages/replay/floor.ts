import type { Bounds } from '../../camera/camera.ts'
import type { Life } from './lives.ts'

/** Edge of a cell, units: a player is 32 wide. */
export const FLOOR_CELL_UNITS = 32
/** A longer step between two samples is a teleport, not a way. */
const LONGEST_STEP_UNITS = 400
/** This share of the cells at each end has no part in the range of the heights. */
const OUTLIERS = 0.03
/** Less than this between the lowest and the highest is one floor. */
const FLAT_UNITS = 384

/** Where somebody walked, as a picture with one value a cell, row by row from the north. */
export interface Floor {
  readonly width: number
  readonly height: number
  /** Western and northern edge, units. */
  readonly left: number
  readonly top: number
  /** 0: nobody was there; else the mean height, 1 for the lowest place of the round to 255 for the highest. */
  readonly level: Uint8Array
}

/** The floor plan that the players of a round walked: the ways between samples that are not too far apart. */
export function floorOf(lives: readonly Life[], bounds: Bounds, longest_ms: number): Floor {
  const width = Math.ceil((bounds.right - bounds.left) / FLOOR_CELL_UNITS)
  const height = Math.ceil((bounds.top - bounds.bottom) / FLOOR_CELL_UNITS)
  const sum = new Float64Array(width * height)
  const visits = new Uint32Array(width * height)
  const mark = (x: number, y: number, z: number) => {
    const column = Math.floor((x - bounds.left) / FLOOR_CELL_UNITS)
    const row = Math.floor((bounds.top - y) / FLOOR_CELL_UNITS)
    // a player is wider than a line
    for (let down = row - 1; down <= row + 1; down++) {
      for (let across = column - 1; across <= column + 1; across++) {
        if (down < 0 || across < 0 || down >= height || across >= width) continue
        const cell = down * width + across
        sum[cell] = (sum[cell] as number) + z
        visits[cell] = (visits[cell] as number) + 1
      }
    }
  }
  for (const { path } of lives) walk(path, longest_ms, mark)
  return { width, height, left: bounds.left, top: bounds.top, level: levelsOf(sum, visits) }
}

/** Mean heights as levels between those that a few cells are below and above: one odd place must not flatten the rest. */
function levelsOf(sum: Float64Array, visits: Uint32Array): Uint8Array {
  const heights = sum.map((z, cell) => z / (visits[cell] as number)).filter((z) => !Number.isNaN(z))
  heights.sort()
  const few = Math.floor(heights.length * OUTLIERS)
  const low = heights[few] ?? 0
  const range = Math.max((heights[heights.length - 1 - few] ?? 0) - low, FLAT_UNITS)
  const level = new Uint8Array(visits.length)
  for (const [cell, n] of visits.entries()) {
    if (n === 0) continue
    const share = ((sum[cell] as number) / n - low) / range
    level[cell] = 1 + Math.round(254 * Math.min(Math.max(share, 0), 1))
  }
  return level
}

type Mark = (x: number, y: number, z: number) => void

function walk({ length, time_ms, x, y, z }: Life['path'], longest_ms: number, mark: Mark): void {
  for (let i = 0; i < length; i++) {
    const [x1, y1, z1] = [x[i] as number, y[i] as number, z[i] as number]
    mark(x1, y1, z1)
    if (i === 0 || (time_ms[i] as number) - (time_ms[i - 1] as number) > longest_ms) continue
    const [dx, dy, dz] = [x1 - (x[i - 1] as number), y1 - (y[i - 1] as number), z1 - (z[i - 1] as number)]
    const distance = Math.hypot(dx, dy)
    if (distance > LONGEST_STEP_UNITS) continue
    const parts = Math.floor(distance / FLOOR_CELL_UNITS)
    for (let part = 1; part < parts; part++)
      mark(x1 - (dx * part) / parts, y1 - (dy * part) / parts, z1 - (dz * part) / parts)
  }
}
