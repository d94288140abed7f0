import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../tests/support/databases.ts'
import { dump } from '../../tests/support/dump.ts'
import { parseRound } from '../parser/parse-round.ts'
import { type Ran, runHere, SAMPLES, startProgram } from './cli.fixtures.ts'
import { type DatabasePlace, databasePlace } from './database-place.fixtures.ts'

const CTRL_C = '\u0003'

describe.each<Engine>(['pglite', 'postgres'])('commands on a database (%s)', (engine) => {
  let place: DatabasePlace
  const proximity = (...args: string[]) => runHere(args, place)
  const roundOf = async (map: string) => {
    const id = await place.look(
      async ({ db }) => await db.selectFrom('rounds').select('id').where('map_name', '=', map).execute(),
    )
    return String(id[0]?.id)
  }
  beforeAll(async () => {
    place = await databasePlace(engine)
  })
  afterAll(async () => {
    await place.drop()
  })

  test('import tells what became of each file, and the same files again change nothing', async () => {
    const first = await proximity('import', SAMPLES)
    expect(first).toMatchObject({ exitCode: 0, err: '' })
    expect(first.out.match(/^imported: .*_engagements\.txt as round \d+, \d+ rows$/gm)).toHaveLength(6)
    expect(first.out).toMatch(/^6 files: 6 imported$/m)
    const again = await proximity('import', SAMPLES)
    expect(again.exitCode).toBe(0)
    expect(again.out).toMatch(/^6 files: 6 unchanged$/m)
  })

  test('a file that is not wholly in makes the exit code 3, also the second time', async () => {
    mkdirSync(join(place.folder, 'bad'))
    writeFileSync(join(place.folder, 'bad/x_engagements.txt'), 'hello')
    // old enough that nobody waits for its end
    utimesSync(join(place.folder, 'bad/x_engagements.txt'), 0, 0)
    for (const word of ['rejected', 'rejected before']) {
      const { exitCode, out } = await proximity('import', 'bad')
      expect(exitCode).toBe(3)
      expect(out).toContain(`  ${word}: ${join(place.folder, 'bad/x_engagements.txt')}: `)
    }
  })

  test('import refuses paths that are not there, and does nothing where importing is off', async () => {
    expect(await proximity('import', SAMPLES, 'nowhere')).toMatchObject({
      exitCode: 1,
      out: '',
      err: `proximity: ${join(place.folder, 'nowhere')}: there is no such file or folder\n`,
    })
    const off = { ...place, environment: { ...place.environment, PROXIMITY_ENABLED: 'false' } }
    expect(await runHere(['import', SAMPLES], off)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining('PROXIMITY_ENABLED'),
    })
  })

  test('status counts what is stored and lists the latest rounds', async () => {
    const { exitCode, out } = await proximity('status')
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^rounds {4}6 rounds, 0 of them left out of statistics$/m)
    expect(out).toMatch(/^files {5}6 imported, 0 superseded, 1 rejected$/m)
    expect(out.match(/^round \d+ {2}2026-11-13 \d\d:\d\d:\d\d {2}\w+, round [12]$/gm)).toHaveLength(5)
    expect(JSON.parse((await proximity('status', '--json')).out)).toMatchObject({ status: 'online', importer: null })
  })

  test('doctor finds everything in order', async () => {
    const { exitCode, out } = await proximity('doctor')
    expect(out).toMatch(/^ok {7}schema: of this version$/m)
    expect(out).toMatch(/^ok {7}rights: all tables may be read and written$/m)
    expect(out).not.toMatch(/^problem/m)
    expect(exitCode).toBe(0)
  })

  test('a rebuild leaves the data as it was', async () => {
    const before = await place.look(dump)
    expect(await proximity('rebuild')).toMatchObject({ exitCode: 0, out: expect.stringMatching(/^6 rounds rebuilt$/m) })
    expect((await proximity('rebuild', '--round', await roundOf('sandmill'))).out).toMatch(/^1 round rebuilt$/m)
    expect(await place.look(dump)).toEqual(before)
    const { exitCode, err } = await proximity('rebuild', '--round', '999')
    expect([exitCode, err]).toEqual([
      1,
      'proximity: there is no round 999 with telemetry: proximity status lists the latest ones\n',
    ])
  })

  test('doctor asks for a rebuild of rounds whose numbers an earlier version made', async () => {
    const round = Number(await roundOf('sandmill'))
    await place.look(async ({ db }) => {
      await db.updateTable('derived_round').set({ bot_engagements: null }).where('round_id', '=', round).execute()
    })
    await place.look(async ({ db }) => {
      await db.updateTable('derived_round').set({ presence_ms: null }).execute()
    })
    const { out, exitCode } = await proximity('doctor')
    // a warning is no failure
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^warning {2}numbers: 1 round with bots .*$/m)
    expect(out).toMatch(/^warning {2}numbers: 6 rounds are on no map yet.*$/m)
    await proximity('rebuild')
    expect((await proximity('doctor')).out).not.toContain('numbers:')
  })

  test('export gives a round as its file told it', async () => {
    const ran = await proximity('export', '--round', await roundOf('oldmarket'))
    const [round] = roundsIn(ran)
    const { round: told } = parseRound(readFileSync(join(SAMPLES, String(round?.file_name))))
    const { engagements, player_tracks } = (round?.rows ?? {}) as typeof told.rows
    expect(engagements).toHaveLength(told.rows.engagements.length)
    expect(engagements[0]?.attackers).toEqual(told.rows.engagements[0]?.attackers)
    expect(player_tracks[0]?.path.time_ms).toEqual(Array.from(told.rows.player_tracks[0]?.path.time_ms ?? []))
    expect(player_tracks[0]?.path.event[0]).toBe('spawn')
    expect(round?.header).toEqual(told.header)
  })

  test('export gives all rounds, one per line, in the order of play', async () => {
    const ran = await proximity('export', '--all', '--out', 'all.jsonl')
    expect(ran).toMatchObject({ exitCode: 0, out: '6 rounds in all.jsonl\n' })
    const rounds = roundsIn({ ...ran, out: readFileSync(join(place.folder, 'all.jsonl'), 'utf8') })
    expect(rounds.map(({ map_name }) => map_name)).toEqual(
      ['fjordworks', 'sandmill', 'oldmarket'].flatMap((map) => [map, map]),
    )
  })

  test('a reader of an export that has enough is no error', async () => {
    const { child, ended } = startProgram(['export', '--all'], place)
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await ended).toMatchObject({ exitCode: 0, err: '' })
  })

  test('export gives one CSV file per view, with every row', async () => {
    const ran = await proximity('export', '--all', '--format', 'csv', '--out', 'tables')
    const files = readdirSync(join(place.folder, 'tables'))
    expect(ran.out).toBe(`6 rounds in ${files.length} files in tables\n`)
    const views = await place.look(async ({ db }) => {
      const { rows } = await sql<{
        name: string
      }>`select viewname as name from pg_views where schemaname = current_schema()`.execute(db)
      return rows.map(({ name }) => `${name}.csv`)
    })
    expect(files.sort()).toEqual([...views, 'rounds.csv'].sort())
    for (const view of ['combat_engagement', 'player_track_sample', 'crossfire_pairs'] as const) {
      const count = await place.look(async ({ db }) => {
        const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(view)}`.execute(db)
        return rows[0]?.n
      })
      const text = readFileSync(join(place.folder, `tables/${view}.csv`), 'utf8')
      expect(text.split('\n')).toHaveLength((count ?? 0) + 2)
    }
    const one = await proximity('export', '--round', await roundOf('sandmill'), '--format', 'csv', '--out', 'one')
    expect(one.exitCode).toBe(0)
    expect(readdirSync(join(place.folder, 'one'))).not.toContain('crossfire_pairs.csv')
  })

  test('delete asks first, and nothing but yes is yes', async () => {
    const id = await roundOf('fjordworks')
    for (const typed of ['n\n', '\n', 'yesterday\n', CTRL_C, '']) {
      const { exitCode, out } = await runHere(['delete', id], { ...place, typed })
      expect([exitCode, out]).toEqual([
        1,
        expect.stringMatching(/Delete round \d+ \(fjordworks, .*\)\? .*nothing is deleted\n$/s),
      ])
    }
    expect(await roundOf('fjordworks')).toBe(id)
    expect((await runHere(['delete', id], { ...place, typed: 'Yes\n' })).out).toContain(`deleted: round ${id} `)
    expect((await proximity('import', SAMPLES)).out).toMatch(/^6 files: 1 imported, 5 unchanged$/m)
  })

  test('delete takes a round out, and its file can be imported again', async () => {
    const before = await place.look(dump)
    const id = await roundOf('fjordworks')
    const deleted = await proximity('delete', id, '--yes')
    expect(deleted.exitCode).toBe(0)
    expect(deleted.out).toMatch(
      new RegExp(
        `^deleted: round ${id} \\(fjordworks, round [12], 2026-11-13 [\\d:]{8}\\)\nmove .*_engagements.txt out`,
      ),
    )
    expect(await proximity('delete', id, '--yes')).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining(`there is no round ${id}`),
    })
    expect((await proximity('import', SAMPLES)).out).toMatch(/^6 files: 1 imported, 5 unchanged$/m)
    expect(await place.look(dump)).toEqual(before)
  })

  test('migrate on a database of this version has nothing to do', async () => {
    expect((await proximity('migrate')).out).toMatch(/^the schema of .* is up to date\n$/)
  })

  test('a database of a newer version is left alone', async () => {
    const step = { name: '2099-01-01-wonders', checksum: 'x' }
    await place.look(async ({ db }) => await db.insertInto('schema_migration').values(step).execute())
    const { exitCode, err } = await proximity('import', SAMPLES)
    expect([exitCode, err]).toEqual([
      1,
      expect.stringMatching(/^proximity: the database has the schema step "2099-01-01-wonders"/),
    ])
    expect(await proximity('doctor')).toMatchObject({
      exitCode: 1,
      out: expect.stringMatching(/^problem {2}schema: the step "2099-01-01-wonders" is of a newer version/m),
    })
  })
})

function roundsIn({ out }: Ran): Record<string, unknown>[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
