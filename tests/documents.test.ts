import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DOCUMENTS } from '../scripts/docs.ts'

test.each(Object.entries(DOCUMENTS))('docs/%s is what the code says', (name, text) => {
  expect(readFileSync(join(import.meta.dirname, '../docs', name), 'utf8'), 'run npm run docs').toBe(text())
})
