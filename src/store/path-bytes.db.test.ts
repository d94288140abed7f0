import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import {
  COORDINATE_LIMIT,
  INTEGER_LIMIT,
  PATH_EVENTS,
  type Path,
  POSITION_EVENTS,
  type Positions,
} from '../format/codec.ts'
import { byteArray } from './insert-texts.ts'
import { pathBytes, pathOf, positionsBytes, positionsOf } from './path-bytes.ts'

const time = fc.integer({ min: -INTEGER_LIMIT, max: INTEGER_LIMIT })
const tenth = (limit: number) => fc.integer({ min: -limit * 10, max: limit * 10 }).map((value) => value / 10)
const coordinate = tenth(COORDINATE_LIMIT)
const point = fc.record({
  time_ms: fc.oneof(time, fc.integer({ min: 0, max: 1_000_000 })),
  x: coordinate,
  y: coordinate,
  z: coordinate,
  health: fc.integer({ min: -32_767, max: 32_767 }),
  speed: fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 10),
  weapon: fc.integer({ min: 0, max: 255 }),
  stance: fc.integer({ min: 0, max: 2 }),
  sprint: fc.integer({ min: 0, max: 1 }),
  event: fc.integer({ min: 0, max: PATH_EVENTS.length - 1 }),
})
type Point = typeof point extends fc.Arbitrary<infer P> ? P : never

function pathOfPoints(points: readonly Point[]): Path {
  const of = (key: keyof Point) => points.map((one) => one[key])
  return {
    length: points.length,
    time_ms: Int32Array.from(of('time_ms')),
    x: Float64Array.from(of('x')),
    y: Float64Array.from(of('y')),
    z: Float64Array.from(of('z')),
    health: Int16Array.from(of('health')),
    speed: Float64Array.from(of('speed')),
    weapon: Uint8Array.from(of('weapon')),
    stance: Uint8Array.from(of('stance')),
    sprint: Uint8Array.from(of('sprint')),
    event: Uint8Array.from(of('event')),
  }
}

function positionsOfPoints(points: readonly Point[]): Positions {
  const { length, time_ms, x, y, z, event } = pathOfPoints(points)
  return { length, time_ms, x, y, z, event: event.map((value) => value % POSITION_EVENTS.length) }
}

describe('stored paths', () => {
  test('a path comes back as it was, to the tenth', () => {
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const path = pathOfPoints(points)
        expect(pathOf(pathBytes(path))).toEqual(path)
      }),
    )
  })

  test('the points of an engagement come back as they were', () => {
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const positions = positionsOfPoints(points)
        expect(positionsOf(positionsBytes(positions))).toEqual(positions)
      }),
    )
  })

  test('a player who stands still costs one byte a sample', () => {
    const still = Array.from({ length: 100 }, (_, i) => ({
      time_ms: i * 200,
      x: 5,
      y: 5,
      z: 5,
      health: 100,
      speed: 0,
      weapon: 3,
      stance: 0,
      sprint: 0,
      event: 0,
    }))
    expect(pathBytes(pathOfPoints(still)).length).toBeLessThan(120)
  })
})

eachEngine(
  'stored paths in SQL',
  (store) => {
    test('SQL reads every sample as the program does', async () => {
      const samples = fc.sample(fc.array(point, { minLength: 1, maxLength: 20 }), { numRuns: 30, seed: 7 })
      // late by what is taken for a slow frame, and by what is another rhythm
      const late = [0, 200, 450, 650, 901, 1_152].map((time_ms) => ({ ...(samples[0]?.[0] as Point), time_ms }))
      for (const points of [late, ...samples]) {
        const path = pathOfPoints(points)
        const { rows } = await sql<Point & { time: number; event: string }>`
        select * from proximity_path((${byteArray([pathBytes(path)])}::bytea[])[1]) order by sample_no`.execute(
          store().db,
        )
        const read = rows.map(({ time: time_ms, x, y, z, health, speed, weapon, stance, sprint, event }) => ({
          time_ms,
          x,
          y,
          z,
          health,
          speed,
          weapon,
          stance,
          sprint,
          event: PATH_EVENTS.indexOf(event as never),
        }))
        expect(read).toEqual(points.map((one) => ({ ...one, x: one.x + 0, y: one.y + 0, z: one.z + 0 })))
        const positions = positionsOfPoints(points)
        const { rows: found } = await sql<{ time: number; x: number; event: string }>`
        select * from proximity_positions((${byteArray([positionsBytes(positions)])}::bytea[])[1]) order by point_no`.execute(
          store().db,
        )
        expect(found.map(({ time, x, event }) => [time, x, POSITION_EVENTS.indexOf(event as never)])).toEqual(
          Array.from(positions.time_ms, (time, i) => [time, (positions.x[i] as number) + 0, positions.event[i]]),
        )
      }
    })
  },
  { keep: true },
)
