import { expect, test } from 'vitest'
import { formatDocument } from './document.ts'
import { SECTIONS } from './sections.ts'

test('the page has a row for every column of every section', () => {
  const [, ...parts] = formatDocument().split('\n### ')
  for (const { name, fields } of SECTIONS) {
    const text = parts.find((part) => part.startsWith(`${name}\n`)) ?? ''
    const rows = text.split('\n').filter((line) => /^\| \d/.test(line))
    expect(
      rows.map((row) => row.split(' | ')[1]),
      name,
    ).toEqual(fields.map(([field]) => `\`${field}\``))
  }
})
