import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNumber } from './number.ts'

test.each([
  [0, 0, '0'],
  [-0, 0, '0'],
  [-0, 1, '0.0'],
  [-0.04, 1, '0.0'],
  [-0.05, 1, '-0.1'],
  [0.05, 1, '0.1'],
  [0.25, 1, '0.3'],
  [449.5, 0, '450'],
  [-0.5, 0, '-1'],
  [450, 0, '450'],
  [450, 1, '450.0'],
  [12.3, 1, '12.3'],
  [0.9475, 3, '0.948'],
  [7.006, 2, '7.01'],
  [0.005, 3, '0.005'],
  [0.49999999999999994, 0, '0'],
  [65_535.97, 1, '65536.0'],
  [2_147_483_647, 0, '2147483647'],
  [-1_000_000_000, 3, '-1000000000.000'],
])('%d with %d places is written %s', (value, places, text) => {
  expect(writeNumber(value, places, 2_147_483_647)).toBe(text)
})

test.each([
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [Number.NEGATIVE_INFINITY],
  [1e300],
  [2 ** 63],
  [101],
  [-100.5],
  [undefined],
  [null],
  ['5'],
  [true],
])('%s is not written where numbers go to 100', (value) => {
  expect(writeNumber(value, 1, 100)).toBeUndefined()
})

test('a written number is decimal digits only and nearest to the value', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 3 }), (number, places) => {
      const text = writeNumber(number, places, 1e9) as string
      expect(text).toMatch(places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${places}}$`))
      expect(Math.abs(Number(text) - number)).toBeLessThanOrEqual(0.5 / 10 ** places + 1e-6)
      expect(text).not.toMatch(/^-[0.]*$/)
    }),
  )
})

test('halves go away from zero, the same on both sides', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (number) => {
      const half = number + 0.5
      expect(writeNumber(half, 0, 1e9)).toBe(String(number + 1))
      expect(writeNumber(-half, 0, 1e9)).toBe(`-${number + 1}`)
    }),
  )
})
