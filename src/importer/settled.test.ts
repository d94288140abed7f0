import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { roundFile } from '../../tests/support/round-files.ts'
import { isSettled, settled } from './settled.ts'

const NOW = 1_000_000
const { bytes } = roundFile({ trailer: true })
const lastLine = Buffer.from(bytes).toString().trimEnd().split('\n').at(-1) as string

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proximity-settled-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each<[what: string, age_ms: number, content: Uint8Array | string, settled: boolean]>([
  ['changed three seconds ago', 3_000, 'x', true],
  ['changed a moment less ago', 2_999, 'x', false],
  ['just changed and empty', 0, '', false],
  ['just changed, with its trailer', 0, bytes, true],
  ['just changed, with a trailer that lacks the end of its line', 0, bytes.slice(0, -1), false],
  ['just changed, with something behind its trailer', 0, Buffer.concat([bytes, Buffer.from('more\n')]), false],
  ['just changed, that begins with a trailer', 0, `${lastLine}\n${'x\n'.repeat(9_000)}`, false],
])('a file that was %s', async (_, age_ms, content, settled) => {
  const path = join(folder, 'a_engagements.txt')
  writeFileSync(path, content)
  const file = { path, size_bytes: statSync(path).size, modified_ms: NOW - age_ms }
  expect(await isSettled(file, NOW)).toBe(settled)
})

test('a file that grows while it is waited for is given as it then is', async () => {
  const path = join(folder, 'a_engagements.txt')
  writeFileSync(path, 'x')
  const waiting = settled({ path, size_bytes: 1, modified_ms: Date.now() - 2_900 })
  writeFileSync(path, bytes)
  expect(await waiting).toEqual({ path, size_bytes: bytes.length, modified_ms: statSync(path).mtimeMs })
})
