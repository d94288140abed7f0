import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanGuid, cleanText } from './clean-text.ts'

test.each([
  ['plain', 'plain'],
  ['^1Ro^7ok', '^1Ro^7ok'],
  ['a;b|c,d', 'a_b_c_d'],
  ['a\tb\rc\nd\u0000e\u007ff', 'a_b_c_d_e_f'],
  [';', '_'],
  [' two  blanks ', ' two  blanks '],
  ['a+b', 'a+b'],
  ['😀žluť', '😀žluť'],
  ['', ''],
])('%j becomes %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test('an id loses what joins ids, too', () => {
  expect(cleanGuid(' a+b;c,d|e')).toBe('_a_b_c_d_e')
})

test('cleaning replaces and never deletes, so no name becomes empty or shorter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(text)).toHaveLength(text.length)
      expect([...cleanText(text)].filter((one) => one < ' ' || ';|,\u007f'.includes(one))).toEqual([])
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
    }),
  )
})
