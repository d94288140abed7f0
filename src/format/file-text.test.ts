import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText, encodeText, readableText } from './file-text.ts'

const decode = (bytes: Uint8Array) => decodeText(bytes, 0, bytes.length)
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 40 }),
  // bytes near the edges of UTF-8, where valid and invalid sequences meet
  fc
    .array(
      fc.constantFrom(
        0x41,
        0x7f,
        0x80,
        0xbf,
        0xc1,
        0xc2,
        0xe0,
        0xa0,
        0x9f,
        0xed,
        0xee,
        0xbe,
        0xef,
        0xf0,
        0x90,
        0xf4,
        0xf5,
      ),
      { maxLength: 12 },
    )
    .map((bytes) => Uint8Array.from(bytes)),
)

test('every text gives the bytes back that it was read from, so no two byte strings become one text', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      expect(encodeText(decode(bytes))).toEqual(bytes)
    }),
    { numRuns: 2_000 },
  )
})

test('valid UTF-8 is read as every UTF-8 decoder reads it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = text.replace(/[\uef80-\uefff]/g, '')
      expect(decode(new TextEncoder().encode(plain))).toBe(plain)
    }),
    { numRuns: 1_000 },
  )
})

test('bytes that a strict UTF-8 decoder refuses are each kept as a character of their own', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const valid = (() => {
        try {
          return strict.decode(bytes)
        } catch {
          return undefined
        }
      })()
      const text = decode(bytes)
      expect(/[\uef80-\uefff]/.test(text)).toBe(valid === undefined || /[\uef80-\uefff]/.test(valid))
      expect(text.isWellFormed()).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('a Latin-1 name and its UTF-8 twin stay two names and are shown alike', () => {
  const latin = decode(Uint8Array.of(0x4d, 0xfc, 0x6c))
  const utf8 = decode(new TextEncoder().encode('Mül'))
  expect(latin).not.toBe(utf8)
  expect(readableText(latin)).toBe('Mül')
  expect(readableText(utf8)).toBe('Mül')
})

test('a byte order mark inside the text stays', () => {
  expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\ufeffA')
})
