import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTrailer } from './read-trailer.ts'
import { adler32, writeTrailer } from './trailer.ts'

test('the checksum is the one that zlib ends its streams with', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
      expect(adler32(bytes, 0, bytes.length)).toBe(deflateSync(bytes).readUInt32BE(deflateSync(bytes).length - 4))
    }),
  )
})

test('the checksum covers only the bytes between its bounds', () => {
  const bytes = new TextEncoder().encode('xxabcyy')
  expect(adler32(bytes, 2, 5)).toBe(adler32(new TextEncoder().encode('abc'), 0, 3))
})

test('a trailer that is written and read is the same', () => {
  const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,20}$/)
  const rows = fc.uniqueArray(fc.tuple(name, fc.nat({ max: 999_999_999 })), { selector: ([section]) => section })
  fc.assert(
    fc.property(rows, fc.nat({ max: 4_294_967_295 }), (counts, checksum) => {
      const trailer = { rows: counts, adler32: checksum }
      expect(readTrailer(writeTrailer(trailer))).toEqual(trailer)
    }),
  )
})

test.each([
  ['', 'an empty line'],
  ['# END', 'the bare word'],
  ['# END rows=A:1 adler32=', 'no checksum'],
  ['# END rows=A:1, adler32=5', 'a comma without a section'],
  ['# END rows=A: adler32=5', 'no count'],
  ['# END rows=:1 adler32=5', 'no section'],
  ['# END rows=A:1,A:1 adler32=5', 'a section named twice'],
  ['# END rows=A:01 adler32=5', 'a leading zero'],
  ['# END rows=A:-1 adler32=5', 'a negative count'],
  ['# END rows=A:1 B:2 adler32=5', 'a blank between sections'],
  ['# END rows=a:1 adler32=5', 'a lower-case section'],
  ['# END rows=A:1 adler32=5 ', 'a blank behind it'],
  ['# END rows=A:1 adler32=05', 'a leading zero in the checksum'],
  ['# END rows=A:1  adler32=5', 'two blanks'],
  ['x# END rows=A:1 adler32=5', 'something before it'],
])('%j is no trailer: %s', (line) => {
  expect(readTrailer(line)).toBeUndefined()
})

test('a file without sections has an empty list of rows', () => {
  expect(readTrailer('# END rows= adler32=1')).toEqual({ rows: [], adler32: 1 })
})
