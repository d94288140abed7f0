import { packNumbers, unpackNumbers } from './packed-numbers.ts'

/** The samples of one life: columns of equal length. */
export interface LifePath {
  readonly length: number
  readonly time_ms: Int32Array
  /** Coordinates, units, in tenths. */
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  readonly health: Int16Array
  /** Horizontal, units per second, in tenths. */
  readonly speed: Float64Array
  readonly weapon: Uint8Array
  /** 0 standing, 1 crouching, 2 prone. */
  readonly stance: Uint8Array
  readonly sprint: Uint8Array
  /** Index into LIFE_EVENTS. */
  readonly event: Uint8Array
}

/** The points of one engagement: columns of equal length. */
export interface FightPath {
  readonly length: number
  readonly time_ms: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /** Index into FIGHT_EVENTS. */
  readonly event: Uint8Array
}

export const LIFE_EVENTS = [
  'sample',
  'spawn',
  'revived',
  'death',
  'killed',
  'selfkill',
  'fallen',
  'world',
  'teamkill',
  'round_end',
  'disconnect',
  'shutdown',
  'unknown',
] as const

export const FIGHT_EVENTS = ['start', 'hit', 'sample', 'death', 'escape', 'round_end'] as const

/** A way as /api/proximity/rounds/:id sends it. */
export function encodePath(path: LifePath): string {
  const { time_ms, x, y, z, health, speed, weapon, stance, sprint, event } = path
  return packNumbers([time_ms, tenths(x), tenths(y), tenths(z), health, tenths(speed), weapon, stance, sprint, event])
}

/** The way that {@link encodePath} made this text of. */
export function decodePath(text: string): LifePath {
  const { length, columns } = unpackNumbers(text, 10)
  const [time_ms, x, y, z, health, speed, weapon, stance, sprint, event] = columns as Ten
  return {
    length,
    time_ms: Int32Array.from(time_ms),
    x: units(x),
    y: units(y),
    z: units(z),
    health: Int16Array.from(health),
    speed: units(speed),
    weapon: Uint8Array.from(weapon),
    stance: Uint8Array.from(stance),
    sprint: Uint8Array.from(sprint),
    event: Uint8Array.from(event),
  }
}

/** The points of an engagement as /api/proximity/rounds/:id sends them. */
export function encodePositions({ time_ms, x, y, z, event }: FightPath): string {
  return packNumbers([time_ms, tenths(x), tenths(y), tenths(z), event])
}

/** The points that {@link encodePositions} made this text of. */
export function decodePositions(text: string): FightPath {
  const { length, columns } = unpackNumbers(text, 5)
  const [time_ms, x, y, z, event] = columns as unknown as Five
  return {
    length,
    time_ms: Int32Array.from(time_ms),
    x: units(x),
    y: units(y),
    z: units(z),
    event: Uint8Array.from(event),
  }
}

type Column = Float64Array
type Five = readonly [Column, Column, Column, Column, Column]
type Ten = readonly [...Five, ...Five] & readonly Column[]

function tenths(column: Float64Array): Float64Array {
  return column.map((value) => Math.round(value * 10))
}

function units(column: Float64Array): Float64Array {
  return column.map((value) => value / 10)
}
