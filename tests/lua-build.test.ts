import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('the built tracker states a hash of its own text', () => {
  const text = readFileSync(join(import.meta.dirname, '../dist/proximity_tracker.lua'), 'utf8')
  const [, hash = ''] = /BUILD = "([0-9a-f]{8})"/.exec(text) ?? []
  expect(text, 'run npm run build:lua').not.toContain('@BUILD@')
  const unstamped = text.replaceAll(hash, '@BUILD@')
  expect(createHash('sha256').update(unstamped).digest('hex').slice(0, 8)).toBe(hash)
})
