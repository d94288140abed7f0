import { expect, test } from 'vitest'
import { writePathPoint, writePosition } from './points.ts'

test('a point of an engagement is time, place with one decimal, and event', () => {
  expect(writePosition([60_000, 640, -128.04, 24.05], 'hit')).toBe('60000,640.0,-128.0,24.1,hit')
})

test('a point of a path has all its numbers', () => {
  const text = '58900,640.0,128.0,24.0,100,180.5,8,2,1,sample'
  expect(writePathPoint([58_900, 640, 128, 24, 100, 180.5, 8, 2, 1], 'sample')).toBe(text)
})

test.each([
  ['an unknown event', [0, 0, 0, 0], 'jump'],
  ['an absent coordinate', [0, 0, undefined, 0], 'hit'],
  ['too few numbers', [0, 0, 0], 'hit'],
  ['a coordinate outside the world', [0, 65_537, 0, 0], 'hit'],
  ['no number', [0, Number.NaN, 0, 0], 'hit'],
])('a point with %s is not written', (_, values, event) => {
  expect(writePosition(values, event)).toBeUndefined()
})

test('a number below its least value is not written', () => {
  expect(writePathPoint([0, 0, 0, 0, 100, -1, 8, 0, 0], 'sample')).toBeUndefined()
  expect(writePathPoint([0, 0, 0, 0, 100, 0, 8, 3, 0], 'sample')).toBeUndefined()
})
