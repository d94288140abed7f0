import fs, { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { roundFile } from '../../../tests/support/round-files.ts'
import { inFolder } from '../cli.fixtures.ts'
import { readSettings } from '../settings/read.ts'
import { checkClock } from './clock.ts'
import { checkImportFolder } from './import-folder.ts'

const settingsOf = (environment: Record<string, string>, folder: string) => readSettings(environment, folder).settings

test('a default folder that is not there yet is in order, another one is worth a look', async () => {
  await inFolder(async (folder) => {
    const [usual] = await checkImportFolder(settingsOf({}, folder))
    expect(usual).toMatchObject([{ level: 'ok', says: expect.stringContaining('serve makes it') }])
    const [given] = await checkImportFolder(settingsOf({ PROXIMITY_IMPORT_DIR: 'game' }, folder))
    expect(given).toMatchObject([{ level: 'warning', todo: expect.stringContaining('PROXIMITY_IMPORT_DIR') }])
  })
})

test('a folder without round files is a warning, a file in its place a problem', async () => {
  await inFolder(async (folder) => {
    const [empty] = await checkImportFolder(settingsOf({ PROXIMITY_IMPORT_DIR: '.' }, folder))
    expect(empty).toMatchObject([{ level: 'warning', says: expect.stringContaining('has no round files') }])
    writeFileSync(join(folder, 'file'), '')
    const [file] = await checkImportFolder(settingsOf({ PROXIMITY_IMPORT_DIR: 'file' }, folder))
    expect(file).toMatchObject([{ level: 'problem', says: expect.stringContaining('it is a file') }])
  })
})

test('a folder that is not watched is not looked at, and one that cannot be made is a problem', async () => {
  await inFolder(async (folder) => {
    const off = { PROXIMITY_IMPORT_DIR: 'game', PROXIMITY_AUTO_IMPORT: 'false' }
    const [unwatched] = await checkImportFolder(settingsOf(off, folder))
    expect(unwatched).toMatchObject([{ level: 'ok', says: expect.stringContaining('PROXIMITY_AUTO_IMPORT') }])
    writeFileSync(join(folder, 'file'), '')
    const [unmade] = await checkImportFolder(settingsOf({ PROXIMITY_IMPORT_DIR: 'file/game' }, folder))
    expect(unmade).toMatchObject([{ level: 'problem', says: expect.stringContaining('cannot be made in') }])
  })
})

test('a file that this user may not read is a problem', async () => {
  await inFolder(async (folder) => {
    const { name, bytes } = roundFile()
    writeFileSync(join(folder, name), bytes)
    const access = fs.accessSync
    // an administrator may read everything
    const refused = vi.spyOn(fs, 'accessSync').mockImplementation((path, mode) => {
      if (String(path).endsWith(name)) throw new Error('EACCES')
      access(path, mode)
    })
    syncBuiltinESMExports()
    try {
      const [found] = await checkImportFolder(settingsOf({ PROXIMITY_IMPORT_DIR: '.' }, folder))
      expect(found).toMatchObject([
        { level: 'ok' },
        { level: 'problem', says: `${join(folder, name)} may not be read by this user` },
      ])
    } finally {
      refused.mockRestore()
      syncBuiltinESMExports()
    }
  })
})

test('the newest file is told with its age, and one from the future is a warning', async () => {
  await inFolder(async (folder) => {
    const { name, bytes } = roundFile()
    mkdirSync(join(folder, 'deeper'))
    writeFileSync(join(folder, 'old_engagements.txt'), '')
    utimesSync(join(folder, 'old_engagements.txt'), 0, 0)
    writeFileSync(join(folder, 'deeper', name), bytes)
    const hourAgo = Date.now() / 1000 - 3_700
    utimesSync(join(folder, 'deeper', name), hourAgo, hourAgo)
    const settings = settingsOf({ PROXIMITY_IMPORT_DIR: '.' }, folder)
    const [found, newest] = await checkImportFolder(settings)
    expect(found).toMatchObject([
      { level: 'ok', says: `${folder}, 2 round files, the newest 61 minutes old (${name})` },
    ])
    expect(newest?.path).toContain(name)
    utimesSync(join(folder, 'deeper', name), hourAgo + 8_000, hourAgo + 8_000)
    expect((await checkImportFolder(settings))[0]).toMatchObject([{ level: 'ok' }, { level: 'warning' }])
  })
})

test("the game server's clock is compared with the time zone of the settings", async () => {
  await inFolder(async (folder) => {
    const { name, bytes } = roundFile()
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const newest = { path, size_bytes: bytes.length, modified_ms: 0 }
    expect(checkClock(settingsOf({}, folder), newest)).toMatchObject([{ level: 'ok' }, { level: 'ok' }])
    const elsewhere = settingsOf({ PROXIMITY_TIME_ZONE: 'Europe/Berlin' }, folder)
    expect(checkClock(elsewhere, newest)[1]).toMatchObject({
      level: 'warning',
      says: "the clock in the newest file's name is -1 hours off from Europe/Berlin",
    })
  })
})
