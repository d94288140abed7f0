/**
 * A point as text in one call. Made number by number, as format/points.ts does, the thousands of points of a round leave
 * ten times as many short texts to the collector.
 */
import { PATH_EVENTS, POSITION_EVENTS } from '../format/codec.ts'
import { PATH_FIELDS, POSITION_FIELDS, type PointField } from '../format/points.ts'

/** What a point is written by; lists of each number's limits, since every lookup counts here. */
interface Spec {
  readonly text: string
  readonly least: readonly number[]
  readonly most: readonly number[]
  readonly is_whole: readonly boolean[]
}

const POSITION = specOf(POSITION_FIELDS)
const PATH = specOf(PATH_FIELDS)

function specOf(fields: readonly PointField[]): Spec {
  let text = ''
  for (const { places } of fields) text += places === 0 ? '%d,' : `%.${places}f,`
  return {
    text: `${text}%s`,
    least: fields.map(({ least }) => least),
    most: fields.map(({ most }) => most),
    is_whole: fields.map(({ places }) => places === 0),
  }
}

/** The text of one point of an engagement; undefined if a value is absent or out of range, or the event unknown. */
export function pointOfFight(values: number[], event: string): string | undefined {
  if (!isOneOf(POSITION_EVENTS, event) || !round(POSITION, values)) return undefined
  const [time_ms, x, y, z] = values
  return string.format(POSITION.text, time_ms, x, y, z, event)
}

/** The text of one point of a path; undefined if a value is absent or out of range, or the event unknown. */
export function pointOfPath(values: number[], event: string): string | undefined {
  if (!isOneOf(PATH_EVENTS, event) || !round(PATH, values)) return undefined
  const [time_ms, x, y, z, health, speed, weapon, stance, sprint] = values
  return string.format(PATH.text, time_ms, x, y, z, health, speed, weapon, stance, sprint, event)
}

/** Rounds the values where they are, halves away from zero; false if one is absent or out of range. */
function round({ least, most, is_whole }: Spec, values: number[]): boolean {
  for (let i = 0; i < least.length; i++) {
    const value = values[i]
    if (value === undefined || !(value >= (least[i] as number) && value <= (most[i] as number))) return false
    // never -0
    const size = value > 0 ? value : 0 - value
    const exact = is_whole[i] === true ? size : size * 10
    const fraction = exact % 1
    if (fraction !== 0 || is_whole[i] !== true) {
      const whole = fraction >= 0.5 ? exact - fraction + 1 : exact - fraction
      const rounded = is_whole[i] === true ? whole : whole / 10
      values[i] = value < 0 && whole > 0 ? -rounded : rounded
    }
  }
  return true
}

function isOneOf(words: readonly string[], word: string): boolean {
  for (const known of words) if (known === word) return true
  return false
}
