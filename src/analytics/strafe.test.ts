import { expect, test } from 'vitest'
import { aPath } from '../metrics/round.fixtures.ts'
import { strafeOf } from './strafe.ts'

const ALL = [0, 10_000] as const

test('a step is measured in the plane, a turn is stamped with the point it leads to', () => {
  const path = aPath([
    [0, 0, 0],
    [1_000, 100, 0],
    [2_000, 100, 100],
    [3_000, 200, 100, { z: 500 }],
  ])
  expect(strafeOf(path, ...ALL)).toEqual({
    duration_ms: 3_000,
    total_distance: 300,
    avg_speed: 100,
    turn_count: 2,
    turn_rate: 0.67,
    events: [
      { time: 2_000, angle_deg: 90, x: 100, y: 100 },
      { time: 3_000, angle_deg: -90, x: 200, y: 100 },
    ],
  })
})

test('steps of less than 5 units have no direction, changes of less than 40 degrees are no turns', () => {
  const path = aPath([
    [0, 0, 0],
    [1_000, 100, 0],
    [2_000, 100, 4.9],
    [3_000, 200, 70],
  ])
  expect(strafeOf(path, ...ALL)).toMatchObject({ turn_count: 0, total_distance: 219.3 })
})

test('a turn goes the shorter way round', () => {
  const path = aPath([
    [0, 0, 0],
    [1_000, -100, 10],
    [2_000, -200, -60],
  ])
  expect(strafeOf(path, ...ALL).events).toMatchObject([{ angle_deg: 40.7 }])
})

test('fewer than three points tell nothing', () => {
  const path = aPath([
    [0, 0, 0],
    [1_000, 100, 0],
    [9_000, 900, 900],
  ])
  const nothing = { duration_ms: 0, total_distance: 0, avg_speed: 0, turn_count: 0, turn_rate: 0, events: [] }
  expect(strafeOf(path, 0, 5_000)).toEqual(nothing)
})

test('points at one time have a speed', () => {
  const path = aPath([
    [0, 0, 0],
    [0, 100, 0],
    [0, 100, 100],
  ])
  expect(strafeOf(path, ...ALL)).toMatchObject({ duration_ms: 0, avg_speed: 200_000, turn_rate: 1_000 })
})
