import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lockFolder } from '../../store/process-lock.ts'
import { inFolder } from '../cli.fixtures.ts'
import { type DatabasePlace, databasePlace } from '../database-place.fixtures.ts'
import type { Status } from '../running-server.ts'
import { readSettings } from '../settings/read.ts'
import { checkDatabase } from './database.ts'

let place: DatabasePlace
beforeAll(async () => {
  place = await databasePlace('pglite')
})
afterAll(async () => await place.drop())

async function check(running: Partial<Status> | 'nothing' = 'nothing', { environment, folder } = place) {
  const found = await checkDatabase(readSettings(environment, folder).settings, running as Status)
  return found.map(({ level, about, says }) => `${level} ${about}: ${says}`)
}

test('a database in order is of this version and may be written', async () => {
  expect(await check()).toEqual([
    expect.stringMatching(/^ok database: .*, embedded PostgreSQL \d+$/),
    'ok schema: of this version',
    'ok rights: all tables may be read and written',
  ])
})

test('one that is still to be made is in order, and one that does not answer a problem', async () => {
  await inFolder(async (folder) => {
    expect(await check('nothing', { ...place, folder })).toEqual([
      expect.stringMatching(/^ok database: .* is made at the first start$/),
    ])
    const environment = { DATABASE_URL: 'postgres://u@127.0.0.1:1/d' }
    expect(await check('nothing', { ...place, folder, environment })).toEqual([
      expect.stringMatching(/^problem database: nothing answers at 127\.0\.0\.1:1/),
    ])
  })
})

test('one in use by a server of ours is told by that server, else a warning', async () => {
  const unlock = lockFolder(`${place.folder}/data`)
  try {
    expect(await check()).toEqual([expect.stringMatching(/^warning database: another process uses it/)])
    expect(await check({ database: 'ok', schema: 'current' })).toEqual([
      expect.stringMatching(/^ok database: in use by the running server/),
    ])
    expect(await check({ database: 'unavailable' })).toEqual(['problem database: the running server cannot reach it'])
  } finally {
    unlock()
  }
})

test('a server with another clock than this machine is a warning', async () => {
  const server = await databasePlace('postgres')
  const now = Date.now()
  const clocks = async (off_ms: number) => {
    vi.spyOn(Date, 'now').mockReturnValue(now + off_ms)
    return (await check('nothing', server)).filter((line) => line.includes('clock'))
  }
  try {
    expect(await clocks(0)).toEqual([])
    expect(await clocks(600_000)).toEqual([expect.stringMatching(/^warning clock: .* differs by \d+ s$/)])
  } finally {
    vi.restoreAllMocks()
    await server.drop()
  }
})

test('an older schema is a warning', async () => {
  const steps = await place.look(async ({ db }) => await db.selectFrom('schema_migration').selectAll().execute())
  const [last] = steps.sort((a, b) => (a.name < b.name ? 1 : -1))
  expect(last).toBeDefined()
  await place.look(
    async ({ db }) =>
      await db
        .deleteFrom('schema_migration')
        .where('name', '=', last?.name ?? '')
        .execute(),
  )
  expect(await check()).toContain('warning schema: 1 step behind')
})
