import type { Path, Positions } from '../format/codec.ts'

/** All points of a file in shared columns; each path and each engagement is a window on them. */
export interface PointColumns {
  readonly kind: 'path' | 'positions'
  length: number
  time_ms: Int32Array
  x: Float64Array
  y: Float64Array
  z: Float64Array
  event: Uint8Array
  health: Int16Array
  speed: Float64Array
  weapon: Uint8Array
  stance: Uint8Array
  sprint: Uint8Array
}

/** Empty columns with room for about `capacity` points; they grow. */
export function pointColumns(kind: PointColumns['kind'], capacity: number): PointColumns {
  const rest = kind === 'path' ? capacity : 0
  return {
    kind,
    length: 0,
    time_ms: new Int32Array(capacity),
    x: new Float64Array(capacity),
    y: new Float64Array(capacity),
    z: new Float64Array(capacity),
    event: new Uint8Array(capacity),
    health: new Int16Array(rest),
    speed: new Float64Array(rest),
    weapon: new Uint8Array(rest),
    stance: new Uint8Array(rest),
    sprint: new Uint8Array(rest),
  }
}

/** Makes room for further points. */
export function grow(columns: PointColumns): void {
  const larger = pointColumns(columns.kind, Math.max(1024, columns.time_ms.length * 2))
  for (const key of COLUMN_KEYS) {
    larger[key].set(columns[key] as never)
    columns[key] = larger[key] as never
  }
}

const COLUMN_KEYS = ['time_ms', 'x', 'y', 'z', 'event', 'health', 'speed', 'weapon', 'stance', 'sprint'] as const

/** The points from `from` on as the way of an engagement. */
export function positionsFrom(columns: PointColumns, from: number): Positions {
  const to = columns.length
  return {
    length: to - from,
    time_ms: columns.time_ms.subarray(from, to),
    x: columns.x.subarray(from, to),
    y: columns.y.subarray(from, to),
    z: columns.z.subarray(from, to),
    event: columns.event.subarray(from, to),
  }
}

/** The points from `from` on as the path of a life. */
export function pathFrom(columns: PointColumns, from: number): Path {
  const to = columns.length
  return {
    ...positionsFrom(columns, from),
    health: columns.health.subarray(from, to),
    speed: columns.speed.subarray(from, to),
    weapon: columns.weapon.subarray(from, to),
    stance: columns.stance.subarray(from, to),
    sprint: columns.sprint.subarray(from, to),
  }
}
