import { expect, test } from 'vitest'
import { SECTIONS } from '../format/sections.ts'
import { ROW_MAKERS } from './row-makers.ts'

test.each(SECTIONS)('a row of $name has each field of the section, in its order', ({ key, fields }) => {
  const names = fields.map(([name]) => name)
  expect(Object.entries(ROW_MAKERS[key](names))).toEqual(names.map((name) => [name, name]))
})
