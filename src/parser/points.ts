import { decodeText } from '../format/file-text.ts'
import { PATH_FIELDS, POSITION_FIELDS } from '../format/points.ts'
import { MAX_POINTS } from './limits.ts'
import { scanNumber, scanned } from './numbers.ts'
import { readPlainPoints } from './plain-points.ts'
import { grow, type PointColumns } from './point-columns.ts'
import { eventAt, pointEnd } from './point-events.ts'
import { quoted } from './problems.ts'
import type { Texts } from './text.ts'

const COMMA = 44

const POSITION_NUMBERS = POSITION_FIELDS.length
const PATH_NUMBERS = PATH_FIELDS.length
// by the number's place in the point; the fields of a position begin those of a path
const MOST = PATH_FIELDS.map(({ most }) => most)
const LEAST = PATH_FIELDS.map(({ least }) => least)
const WHOLE = PATH_FIELDS.map(({ places }) => places === 0)

/** Why a point was left out. */
export type BadPoint = (reason: () => string) => void

const values = new Float64Array(PATH_NUMBERS)

/**
 * Appends the points `number,...,event` joined by `|` that stand from `start` to `end`. A bad point is reported and
 * left out; the others stay.
 */
export function readPoints(texts: Texts, start: number, end: number, columns: PointColumns, bad: BadPoint): void {
  // the end of the file follows only a line that was cut
  const followed = end < texts.bytes.length
  let at = start
  while (at < end) {
    if (followed) at = readPlainPoints(texts, at, end, columns)
    if (at < end) at = readPoint(texts, at, end, columns, bad)
  }
}

/** Appends the point at `start`, however its numbers are spelled, or reports it; gives where the next one begins. */
function readPoint(texts: Texts, start: number, end: number, columns: PointColumns, bad: BadPoint): number {
  const { bytes } = texts
  const numbers = columns.kind === 'path' ? PATH_NUMBERS : POSITION_NUMBERS
  let good = 0
  let next = start
  while (good < numbers) {
    const value = scanNumber(bytes, next, end)
    next = scanned
    if (bytes[next] !== COMMA || !(value <= (MOST[good] as number) && value >= (LEAST[good] as number))) break
    if (WHOLE[good] && !Number.isInteger(value)) break
    values[good] = value + 0
    good += 1
    next += 1
  }
  const stop = pointEnd(bytes, next, end)
  const event = good === numbers ? eventAt(texts, columns.kind, next, stop) : undefined
  if (event !== undefined && columns.length < MAX_POINTS) append(columns, event)
  else bad(reasonFor(bytes, start, stop, good, numbers, columns.length))
  return stop + 1
}

/** Appends the point in `values`. */
function append(columns: PointColumns, event: number): void {
  if (columns.length === columns.time_ms.length) grow(columns)
  const i = columns.length
  columns.time_ms[i] = values[0] as number
  columns.x[i] = values[1] as number
  columns.y[i] = values[2] as number
  columns.z[i] = values[3] as number
  columns.event[i] = event
  if (columns.kind === 'path') {
    columns.health[i] = values[4] as number
    columns.speed[i] = values[5] as number
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
