import { COORDINATE_LIMIT, INTEGER_LIMIT, PATH_EVENTS, POSITION_EVENTS } from './codec.ts'
import { writeNumber } from './number.ts'

/** One number of a point. */
export interface PointField {
  readonly name: string
  readonly unit: string
  /** Decimal places written; 0 means that only whole numbers are read. */
  readonly places: number
  readonly least: number
  readonly most: number
  readonly remark: string
}

const coordinate = { unit: 'units', places: 1, least: -COORDINATE_LIMIT, most: COORDINATE_LIMIT, remark: '' }

/** The numbers of a point of an engagement, in their order; its event follows. */
export const POSITION_FIELDS = [
  { name: 'time_ms', unit: 'ms', places: 0, least: -INTEGER_LIMIT, most: INTEGER_LIMIT, remark: '' },
  { name: 'x', ...coordinate },
  { name: 'y', ...coordinate },
  { name: 'z', ...coordinate },
] as const satisfies readonly PointField[]

/** The numbers of a point of a life's path, in their order; its event follows. */
export const PATH_FIELDS = [
  ...POSITION_FIELDS,
  {
    name: 'health',
    unit: 'hit points',
    places: 0,
    least: -32_767,
    most: 32_767,
    remark: 'can be negative after death',
  },
  { name: 'speed', unit: 'units/s', places: 1, least: 0, most: 100_000, remark: 'horizontal' },
  { name: 'weapon', unit: '', places: 0, least: 0, most: 255, remark: 'the weapon held' },
  { name: 'stance', unit: '', places: 0, least: 0, most: 2, remark: '0 standing, 1 crouching, 2 prone' },
  { name: 'sprint', unit: '', places: 0, least: 0, most: 1, remark: '1 while sprinting' },
] as const satisfies readonly PointField[]

// the columns of the point being written: a table for each of the thousands of points would cost a game server more
const positionColumns: string[] = []
const pathColumns: string[] = []

/** The text of one point of an engagement; undefined if a value is absent or out of range, or the event unknown. */
export function writePosition(values: readonly unknown[], event: string): string | undefined {
  return writePoint(POSITION_FIELDS, POSITION_EVENTS, values, event, positionColumns)
}

/** The text of one point of a path; undefined if a value is absent or out of range, or the event unknown. */
export function writePathPoint(values: readonly unknown[], event: string): string | undefined {
  return writePoint(PATH_FIELDS, PATH_EVENTS, values, event, pathColumns)
}

function writePoint(
  fields: readonly PointField[],
  events: readonly string[],
  values: readonly unknown[],
  event: string,
  columns: string[],
): string | undefined {
  if (!isOneOf(events, event)) return undefined
  const count = fields.length
  for (let i = 0; i < count; i++) {
    const field = fields[i] as PointField
    const text = writeNumber(values[i], field.places, field.most)
    if (text === undefined || (values[i] as number) < field.least) return undefined
    columns[i] = text
  }
  columns[count] = event
  return columns.join(',')
}

function isOneOf(words: readonly string[], word: string): boolean {
  for (let i = 0; i < words.length; i++) if (words[i] === word) return true
  return false
}
