import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnAt, columnEnd, textAt, textsOf } from './text.ts'

// ids that differ in few places only, some a byte too short or too long, beside other texts
const id = fc
  .tuple(fc.constantFrom('0', '1'), fc.constantFrom('', 'A', 'B'), fc.constantFrom(30, 31, 32))
  .map(([first, last, length]) => first.padEnd(length, '7') + last)
const text = fc.oneof(id, fc.string({ unit: fc.constantFrom('a', 'ö', ' ', '#'), maxLength: 40 }))

test('columns and parts of a line are the texts that stand there, however alike they are', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (columns) => {
      const bytes = new TextEncoder().encode(columns.join(';'))
      const texts = textsOf(bytes)
      const read: string[] = []
      const parts: string[] = []
      for (let at = 0; at <= bytes.length; at = columnEnd + 1) {
        read.push(columnAt(texts, at, bytes.length))
        parts.push(textAt(texts, at, columnEnd))
      }
      expect(read).toEqual(columns)
      expect(parts).toEqual(columns)
    }),
  )
})
