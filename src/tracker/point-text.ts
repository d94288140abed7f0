/**
 * A point as text in one call. Made number by number, as format/points.ts does, the thousands of points of a round leave
 * ten times as many short texts to the collector.
 */
import { PATH_EVENTS, POSITION_EVENTS } from '../format/codec.ts'
import { PATH_FIELDS, POSITION_FIELDS, type PointField } from '../format/points.ts'

const POSITION = specOf(POSITION_FIELDS)
const PATH = specOf(PATH_FIELDS)

function specOf(fields: readonly PointField[]): string {
  let spec = ''
  for (const { places } of fields) spec += places === 0 ? '%d,' : `%.${places}f,`
  return `${spec}%s`
}

/** The text of one point of an engagement; undefined if a value is absent or out of range, or the event unknown. */
export function pointOfFight(values: number[], event: string): string | undefined {
  if (!isOneOf(POSITION_EVENTS, event) || !round(POSITION_FIELDS, values)) return undefined
  const [time_ms, x, y, z] = values
  return string.format(POSITION, time_ms, x, y, z, event)
}

/** The text of one point of a path; undefined if a value is absent or out of range, or the event unknown. */
export function pointOfPath(values: number[], event: string): string | undefined {
  if (!isOneOf(PATH_EVENTS, event) || !round(PATH_FIELDS, values)) return undefined
  const [time_ms, x, y, z, health, speed, weapon, stance, sprint] = values
  return string.format(PATH, time_ms, x, y, z, health, speed, weapon, stance, sprint, event)
}

/** Rounds the values where they are, halves away from zero; false if one is absent or out of range. */
function round(fields: readonly PointField[], values: number[]): boolean {
  for (let i = 0; i < fields.length; i++) {
    const { places, least, most } = fields[i] as PointField
    const value = values[i]
    if (value === undefined || !(value >= least && value <= most)) return false
    const power = places === 0 ? 1 : 10
    const exact = math.abs(value) * power
    let whole = math.floor(exact)
    if (exact - whole >= 0.5) whole += 1
    // never -0
    const scaled = value < 0 && whole > 0 ? -whole : whole
    values[i] = places === 0 ? scaled : scaled / power
  }
  return true
}

function isOneOf(words: readonly string[], word: string): boolean {
  for (const known of words) if (known === word) return true
  return false
}
