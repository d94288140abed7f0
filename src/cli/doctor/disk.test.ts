import fs, { writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { inFolder } from '../cli.fixtures.ts'
import { readSettings } from '../settings/read.ts'
import { checkDataFolder } from './disk.ts'

const MB = 1_000_000

afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

function check(folder: string, environment: Record<string, string> = {}, free_mb = 5_000) {
  vi.spyOn(fs, 'statfsSync').mockReturnValue({ bavail: free_mb, bsize: MB } as ReturnType<typeof fs.statfsSync>)
  syncBuiltinESMExports()
  return checkDataFolder(readSettings(environment, folder).settings).map(({ level, says }) => [level, says])
}

test.each([
  [1_000, 'ok'],
  [999, 'warning'],
  [200, 'warning'],
  [199, 'problem'],
])('%i MB free on the disk are: %s', async (free_mb, level) => {
  await inFolder(async (folder) => {
    expect(check(folder, {}, free_mb)).toEqual([
      ['ok', join(folder, 'data')],
      [level, `${free_mb.toLocaleString('en')} MB free in ${folder}`],
    ])
  })
})

test('a file where the folder shall be made is a problem', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '')
    expect(check(folder, { PROXIMITY_DATA_DIR: 'file/data' })[0]).toEqual([
      'problem',
      `${join(folder, 'file')}: it is a file, and a folder is needed`,
    ])
  })
})

test('who has a database server needs no folder', async () => {
  await inFolder(async (folder) => {
    expect(check(folder, { DATABASE_URL: 'postgres://u@h/d' }, 0)).toEqual([])
  })
})
