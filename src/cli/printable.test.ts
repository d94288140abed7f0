import { expect, test } from 'vitest'
import { counted, printable } from './printable.ts'

test.each([
  ['^1Red^7White', 'RedWhite'],
  ['a^^1b', 'a^b'],
  ['\u001b[31mx\u009b2J', '?[31mx?2J'],
  ['left\u202eright', 'left?right'],
  ['M\ueffcller', 'Müller'],
])('%j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('a count has the form of its number', () => {
  expect([counted(1, 'file'), counted(0, 'file'), counted(1_234, 'file')]).toEqual(['1 file', '0 files', '1,234 files'])
})
