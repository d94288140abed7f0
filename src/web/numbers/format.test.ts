import { expect, test } from 'vitest'
import { bytes, counted, interval, milliseconds, percent } from './format.ts'

/** A share and how far its interval reaches to either side. */
const share = (value: number, half: number) => ({ value, low: value - half, high: value + half, n: 0 })

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  [0.314, 0.06, '31 %'],
  [0.314, 0.004, '31.4 %'],
  [0, 0.06, '0 %'],
  [0.002, 0.06, '< 1 %'],
  [0.998, 0.06, '> 99 %'],
  [1, 0.06, '100 %'],
])('a share of %d, as sure as %d, is shown as %s', (value, half, text) => {
  expect(plain(percent(share(value, half)))).toBe(text)
})

test('an interval has the digits of its share', () => {
  expect(plain(interval(share(0.32, 0.06)))).toBe('26 to 38 %')
  expect(plain(interval(share(0.314, 0.004)))).toBe('31.0 to 31.8 %')
})

test('units and nouns', () => {
  expect(plain(counted(1, 'round'))).toBe('1 round')
  expect(plain(counted(1234, 'fight'))).toBe('1,234 fights')
  expect(plain(milliseconds(412.4))).toBe('412 ms')
  expect(milliseconds(null)).toBe('–')
  expect(plain(bytes(999))).toBe('999 bytes')
  expect(plain(bytes(5_712_345))).toBe('5.7 MB')
})
