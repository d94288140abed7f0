import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  emptyBytes,
  LONGEST_NUMBER,
  putNumber,
  reserve,
  skipNumbers,
  takeNumber,
  takeNumbers,
  written,
} from './byte-numbers.ts'

// a sign takes one bit of 53
const LARGEST = 2 ** 52 - 1
const whole = fc.oneof(
  fc.integer({ min: -200, max: 200 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.integer({ min: -LARGEST, max: LARGEST }),
)

function bytesOf(numbers: readonly number[]): Uint8Array {
  const bytes = emptyBytes(0)
  for (const number of numbers) {
    reserve(bytes, LONGEST_NUMBER)
    putNumber(bytes, number)
  }
  return written(bytes)
}

test('numbers are read as they were written, one by one, together, and after others are passed by', () => {
  fc.assert(
    fc.property(fc.array(whole), fc.nat(), (numbers, passed) => {
      const expected = numbers.map((number) => number + 0)
      const one = { data: bytesOf(numbers), at: 0 }
      expect(numbers.map(() => takeNumber(one) + 0)).toEqual(expected)
      const all = { data: one.data, at: 0 }
      const into = new Float64Array(numbers.length)
      takeNumbers(all, into, numbers.length)
      expect([...into].map((number) => number + 0)).toEqual(expected)
      const skipped = passed % (numbers.length + 1)
      const rest = { data: one.data, at: 0 }
      skipNumbers(rest, skipped)
      expect(expected.slice(skipped).map(() => takeNumber(rest) + 0)).toEqual(expected.slice(skipped))
      expect([one.at, all.at, rest.at]).toEqual([one.data.length, one.data.length, one.data.length])
    }),
  )
})

test('bytes that end inside a number are refused', () => {
  fc.assert(
    fc.property(whole, (number) => {
      const data = bytesOf([number]).slice(0, -1)
      expect(() => takeNumber({ data, at: 0 })).toThrow(RangeError)
      expect(() => takeNumbers({ data, at: 0 }, new Float64Array(1), 1)).toThrow(RangeError)
      expect(() => skipNumbers({ data, at: 0 }, 1)).toThrow(RangeError)
    }),
  )
})
