import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder } from '../cli.fixtures.ts'
import { readSettings } from './read.ts'
import { shownSettings } from './shown.ts'

test('without any variable every setting has its default', async () => {
  await inFolder(async (folder) => {
    const { settings, problems, warnings } = readSettings({}, folder)
    expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
    expect(settings).toMatchObject({
      enabled: true,
      databaseUrl: '',
      dataFolder: join(folder, 'data'),
      importFolder: join(folder, 'data/incoming'),
      timeZone: 'UTC',
      port: 8_000,
      scanIntervalS: 300,
      corsOrigins: [],
      role: 'production',
    })
  })
})

test('the environment wins over .env, and an empty value counts as none', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, '.env'), 'PROXIMITY_PORT=9001\nPROXIMITY_HOST="0.0.0.0"\nPROXIMITY_ROLE=test # a copy\n')
    const { settings, texts } = readSettings({ PROXIMITY_PORT: '9002', PROXIMITY_HOST: ' ' }, folder)
    expect(settings).toMatchObject({ port: 9_002, host: '0.0.0.0', role: 'test' })
    expect([texts.port.source, texts.host.source, texts.enabled.source]).toEqual(['environment', '.env', 'default'])
  })
})

test.each([
  ['PROXIMITY_PORT', '80a', 'PROXIMITY_PORT is "80a": allowed is a whole number from 0 to 65535'],
  ['PROXIMITY_PORT', '70000', 'PROXIMITY_PORT is "70000": allowed is a whole number from 0 to 65535'],
  ['PROXIMITY_ENABLED', 'maybe', 'PROXIMITY_ENABLED is "maybe": allowed is true or false'],
  ['PROXIMITY_ROLE', 'live', 'PROXIMITY_ROLE is "live": allowed is production, demo or test'],
  ['PROXIMITY_TIME_ZONE', 'Mars/Olympus', 'PROXIMITY_TIME_ZONE is "Mars/Olympus": allowed is a name of the time zone'],
  ['PROXIMITY_CORS_ORIGINS', 'example.org', 'allowed is addresses such as https://stats.example.org'],
  ['PROXIMITY_TRUSTED_PROXIES', '10.0.0.0/33', 'allowed is IP addresses or ranges'],
  ['PROXIMITY_HOST', 'http://here', 'PROXIMITY_HOST is "http://here": allowed is an address of this machine'],
  ['PROXIMITY_GAME_SERVERS', '203.0.113.7:27960', 'allowed is at most 32 names with an address, such as scrim-1='],
  ['PROXIMITY_GAME_SERVERS', 'a=here, a=there', 'allowed is at most 32 names with an address'],
  ['PROXIMITY_GAME_SERVERS', 'a=here:70000', 'allowed is at most 32 names with an address'],
  ['PROXIMITY_GAME_SERVERS', 'a=[203.0.113.7]:27960', 'allowed is at most 32 names with an address'],
  ['PROXIMITY_GAME_SERVERS', ' =here', 'allowed is at most 32 names with an address'],
  ['PROXIMITY_GAME_SERVERS', 'a=udp://here', 'allowed is at most 32 names with an address'],
  ['DATABASE_URL', 'mysql://u:secret@h/d', 'DATABASE_URL is "mysql://u:********@h/d": allowed is an address'],
])('%s=%s is refused with what is allowed', (name, value, sentence) => {
  const { problems } = readSettings({ [name]: value }, '/')
  expect(problems).toEqual([expect.stringContaining(sentence)])
})

test.each(['TRUE', '1', 'yes', 'On'])('%s switches on', (value) => {
  expect(readSettings({ PROXIMITY_DEBUG_LOG: value }, '/').settings.debugLog).toBe(true)
})

test.each([
  ['PROXIMITY_PROT', 'PROXIMITY_PORT'],
  ['PROXIMITY_IMPORT_FOLDER', 'PROXIMITY_IMPORT_DIR'],
  ['PROXIMITY_IMPORTDIR', 'PROXIMITY_IMPORT_DIR'],
  ['PROXIMITY_SCAN', 'PROXIMITY_SCAN_INTERVAL_S'],
  ['PROXIMITY_DATABASE_URL', 'DATABASE_URL'],
  ['PROXIMITY_ZZZZZZ', undefined],
])('an unknown name %s is told, with the nearest known one', (name, near) => {
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  expect(readSettings({ [name]: '1' }, '/').warnings).toEqual([`${name} is not a setting${hint}`])
})

test('a path may begin at the home folder or at the working directory', () => {
  const variables = {
    PROXIMITY_IMPORT_DIR: '~/et/proximity',
    PROXIMITY_DATA_DIR: 'var/data',
    PROXIMITY_MAP_PICTURES: '~/maps',
  }
  expect(readSettings(variables, '/srv').settings).toMatchObject({
    importFolder: join(homedir(), 'et/proximity'),
    dataFolder: '/srv/var/data',
    mapPictures: join(homedir(), 'maps'),
  })
})

test('game servers are named; the port is the usual one unless it is given', () => {
  const PROXIMITY_GAME_SERVERS = 'scrim-1=203.0.113.7:27961, Public server = et.example.org,six=[2001:db8::7]:27962,'
  expect(readSettings({ PROXIMITY_GAME_SERVERS }, '/').settings.gameServers).toEqual([
    { name: 'scrim-1', host: '203.0.113.7', port: 27_961 },
    { name: 'Public server', host: 'et.example.org', port: 27_960 },
    { name: 'six', host: '2001:db8::7', port: 27_962 },
  ])
})

test('secrets are not shown', () => {
  const secrets = { DATABASE_URL: 'postgres://u:geheim@h/d?password=geheim', PROXIMITY_UPLOAD_TOKEN: 'geheim' }
  const shown = JSON.stringify(shownSettings(readSettings(secrets, '/')))
  expect(shown).not.toContain('geheim')
  expect(shown).toContain('postgres://u:********@h/d')
})

test('a .env that is a folder is refused with a sentence', async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, '.env'))
    expect(() => readSettings({}, folder)).toThrow(/\.env cannot be read: it is a folder/)
  })
})
