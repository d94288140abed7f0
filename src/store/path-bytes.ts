import type { Path, Positions } from '../format/codec.ts'
import { type Bytes, emptyBytes, LONGEST_NUMBER, putNumber, reserve, takeNumber, written } from './byte-numbers.ts'

/**
 * Positions as few bytes. Coordinates and speeds are whole tenths, everything is the difference to what the point before
 * lets expect, and what is as expected takes no byte. The SQL functions proximity_path and proximity_positions read the
 * same bytes.
 *
 * A path's point: one byte of flags, then in this order, each only if its flag is set: 1 difference of the time step to the
 * usual one (more than 50 ms make it the usual one: samples come at a rhythm, give or take a server frame), 2 changes of
 * the x and y steps, 4 step of z, 8 step of the health, 16 step of the speed (all numbers), 32 weapon (byte),
 * 64 stance x 2 + sprint (byte), 128 event other than `sample` (byte).
 * A point of an engagement: one byte, event + 8 x flags: 1 time step if it is not the last one, 2 steps of x and y,
 * 4 step of z.
 */
// five numbers and four single bytes
const LONGEST_POINT = 5 * LONGEST_NUMBER + 4

const JITTER_MS = 50

const tenths = (value: number) => Math.round(value * 10)

/** A path's bytes. Coordinates and speeds are kept to a tenth, as the file spells them. */
export function pathBytes(path: Path): Uint8Array {
  const bytes = emptyBytes(path.length * 12)
  let [time, step, x, y, z, sx, sy, health, speed, weapon, state] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < path.length; i++) {
    reserve(bytes, LONGEST_POINT)
    const flagsAt = bytes.at++
    let flags = 0
    const nextTime = path.time_ms[i] as number
    const nextX = tenths(path.x[i] as number)
    const nextY = tenths(path.y[i] as number)
    const nextZ = tenths(path.z[i] as number)
    const nextHealth = path.health[i] as number
    const nextSpeed = tenths(path.speed[i] as number)
    const nextState = (path.stance[i] as number) * 2 + (path.sprint[i] as number)
    const late = nextTime - time - step
    if (late !== 0) {
      flags += 1
      putNumber(bytes, late)
      if (Math.abs(late) > JITTER_MS) step += late
    }
    if (nextX - x !== sx || nextY - y !== sy) {
      flags += 2
      putNumber(bytes, nextX - x - sx)
      putNumber(bytes, nextY - y - sy)
      sx = nextX - x
      sy = nextY - y
    }
    if (nextZ !== z) {
      flags += 4
      putNumber(bytes, nextZ - z)
    }
    if (nextHealth !== health) {
      flags += 8
      putNumber(bytes, nextHealth - health)
    }
    if (nextSpeed !== speed) {
      flags += 16
      putNumber(bytes, nextSpeed - speed)
    }
    if (path.weapon[i] !== weapon) {
      flags += 32
      weapon = path.weapon[i] as number
      bytes.data[bytes.at++] = weapon
    }
    if (nextState !== state) {
      flags += 64
      bytes.data[bytes.at++] = nextState
    }
    if (path.event[i] !== 0) {
      flags += 128
      bytes.data[bytes.at++] = path.event[i] as number
    }
    bytes.data[flagsAt] = flags
    time = nextTime
    x = nextX
    y = nextY
    z = nextZ
    health = nextHealth
    speed = nextSpeed
    state = nextState
  }
  return written(bytes)
}

/** The path that {@link pathBytes} made these bytes of; `length` points. */
export function pathOf(data: Uint8Array): Path {
  const bytes: Bytes = { data, at: 0 }
  const points: number[][] = []
  let [time, step, x, y, z, sx, sy, health, speed, weapon, state] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  while (bytes.at < data.length) {
    const flags = data[bytes.at++] as number
    const late = flags & 1 ? takeNumber(bytes) : 0
    time += step + late
    if (Math.abs(late) > JITTER_MS) step += late
    if (flags & 2) {
      sx += takeNumber(bytes)
      sy += takeNumber(bytes)
    }
    x += sx
    y += sy
    if (flags & 4) z += takeNumber(bytes)
    if (flags & 8) health += takeNumber(bytes)
    if (flags & 16) speed += takeNumber(bytes)
    if (flags & 32) weapon = data[bytes.at++] as number
    if (flags & 64) state = data[bytes.at++] as number
    const event = flags & 128 ? (data[bytes.at++] as number) : 0
    points.push([time, x, y, z, health, speed, weapon, state, event])
  }
  const column = (n: number) => points.map((point) => point[n] as number)
  const decimals = (n: number) => Float64Array.from(points, (point) => (point[n] as number) / 10)
  return {
    length: points.length,
    time_ms: Int32Array.from(column(0)),
    x: decimals(1),
    y: decimals(2),
    z: decimals(3),
    health: Int16Array.from(column(4)),
    speed: decimals(5),
    weapon: Uint8Array.from(column(6)),
    stance: Uint8Array.from(column(7), (state) => Math.floor(state / 2)),
    sprint: Uint8Array.from(column(7), (state) => state % 2),
    event: Uint8Array.from(column(8)),
  }
}

/** The bytes of an engagement's points. */
export function positionsBytes(positions: Positions): Uint8Array {
  const bytes = emptyBytes(positions.length * 10)
  let [time, step, x, y, z] = [0, 0, 0, 0, 0]
  for (let i = 0; i < positions.length; i++) {
    reserve(bytes, LONGEST_POINT)
    const flagsAt = bytes.at++
    let flags = positions.event[i] as number
    const nextTime = positions.time_ms[i] as number
    const nextX = tenths(positions.x[i] as number)
    const nextY = tenths(positions.y[i] as number)
    const nextZ = tenths(positions.z[i] as number)
    if (nextTime - time !== step) {
      flags += 8
      step = nextTime - time
      putNumber(bytes, step)
    }
    if (nextX !== x || nextY !== y) {
      flags += 16
      putNumber(bytes, nextX - x)
      putNumber(bytes, nextY - y)
    }
    if (nextZ !== z) {
      flags += 32
      putNumber(bytes, nextZ - z)
    }
    bytes.data[flagsAt] = flags
    time = nextTime
    x = nextX
    y = nextY
    z = nextZ
  }
  return written(bytes)
}

/** The points that {@link positionsBytes} made these bytes of. */
export function positionsOf(data: Uint8Array): Positions {
  const bytes: Bytes = { data, at: 0 }
  const points: number[][] = []
  let [time, step, x, y, z] = [0, 0, 0, 0, 0]
  while (bytes.at < data.length) {
    const flags = data[bytes.at++] as number
    if (flags & 8) step = takeNumber(bytes)
    time += step
    if (flags & 16) {
      x += takeNumber(bytes)
      y += takeNumber(bytes)
    }
    if (flags & 32) z += takeNumber(bytes)
    points.push([time, x, y, z, flags % 8])
  }
  return {
    length: points.length,
    time_ms: Int32Array.from(points, (point) => point[0] as number),
    x: Float64Array.from(points, (point) => (point[1] as number) / 10),
    y: Float64Array.from(points, (point) => (point[2] as number) / 10),
    z: Float64Array.from(points, (point) => (point[3] as number) / 10),
    event: Uint8Array.from(points, (point) => point[4] as number),
  }
}
