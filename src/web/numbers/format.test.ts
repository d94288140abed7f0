import { expect, test } from 'vitest'
import { bytes, counted, interval, milliseconds, percent } from './format.ts'
import { shareOf } from './interval.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  [0.314, 90, '31 %'],
  [0.314, 20_000, '31.4 %'],
  [0, 90, '0 %'],
  [0.002, 90, '< 1 %'],
  [0.998, 90, '> 99 %'],
  [1, 90, '100 %'],
])('a share of %d in %d cases is shown as %s', (value, n, text) => {
  expect(plain(percent(shareOf(value, n)))).toBe(text)
})

test('an interval has the digits of its share', () => {
  expect(plain(interval(shareOf(0.314, 90)))).toBe('26 to 38 %')
  expect(plain(interval(shareOf(0.314, 20_000)))).toBe('31.0 to 31.8 %')
})

test('units and nouns', () => {
  expect(plain(counted(1, 'round'))).toBe('1 round')
  expect(plain(counted(1234, 'fight'))).toBe('1,234 fights')
  expect(plain(milliseconds(412.4))).toBe('412 ms')
  expect(milliseconds(null)).toBe('–')
  expect(plain(bytes(999))).toBe('999 bytes')
  expect(plain(bytes(5_712_345))).toBe('5.7 MB')
})
