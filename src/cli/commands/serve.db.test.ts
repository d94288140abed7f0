import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Engine, newDatabase } from '../../../tests/support/databases.ts'
import { SAMPLES, startProgram } from '../cli.fixtures.ts'
import { type DatabasePlace, databasePlace } from '../database-place.fixtures.ts'
import { TRUTH } from '../simulate/play-season.ts'

const [SAMPLE = ''] = readdirSync(SAMPLES)

let place: DatabasePlace
let running: ReturnType<typeof startProgram> | undefined
const start = (...args: string[]) => {
  running = startProgram(args, place)
  return running
}
const once = async (...args: string[]) => await startProgram(args, place).ended

afterEach(async () => {
  running?.child.kill('SIGKILL')
  await running?.ended
  running = undefined
  await place.drop()
})

async function ask(path: string): Promise<{ readonly [name: string]: unknown }> {
  const response = await fetch(`http://127.0.0.1:${place.environment.PROXIMITY_PORT}${path}`)
  return await response.json()
}

describe.each<Engine>(['pglite', 'postgres'])('serve (%s)', (engine) => {
  beforeEach(async () => {
    place = await databasePlace(engine)
  })

  test('it says where, imports what appears, tells other processes, and stops cleanly', async () => {
    const server = start('serve')
    await server.says('importing: round files that appear in')
    expect(await server.says('Proximity')).toContain(`http://127.0.0.1:${place.environment.PROXIMITY_PORT}\n`)
    expect(await ask('/api/status')).toMatchObject({ status: 'online', instance_role: 'production' })

    copyFileSync(join(SAMPLES, SAMPLE), join(place.folder, 'data/incoming', SAMPLE))
    await server.says(`imported: ${SAMPLE} as round 1`)
    expect(await ask('/api/status')).toMatchObject({ counts: { rounds: 1 } })

    expect((await once('status')).out).toMatch(/^rounds {4}1 round, /m)
    const doctor = await once('doctor')
    expect(doctor).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^ok {7}port: Proximity .* answers at/m) })

    const second = await once('serve')
    expect(second).toMatchObject({ exitCode: 1 })
    expect(second.err).toMatch(
      engine === 'pglite'
        ? /^proximity: the database in .* is in use by process \d+: [^\n]*\n$/
        : /^proximity: port \d+ is in use by another program: [^\n]*\n$/,
    )

    server.child.kill('SIGTERM')
    expect(await server.ended).toMatchObject({ exitCode: 0, err: '', out: expect.stringMatching(/stopping\n$/) })
    expect((await once('status')).out).toMatch(/^importer {2}no server is running here$/m)
  })

  test('a stop in the middle of an import finishes the file at hand', async () => {
    mkdirSync(join(place.folder, 'data/incoming'), { recursive: true })
    for (const name of readdirSync(SAMPLES))
      copyFileSync(join(SAMPLES, name), join(place.folder, 'data/incoming', name))
    const server = start('serve')
    await server.says('importing: ')
    server.child.kill('SIGINT')
    expect(await server.ended).toMatchObject({ exitCode: 0, err: '' })
    const counts = await place.look(async ({ db }) => {
      const files = await db.selectFrom('round_file').select('state').execute()
      const rounds = await db.selectFrom('rounds').select('file_id').execute()
      return { files: files.length, rounds: rounds.filter(({ file_id }) => file_id !== null).length }
    })
    expect(counts.files).toBe(counts.rounds)
  })

  test('watch imports what is there and what appears', async () => {
    const incoming = join(place.folder, 'game')
    mkdirSync(incoming)
    copyFileSync(join(SAMPLES, SAMPLE), join(incoming, SAMPLE))
    const watcher = start('watch', 'game', '--server', 'scrim-1')
    await watcher.says(`imported: ${SAMPLE} as round 1`)
    watcher.child.kill('SIGINT')
    expect(await watcher.ended).toMatchObject({ exitCode: 0, err: '' })
    const servers = await place.look(
      async ({ db }) =>
        await db.selectFrom('rounds').innerJoin('server', 'server.id', 'server_id').select('server.name').execute(),
    )
    expect(servers).toEqual([{ name: 'scrim-1' }])
  })
})

test('the demo shows the season that it keeps from a database of its own, whatever the settings say', async () => {
  place = await databasePlace('pglite', { made: false })
  const kept = join(place.folder, 'data/demo/season')
  mkdirSync(kept, { recursive: true })
  for (const name of readdirSync(SAMPLES)) copyFileSync(join(SAMPLES, name), join(kept, name))
  writeFileSync(join(kept, TRUTH), '{}')
  const real = await newDatabase()
  try {
    running = startProgram(['demo'], { ...place, environment: { ...place.environment, DATABASE_URL: real.url } })
    await running.says('importing: ')
    expect(await ask('/api/status')).toMatchObject({
      instance_role: 'demo',
      engine: 'pglite',
      counts: { rounds: 6, excluded_rounds: 0, people: 6 },
    })
    expect(readdirSync(join(place.folder, 'data'))).toEqual(['demo'])
  } finally {
    await real.drop()
  }
})

test('with importing switched off nothing is imported', async () => {
  place = await databasePlace('postgres')
  const off = { ...place, environment: { ...place.environment, PROXIMITY_ENABLED: 'false' } }
  running = startProgram(['serve'], off)
  await running.says('importing: nothing, because PROXIMITY_ENABLED is false')
  expect(await ask('/api/status')).toMatchObject({ importer: null })
})
