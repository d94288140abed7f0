import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { runHere, startProgram } from '../src/cli/cli.fixtures.ts'
import { type DatabasePlace, databasePlace } from '../src/cli/database-place.fixtures.ts'
import type { Store } from '../src/store/open.ts'
import type { Engine } from './support/databases.ts'
import { dump } from './support/dump.ts'
import { EVENING, roundFile } from './support/round-files.ts'

const ROUNDS = 40
const KILLS = 10
/** Longest time from the start, or from the last file that was awaited, to the kill, ms. */
const START_MS = 900
const FILE_MS = 60

const places: DatabasePlace[] = []

afterEach(async () => {
  for (const place of places.splice(0)) await place.drop()
})

async function newPlace(engine: Engine, options?: { made: boolean }): Promise<DatabasePlace> {
  const place = await databasePlace(engine, options)
  places.push(place)
  return place
}

/** Rounds of one evening, a file that is cut, one that tells the same round again, and one that is no round file. */
function writeFiles(folder: string): void {
  mkdirSync(folder)
  const files = Array.from({ length: ROUNDS }, (_, i) => roundFile({ seed: i + 1, start: EVENING + i * 300 }))
  const cut = roundFile({ seed: 98, trailer: true, start: EVENING + 50_000 })
  const twin = roundFile({ seed: 99, start: EVENING, build: '6.11' })
  files.push({ ...cut, bytes: cut.bytes.slice(0, -40) }, { ...twin, name: `second-${twin.name}` })
  files.push({ name: 'no-round_engagements.txt', bytes: Buffer.from('hello') })
  for (const { name, bytes } of files) {
    writeFileSync(join(folder, name), bytes)
    // old enough that nobody waits for its end
    utimesSync(join(folder, name), EVENING, EVENING)
  }
}

/** Imports without being disturbed, and gives what is stored then. */
async function cleanImport(engine: Engine) {
  const place = await newPlace(engine)
  writeFiles(join(place.folder, 'files'))
  expect(await runHere(['import', 'files'], place)).toMatchObject({ exitCode: 3, err: '' })
  return await place.look(dump)
}

/** Starts an import and kills it after some files, or somewhere in its start. */
async function killedImport(place: DatabasePlace): Promise<number | null> {
  const { child, ended, hasSaid } = startProgram(['import', 'files'], place)
  const files = Math.floor(Math.random() * 5)
  if (files > 0) await hasSaid(/^(?:imported|superseded|rejected): /gm, files)
  await sleep(Math.random() * (files === 0 ? START_MS : FILE_MS))
  child.kill('SIGKILL')
  return (await ended).exitCode
}

/** What must hold of the data at any time: a round is in with all its rows and its file, or not at all. */
async function expectWholeRounds({ db }: Store): Promise<void> {
  const { rows } = await sql<{ told: number; stored: number; state: string; round_id: number; id: number }>`
    select r.id, (r.sections -> 'ENGAGEMENTS' ->> 'accepted')::integer as told, f.state, f.round_id,
      (select count(*)::integer from fact_engagements e where e.round_id = r.id) as stored
    from rounds r left join round_file f on f.id = r.file_id`.execute(db)
  for (const { told, stored, state, round_id, id } of rows) {
    expect({ stored, state, round_id }).toEqual({ stored: told, state: 'imported', round_id: id })
  }
}

describe.each<Engine>(['pglite', 'postgres'])('an import that is killed (%s)', (engine) => {
  test('is finished by the next ones: every file is in exactly once, no round in part (L-25)', {
    timeout: 300_000,
  }, async () => {
    const place = await newPlace(engine)
    writeFiles(join(place.folder, 'files'))
    let killed = 0
    for (let i = 0; i < KILLS; i++) {
      if ((await killedImport(place)) === null) killed += 1
      await place.look(expectWholeRounds)
    }
    expect(killed).toBeGreaterThan(KILLS / 2)
    expect(await startProgram(['import', 'files'], place).ended).toMatchObject({ exitCode: 3, err: '' })
    expect(await place.look(dump)).toEqual(await cleanImport(engine))
  })
})

test('an embedded database whose making was killed is made anew', { timeout: 120_000 }, async () => {
  const place = await newPlace('pglite', { made: false })
  writeFiles(join(place.folder, 'files'))
  const { child, ended } = startProgram(['import', 'files'], place)
  // with its first file a folder looks like a database; on a busy machine the moment can be missed
  const moments = ['data/postgres.unfinished/PG_VERSION', 'data/postgres'].map((path) => join(place.folder, path))
  while (!moments.some((path) => existsSync(path))) await sleep(1)
  child.kill('SIGKILL')
  await ended
  const ran = await startProgram(['import', 'files'], place).ended
  expect(ran).toMatchObject({ exitCode: 3, err: '' })
  expect(ran.out).toContain(`${ROUNDS + 3} files: `)
})

test('two processes that import the same files at once make one copy', { timeout: 120_000 }, async () => {
  const place = await newPlace('postgres')
  writeFiles(join(place.folder, 'files'))
  const both = await Promise.all([1, 2].map(() => startProgram(['import', 'files'], place).ended))
  for (const ran of both) expect(ran).toMatchObject({ exitCode: 3, err: '' })
  expect(await place.look(dump)).toEqual(await cleanImport('postgres'))
})

test('a second process on the embedded database is refused with a sentence', { timeout: 60_000 }, async () => {
  const place = await newPlace('pglite')
  writeFiles(join(place.folder, 'files'))
  const first = startProgram(['watch', 'files'], place)
  await first.hasSaid(/^watching /gm, 1)
  expect(await startProgram(['import', 'files'], place).ended).toMatchObject({
    exitCode: 1,
    out: '',
    err: expect.stringMatching(
      /^proximity: the database in \S+ is in use by process \d+: stop it, or let it do the work[^\n]*\n$/,
    ),
  })
  first.child.kill('SIGTERM')
  expect(await first.ended).toMatchObject({ exitCode: 0 })
})
