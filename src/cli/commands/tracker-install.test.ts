import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, runHere } from '../cli.fixtures.ts'

const BUILT = readFileSync(join(import.meta.dirname, '../../../dist/proximity_tracker.lua'), 'utf8')
const OLDER = 'VERSION = "Proximity 0.9.0"\nBUILD = "0123abcd"\n'
const TRACKER = 'server/legacy/proximity_tracker.lua'
const CONFIG = 'server/legacy/proximity_config.lua'
const VERSION = /Proximity \d+\.\d+\.\d+ \(build [0-9a-f]{8}\)/.source

/** A game server with these files below `server`. */
async function onServer<T>(
  files: Readonly<Record<string, string>>,
  work: (server: {
    install(environment?: Readonly<Record<string, string>>, to?: string): ReturnType<typeof runHere>
    read(path: string): string
    list(): string[]
    readonly folder: string
  }) => Promise<T>,
): Promise<T> {
  return await inFolder(async (folder) => {
    mkdirSync(join(folder, 'server/legacy'), { recursive: true })
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), text)
    }
    return await work({
      folder,
      install: (environment = {}, to = 'server/legacy') =>
        runHere(['tracker', 'install', '--to', to], { folder, environment }),
      read: (path) => readFileSync(join(folder, path), 'utf8'),
      list: () => readdirSync(join(folder, 'server/legacy')).sort(),
    })
  })
}

test('a first install copies the tracker, writes its settings and says the line to add', async () => {
  await onServer({}, async ({ install, read, list }) => {
    const ran = await install()
    expect(ran).toMatchObject({ exitCode: 0, err: '' })
    expect(ran.out).toMatch(new RegExp(`^${TRACKER} {2}is new: ${VERSION}\n${CONFIG} {2}is new: `))
    expect(ran.out).toContain('\n    set lua_modules "proximity_tracker.lua"\n')
    expect(read(TRACKER)).toBe(BUILT)
    expect(list()).toEqual(['proximity_config.lua', 'proximity_tracker.lua'])
  })
})

test('an update says from which version to which, and leaves the settings alone', async () => {
  await onServer({ [TRACKER]: OLDER, [CONFIG]: 'return {}' }, async ({ install, read }) => {
    const ran = await install()
    expect(ran.out).toMatch(new RegExp(`was Proximity 0\\.9\\.0 \\(build 0123abcd\\), is ${VERSION}\n`))
    expect(ran.out).toContain(`${CONFIG}  is left as it is\n`)
    expect(read(TRACKER)).toBe(BUILT)
    expect(read(CONFIG)).toBe('return {}')
    expect((await install()).out).toMatch(new RegExp(`is ${VERSION} already\n`))
  })
})

test('the tracker is updated where the server loads it from', async () => {
  const files = {
    'server/legacy/luascripts/proximity_tracker.lua': OLDER,
    'server/legacy/server.cfg': 'set lua_modules "luascripts/proximity_tracker.lua"',
  }
  await onServer(files, async ({ install, read, list }) => {
    const ran = await install()
    expect(ran.out).toContain('server/legacy/server.cfg, line 1: lists the tracker already')
    expect(read('server/legacy/luascripts/proximity_tracker.lua')).toBe(BUILT)
    // the engine looks for the settings in the mod folder only
    expect(list()).toEqual(['luascripts', 'proximity_config.lua', 'server.cfg'])
  })
})

test('the configs of the server are read where they may be, and never written', async () => {
  const configs = {
    'server/etmain/server.cfg': 'set lua_modules "a.lua"\nset lua_allowedModules "X"\n',
    'server/legacy/configs/6on6.config': 'init {\nsetl lua_modules "b.lua"\n}\n',
    'server/legacy/list.txt': 'proximity_tracker.lua\n',
    'server/legacy/extra.cfg': 'set g_luaModuleList list.txt',
    'server/legacy/notes.txt': 'set lua_modules "c.lua"',
  }
  await onServer(configs, async ({ install, read }) => {
    const { out } = await install()
    expect(out).toContain('server/etmain/server.cfg, line 1: ')
    expect(out).toContain('\n    setl lua_modules "b.lua proximity_tracker.lua"\n')
    expect(out).toContain('server/legacy/extra.cfg, line 1: lua_modules does not count, and the list list.txt has')
    expect(out).not.toContain('c.lua')
    const signature = createHash('sha1').update(BUILT).digest('hex').toUpperCase()
    expect(out).toContain(`\n    set lua_allowedModules "X ${signature}"\n`)
    for (const [name, text] of Object.entries(configs)) expect(read(name)).toBe(text)
  })
})

test("what this project's settings say of the server goes into the tracker's", async () => {
  await onServer({}, async ({ install, read, folder }) => {
    const PROXIMITY_IMPORT_DIR = join(folder, 'server/legacy/stats')
    const ran = await install({ PROXIMITY_SERVER_NAME: 'scrim-1', PROXIMITY_IMPORT_DIR })
    expect(ran.out).toContain('but for server_name scrim-1 and output_dir stats/\n')
    expect(read(CONFIG)).toMatch(/^ {2}output_dir = "stats\/",$/m)
    expect(read(CONFIG)).toMatch(/^ {2}server_name = "scrim-1",$/m)
  })
})

test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
  ['no folder', {}, 'nowhere', /nowhere: there is no such folder; it is the game server's folder/],
  ['a file', { 'server/x': '' }, 'server/x', /server\/x: there is no such folder/],
  ['the folder above', {}, 'server', /server: this is the folder above the mod's; give server\/legacy/],
  ['the base game', { 'etmain/pak0.pk3': '' }, 'etmain', /the folder of the base game; give legacy/],
  ['another folder', { 'music/a.mp3': '' }, 'music', /music: this is no folder of a mod/],
  ['another tracker', { [TRACKER]: 'version = "6.11"' }, 'server/legacy', /is a tracker of another kind: move it away/],
])('%s is refused in a sentence, and nothing is written', async (_, files, to, message) => {
  await onServer(files, async ({ install, list }) => {
    const before = list()
    const ran = await install({}, to)
    expect(ran).toMatchObject({ exitCode: 1, out: '' })
    expect(ran.err).toMatch(message)
    expect(ran.err).not.toContain('unexpected')
    expect(list()).toEqual(before)
  })
})

test('a mod of another name is known by its files', async () => {
  await onServer({ 'server/silent/mod.pk3': '' }, async ({ install }) => {
    expect(await install({}, 'server/silent')).toMatchObject({ exitCode: 0 })
  })
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written to is refused', async () => {
  await onServer({}, async ({ install, folder }) => {
    chmodSync(join(folder, 'server/legacy'), 0o500)
    expect((await install()).err).toMatch(/server\/legacy: this user may not write there; run this as the account/)
  })
})
