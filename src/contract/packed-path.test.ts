import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PATH_EVENTS, POSITION_EVENTS } from '../format/codec.ts'
import { aPath, somePositions } from '../metrics/round.fixtures.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { decodePath, decodePositions, encodePath, encodePositions, FIGHT_EVENTS, LIFE_EVENTS } from './packed-path.ts'

const time = fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })
const tenths = fc.integer({ min: -655_360, max: 655_360 }).map((value) => value / 10)

test('events are numbered as everywhere else', () => {
  expect(LIFE_EVENTS).toEqual(PATH_EVENTS)
  expect(FIGHT_EVENTS).toEqual(POSITION_EVENTS)
})

test('a way of a life arrives as it was sent', () => {
  const rest = fc.record({
    z: tenths,
    health: fc.integer({ min: -32_768, max: 32_767 }),
    speed: tenths,
    weapon: fc.nat(255),
    stance: fc.nat(2),
    sprint: fc.nat(1),
    event: fc.constantFrom(...PATH_EVENTS),
  })
  fc.assert(
    fc.property(fc.array(fc.tuple(time, tenths, tenths, rest)), (points) => {
      const path = aPath(points)
      expect(decodePath(encodePath(path))).toEqual(path)
    }),
  )
})

test('the points of an engagement arrive as they were sent', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(time, tenths, tenths, fc.constantFrom(...POSITION_EVENTS))), (points) => {
      const positions = somePositions(points, 24.5)
      expect(decodePositions(encodePositions(positions))).toEqual(positions)
    }),
  )
})

test('who goes on as before takes a byte a sample', () => {
  const path = aPath(Array.from({ length: 600 }, (_, i) => [i * 200, i * 12.5, -i * 3]))
  expect(encodePath(path).length).toBeLessThan(900)
})

test('a way that was cut off is refused', () => {
  expect(() => decodePath(encodePath(aPath([[100_000, 1, 2]])).slice(0, 4))).toThrow(RangeError)
})

test('bytes become the letters that everybody reads', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
})
