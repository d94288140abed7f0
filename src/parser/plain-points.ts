import { PATH_EVENTS, POSITION_EVENTS } from '../format/codec.ts'
import { PATH_FIELDS } from '../format/points.ts'
import { MAX_POINTS } from './limits.ts'
import type { PointColumns } from './point-columns.ts'
import { eventAt, pointEnd } from './point-events.ts'
import type { Texts } from './text.ts'

const MINUS = 45
const ZERO = 48
// as digits are counted, from `0` on
const COMMA = 44 - ZERO
const DOT = 46 - ZERO
const BAR = 124

// decimals are read in tenths
const TENTHS = 10
// 27 hours in ms, and so few that the number fits into 32 bits
const TIME_DIGITS = 8
// before the point; as many as the limits below have
const COORDINATE_DIGITS = 5
const SPEED_DIGITS = 6
const HEALTH_DIGITS = 5
const WEAPON_DIGITS = 3

const most = (name: (typeof PATH_FIELDS)[number]['name']) => PATH_FIELDS.find((field) => field.name === name)?.most ?? 0
const MOST_COORDINATE = most('x') * TENTHS
const MOST_HEALTH = most('health')
const MOST_SPEED = most('speed') * TENTHS
const MOST_WEAPON = most('weapon')
const MOST_STANCE = most('stance')
const MOST_SPRINT = most('sprint')

const SAMPLE_WORD = 'sample'
const [S, A, M, P, L, E] = new TextEncoder().encode(SAMPLE_WORD)
const PATH_SAMPLE = PATH_EVENTS.indexOf(SAMPLE_WORD)
const POSITION_SAMPLE = POSITION_EVENTS.indexOf(SAMPLE_WORD)

/**
 * Appends the points from `start` on that are spelled as trackers spell them: whole numbers without a sign, decimals with
 * one place. Gives where the first other point begins, valid or not, or a place behind `end` if there is none. At `end` a
 * byte must stand that belongs to no point. No room is made.
 *
 * Most bytes of a file pass here, so numbers stay 32-bit integers, nothing is made per number, and the loops over digits
 * are written out: as calls they took half as long again.
 */
export function readPlainPoints(texts: Texts, start: number, end: number, columns: PointColumns): number {
  const { bytes } = texts
  const isPath = columns.kind === 'path'
  const room = Math.min(columns.time_ms.length, MAX_POINTS)
  let at = start
  let i = columns.length
  while (at < end && i < room) {
    let next = readPlace(bytes, at, columns, i)
    if (isPath && next !== 0) next = readState(bytes, next, columns, i)
    if (next === 0) break
    let event: number | undefined = isPath ? PATH_SAMPLE : POSITION_SAMPLE
    let stop = next + SAMPLE_WORD.length
    if (!isSample(bytes, next, end)) {
      stop = pointEnd(bytes, next, end)
      event = eventAt(texts, columns.kind, next, stop)
      if (event === undefined) break
    }
    columns.event[i] = event
    i += 1
    at = stop + 1
  }
  columns.length = i
  return at
}

/** Reads `time,x,y,z,` into the columns at `i`; gives where the point goes on, or 0 if it is spelled in another way. */
function readPlace(bytes: Uint8Array, start: number, columns: PointColumns, i: number): number {
  let at = start
  let size = 0
  let digit = (bytes[at] as number) - ZERO
  while (digit >>> 0 <= 9) {
    size = (Math.imul(size, 10) + digit) | 0
    digit = (bytes[++at] as number) - ZERO
  }
  if (digit !== COMMA || (at - start - 1) >>> 0 >= TIME_DIGITS) return 0
  columns.time_ms[i] = size
  for (let axis = 0; axis < 3; axis++) {
    const negative = bytes[++at] === MINUS
    if (negative) at += 1
    const first = at
    size = 0
    digit = (bytes[at] as number) - ZERO
    while (digit >>> 0 <= 9) {
      size = (Math.imul(size, 10) + digit) | 0
      digit = (bytes[++at] as number) - ZERO
    }
    if (digit !== DOT || (at - first - 1) >>> 0 >= COORDINATE_DIGITS) return 0
    digit = (bytes[++at] as number) - ZERO
    if (digit >>> 0 > 9 || (bytes[++at] as number) - ZERO !== COMMA) return 0
    size = Math.imul(size, TENTHS) + digit
    if (size > MOST_COORDINATE) return 0
    const column = axis === 0 ? columns.x : axis === 1 ? columns.y : columns.z
    column[i] = (negative ? 0 - size : size) / TENTHS
  }
  return at + 1
}

/** Reads `health,speed,weapon,stance,sprint,` as {@link readPlace} reads the first numbers. */
function readState(bytes: Uint8Array, start: number, columns: PointColumns, i: number): number {
  let at = start
  let size = 0
  let digit = (bytes[at] as number) - ZERO
  while (digit >>> 0 <= 9) {
    size = (Math.imul(size, 10) + digit) | 0
    digit = (bytes[++at] as number) - ZERO
  }
  if (digit !== COMMA || (at - start - 1) >>> 0 >= HEALTH_DIGITS || size > MOST_HEALTH) return 0
  columns.health[i] = size
  let first = ++at
  size = 0
  digit = (bytes[at] as number) - ZERO
  while (digit >>> 0 <= 9) {
    size = (Math.imul(size, 10) + digit) | 0
    digit = (bytes[++at] as number) - ZERO
  }
  if (digit !== DOT || (at - first - 1) >>> 0 >= SPEED_DIGITS) return 0
  digit = (bytes[++at] as number) - ZERO
  if (digit >>> 0 > 9 || (bytes[++at] as number) - ZERO !== COMMA) return 0
  size = Math.imul(size, TENTHS) + digit
  if (size > MOST_SPEED) return 0
  columns.speed[i] = size / TENTHS
  first = ++at
  size = 0
  digit = (bytes[at] as number) - ZERO
  while (digit >>> 0 <= 9) {
    size = (Math.imul(size, 10) + digit) | 0
    digit = (bytes[++at] as number) - ZERO
  }
  if (digit !== COMMA || (at - first - 1) >>> 0 >= WEAPON_DIGITS || size > MOST_WEAPON) return 0
  columns.weapon[i] = size
  const stance = (bytes[++at] as number) - ZERO
  if (stance >>> 0 > MOST_STANCE || (bytes[++at] as number) - ZERO !== COMMA) return 0
  columns.stance[i] = stance
  const sprint = (bytes[++at] as number) - ZERO
  if (sprint >>> 0 > MOST_SPRINT || (bytes[++at] as number) - ZERO !== COMMA) return 0
  columns.sprint[i] = sprint
  return at + 1
}

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
