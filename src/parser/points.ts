import { PATH_EVENTS, type Path, POSITION_EVENTS, type Positions } from '../format/codec.ts'
import { decodeText } from '../format/file-text.ts'
import { PATH_FIELDS, POSITION_FIELDS } from '../format/points.ts'
import { MAX_POINTS } from './limits.ts'
import { scanNumber, scanned } from './numbers.ts'
import { readPlainPoint, TENTHS } from './plain-points.ts'
import { quoted } from './problems.ts'
import { type Texts, textAt } from './text.ts'

const COMMA = 44
const BAR = 124

const PATH_EVENT = new Map<string, number>(PATH_EVENTS.map((event, i) => [event, i]))
const POSITION_EVENT = new Map<string, number>(POSITION_EVENTS.map((event, i) => [event, i]))

const POSITION_NUMBERS = POSITION_FIELDS.length
const PATH_NUMBERS = PATH_FIELDS.length
// by the number's place in the point; the fields of a position begin those of a path
const MOST = PATH_FIELDS.map(({ most }) => most)
const LEAST = PATH_FIELDS.map(({ least }) => least)
const WHOLE = PATH_FIELDS.map(({ places }) => places === 0)

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

function grow(columns: PointColumns): void {
  const larger = pointColumns(columns.kind, Math.max(1024, columns.time_ms.length * 2))
  for (const key of COLUMN_KEYS) {
    larger[key].set(columns[key] as never)
    columns[key] = larger[key] as never
  }
}

const COLUMN_KEYS = ['time_ms', 'x', 'y', 'z', 'event', 'health', 'speed', 'weapon', 'stance', 'sprint'] as const

/** Why a point was left out. */
export type BadPoint = (reason: () => string) => void

const values = new Float64Array(PATH_NUMBERS)

const SAMPLE_WORD = 'sample'
const [S, A, M, P, L, E] = new TextEncoder().encode(SAMPLE_WORD)
const PATH_SAMPLE = PATH_EVENTS.indexOf(SAMPLE_WORD)
const POSITION_SAMPLE = POSITION_EVENTS.indexOf(SAMPLE_WORD)

/** True if the word `sample`, which nearly every point ends with, fills the rest of the point. */
function isSample(bytes: Uint8Array, at: number, end: number): boolean {
  const stop = at + SAMPLE_WORD.length
  if (stop !== end && bytes[stop] !== BAR) return false
  return (
    bytes[at] === S &&
    bytes[at + 1] === A &&
    bytes[at + 2] === M &&
    bytes[at + 3] === P &&
    bytes[at + 4] === L &&
    bytes[at + 5] === E
  )
}

/**
 * Appends the points `number,...,event` joined by `|` that stand from `start` to `end`. A bad point is reported and
 * left out; the others stay.
 */
export function readPoints(texts: Texts, start: number, end: number, columns: PointColumns, bad: BadPoint): void {
  const { bytes } = texts
  const numbers = columns.kind === 'path' ? PATH_NUMBERS : POSITION_NUMBERS
  const events = columns.kind === 'path' ? PATH_EVENT : POSITION_EVENT
  // the end of the file follows only a line that was cut
  const followed = end < bytes.length
  let at = start
  while (at < end) {
    let next = followed ? readPlainPoint(bytes, at, numbers, values) : 0
    const parts = next === 0 ? 1 : TENTHS
    let good = next === 0 ? 0 : numbers
    if (next === 0) next = at
    while (good < numbers) {
      const value = scanNumber(bytes, next, end)
      next = scanned
      if (bytes[next] !== COMMA || !(value <= (MOST[good] as number) && value >= (LEAST[good] as number))) break
      if (WHOLE[good] && !Number.isInteger(value)) break
      values[good] = value + 0
      good += 1
      next += 1
    }
    let stop = next + SAMPLE_WORD.length
    let event: number | undefined = columns.kind === 'path' ? PATH_SAMPLE : POSITION_SAMPLE
    if (good !== numbers || !isSample(bytes, next, end)) {
      stop = next
      while (stop < end && bytes[stop] !== BAR) stop += 1
      event = good === numbers ? events.get(textAt(texts, next, stop)) : undefined
    }
    if (event !== undefined && columns.length < MAX_POINTS) append(columns, event, parts)
    else bad(reasonFor(bytes, at, stop, good, numbers, columns.length))
    at = stop + 1
  }
}

/** Appends the point in `values`, whose decimals are counted in `parts` of a unit. */
function append(columns: PointColumns, event: number, parts: number): void {
  if (columns.length === columns.time_ms.length) grow(columns)
  const i = columns.length
  columns.time_ms[i] = values[0] as number
  columns.x[i] = (values[1] as number) / parts
  columns.y[i] = (values[2] as number) / parts
  columns.z[i] = (values[3] as number) / parts
  columns.event[i] = event
  if (columns.kind === 'path') {
    columns.health[i] = values[4] as number
    columns.speed[i] = (values[5] as number) / parts
    columns.weapon[i] = values[6] as number
    columns.stance[i] = values[7] as number
    columns.sprint[i] = values[8] as number
  }
  columns.length = i + 1
}

function reasonFor(
  bytes: Uint8Array,
  at: number,
  stop: number,
  good: number,
  numbers: number,
  length: number,
): () => string {
  return () => {
    const point = quoted(decodeText(bytes, at, Math.min(stop, at + 200)))
    if (good < numbers) return `the point ${point} has no valid ${PATH_FIELDS[good]?.name}`
    if (length >= MAX_POINTS) return `more than ${MAX_POINTS} points in the file`
    return `the point ${point} has an unknown event`
  }
}

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
