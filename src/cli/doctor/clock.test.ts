import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { EVENING, roundFile } from '../../../tests/support/round-files.ts'
import { inFolder } from '../cli.fixtures.ts'
import { readSettings } from '../settings/read.ts'
import { checkClock } from './clock.ts'

const { settings } = readSettings({}, '/')

afterEach(() => vi.useRealTimers())

test('a machine that lives before this version was made has a wrong clock', () => {
  vi.setSystemTime(Date.UTC(2020, 0, 1, 12))
  expect(checkClock(settings, undefined)).toMatchObject([
    { level: 'problem', says: "this machine's clock says 2020-01-01 12:00, before this version was made" },
  ])
})

test.each([
  [600, 'ok'],
  [601, 'warning'],
])('a name %i s behind the end that the header tells is: %s', async (late_s, level) => {
  await inFolder(async (folder) => {
    const path = join(folder, roundFile({ start: EVENING + late_s }).name)
    const { bytes } = roundFile()
    writeFileSync(path, bytes)
    const found = checkClock(settings, { path, size_bytes: bytes.length, modified_ms: 0 })
    expect(found.map((finding) => finding.level)).toEqual(['ok', level])
  })
})

test.each([
  ['is no round file', 'hello'],
  ['tells no end', roundFile({ start: 0 }).bytes],
])('of a file that %s nothing is said', async (_, content) => {
  await inFolder(async (folder) => {
    const path = join(folder, roundFile().name)
    writeFileSync(path, content)
    expect(checkClock(settings, { path, size_bytes: 1, modified_ms: 0 })).toHaveLength(1)
  })
})
