import { expect, test } from 'vitest'
import { csvLine } from './csv-line.ts'

test.each([
  [[1, true, null, ''], '1,true,,""\n'],
  [['a,b', 'say "hi"', 'two\nlines', '^1name'], '"a,b","say ""hi""","two\nlines",^1name\n'],
  [[new Date(0), [1, 2], { a: 'x' }], '1970-01-01T00:00:00.000Z,"[1,2]","{""a"":""x""}"\n'],
])('%j is written so that it can be read back', (values, line) => {
  expect(csvLine(values)).toBe(line)
})
