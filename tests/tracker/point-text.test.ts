import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PATH_EVENTS, POSITION_EVENTS } from '../../src/format/codec.ts'
import {
  PATH_FIELDS,
  POSITION_FIELDS,
  type PointField,
  writePathPoint,
  writePosition,
} from '../../src/format/points.ts'
import { NATIVE_LUAS, type NativeLua } from '../support/native-lua.ts'
import { runInTracker } from '../support/tracker-part.ts'

interface Point {
  readonly values: readonly (number | undefined)[]
  readonly event: string
}

/** Numbers in range, near its ends, at halves, on both sides of zero, too large, and none. */
function numberOf({ least, most }: PointField): fc.Arbitrary<number | undefined> {
  const whole = fc.integer({ min: Math.max(least, -70_000), max: Math.min(most, 70_000) })
  return fc.oneof(
    { arbitrary: whole, weight: 6 },
    { arbitrary: whole.map((number) => number / 20), weight: 6 },
    { arbitrary: fc.double({ min: least, max: most, noNaN: true }), weight: 6 },
    { arbitrary: fc.constantFrom(0, -0.04, -0.05, 0.05, 0.25, 0.49999999999999994, least, most), weight: 4 },
    { arbitrary: fc.constantFrom(least - 1, most + 1, Number.NaN, Number.POSITIVE_INFINITY, undefined), weight: 1 },
  )
}

function pointsOf(fields: readonly PointField[], events: readonly string[]): readonly Point[] {
  const event = fc.constantFrom(...events, 'jump')
  const point = fc.record({ values: fc.tuple(...fields.map(numberOf)), event })
  return fc.sample(point, { seed: 1, numRuns: 2_000 })
}

function luaOf({ values, event }: Point): string {
  const numbers = values.map((value) => {
    if (value === undefined) return 'false'
    if (Number.isNaN(value)) return '0/0'
    return Number.isFinite(value) ? `tonumber('${Object.is(value, -0) ? '-0.0' : value}')` : 'math.huge'
  })
  return `{{${numbers.join(',')}},'${event}'},`
}

function textsIn(lua: NativeLua, name: string, points: readonly Point[]): string[] {
  return runInTracker(
    `local write = require('src.tracker.point-text').${name}
     for _, point in ipairs({${points.map(luaOf).join('\n')}}) do
       for i = 1, 9 do if point[1][i] == false then point[1][i] = nil end end
       print(write(point[1], point[2]) or '')
     end`,
    lua,
  )
}

describe.each(NATIVE_LUAS)('on %s a point is the text that the format gives it', (lua) => {
  test('of a path', () => {
    const points = pointsOf(PATH_FIELDS, PATH_EVENTS)
    const texts = points.map(({ values, event }) => writePathPoint(values, event) ?? '')
    expect(textsIn(lua, 'pointOfPath', points)).toEqual(texts)
    expect(texts.filter((text) => text !== '').length).toBeGreaterThan(500)
  })

  test('of a fight', () => {
    const points = pointsOf(POSITION_FIELDS, POSITION_EVENTS)
    const texts = points.map(({ values, event }) => writePosition(values, event) ?? '')
    expect(textsIn(lua, 'pointOfFight', points)).toEqual(texts)
    expect(texts.filter((text) => text !== '').length).toBeGreaterThan(500)
  })
})
