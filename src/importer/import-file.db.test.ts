import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { dump } from '../../tests/support/dump.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { dataVersion } from '../store/data-version.ts'
import { deleteRound } from '../store/delete-round.ts'
import { rawFile } from '../store/files.ts'
import type { Store } from '../store/open.ts'
import { type ImportOptions, importFile } from './import-file.ts'
import { rebuild } from './rebuild.ts'

const OPTIONS: ImportOptions = { timeZone: 'UTC', now: (EVENING + 86_400) * 1000 }

async function count(
  { db }: Store,
  table: 'rounds' | 'round_file' | 'fact_engagements' | 'derived_player',
): Promise<number> {
  return (
    await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n
}

eachEngine('importing a file', (store) => {
  test('a file becomes a round with its rows, and a line in the ledger', async () => {
    const file = roundFile()
    const result = await importFile(store().db, file, OPTIONS)
    expect(result).toMatchObject({ state: 'imported', completeness: 'unverified', rows_reported: 0, problem_count: 0 })
    expect(await count(store(), 'fact_engagements')).toBe(12)
    const round = await store().db.selectFrom('rounds').selectAll().executeTakeFirstOrThrow()
    expect(round).toMatchObject({
      map_name: 'supply',
      session_date: '2026-02-18',
      round_start_unix: EVENING,
      started_unix: EVENING,
      start_source: 'header',
      exclusion: null,
      gaming_session_id: round.id,
    })
  })

  test('the same content again changes nothing, under whatever name', async () => {
    const file = roundFile()
    await importFile(store().db, file, OPTIONS)
    const again = await importFile(store().db, { ...file, name: `copy-of-${file.name}` }, OPTIONS)
    expect(again.state).toBe('unchanged')
    expect([await count(store(), 'rounds'), await count(store(), 'round_file')]).toEqual([1, 1])
  })

  test.each(['worse first', 'better first'])('of two files of one round the better one stays (%s)', async (order) => {
    const whole = roundFile()
    const text = Buffer.from(whole.bytes).toString()
    const cut = { name: whole.name, bytes: Buffer.from(text.slice(0, text.indexOf('# KILL_HEATMAP'))) }
    const files = order === 'worse first' ? [cut, whole] : [whole, cut]
    for (const file of files) await importFile(store().db, file, OPTIONS)
    expect(await count(store(), 'rounds')).toBe(1)
    const ledger = await store()
      .db.selectFrom('round_file')
      .select(['state', 'completeness'])
      .orderBy('state')
      .execute()
    expect(ledger).toEqual([
      { state: 'imported', completeness: 'unverified' },
      { state: 'superseded', completeness: 'incomplete' },
    ])
    expect((await store().db.selectFrom('rounds').select('completeness').executeTakeFirstOrThrow()).completeness).toBe(
      'unverified',
    )
    expect(await count(store(), 'derived_player')).toBe(6)
  })

  test('a cut file is imported as incomplete, with the reason, and left out of statistics', async () => {
    const { name, bytes } = roundFile({ trailer: true })
    const result = await importFile(store().db, { name, bytes: bytes.slice(0, bytes.length - 20) }, OPTIONS)
    expect(result).toMatchObject({
      state: 'imported',
      completeness: 'incomplete',
      reason: expect.stringContaining('the file stops inside its trailer'),
    })
    expect((await store().db.selectFrom('rounds').select('exclusion').executeTakeFirstOrThrow()).exclusion).toBe(
      'incomplete',
    )
    expect(await store().db.selectFrom('round_name').select('name').execute()).not.toEqual([])
  })

  test('what is no round file is rejected with the reason, once', async () => {
    const file = {
      name: '2026-02-18-201200--round-1_engagements.txt',
      bytes: Buffer.from('# ENGAGEMENT_ANALYSIS\n1\t2\n'),
    }
    const first = await importFile(store().db, file, OPTIONS)
    expect(first.state).toBe('rejected')
    expect(first.reason).toContain('prototype')
    const again = await importFile(store().db, file, OPTIONS)
    expect(again.state).toBe('unchanged')
    expect(again.reason).toContain('rejected before')
  })

  test('the server comes from the header, else from the caller; two servers never share a round (L-32)', async () => {
    const named = roundFile({ server_name: 'scrim-1', trailer: true })
    const unnamed = roundFile({ seed: 2 })
    await importFile(store().db, named, { ...OPTIONS, server: 'other' })
    await importFile(store().db, unnamed, { ...OPTIONS, server: 'other' })
    await importFile(store().db, roundFile({ seed: 3 }), OPTIONS)
    const rounds = await store()
      .db.selectFrom('rounds')
      .innerJoin('server', 'server.id', 'rounds.server_id')
      .select(['server.name', 'map_name', 'round_start_unix'])
      .orderBy('server.name')
      .execute()
    expect(rounds.map(({ name }) => name)).toEqual(['', 'other', 'scrim-1'])
    expect(new Set(rounds.map(({ round_start_unix }) => round_start_unix)).size).toBe(1)
  })

  test('two plays of one map in an evening are two rounds, and rows never cross (L-31, L-32)', async () => {
    for (let play = 0; play < 5; play++) {
      await importFile(store().db, roundFile({ seed: play, start: EVENING + play * 600 }), OPTIONS)
    }
    const rows = await store()
      .db.selectFrom('fact_engagements')
      .innerJoin('round_person', (join) =>
        join
          .onRef('round_person.round_id', '=', 'fact_engagements.round_id')
          .onRef('round_person.name_no', '=', 'target_no'),
      )
      .select('row_no')
      .execute()
    expect(rows.length).toBe(await count(store(), 'fact_engagements'))
    expect(await count(store(), 'rounds')).toBe(5)
  })

  test('a file without a start is placed by its name in the time zone of the server (L-34)', async () => {
    const file = roundFile({ start: 0 })
    await importFile(store().db, file, { ...OPTIONS, timeZone: 'Europe/Berlin' })
    const round = await store().db.selectFrom('rounds').selectAll().executeTakeFirstOrThrow()
    expect(round).toMatchObject({ round_start_unix: 0, start_source: 'file_name', session_date: '2026-02-18' })
    const { clock_start_ms, clock_end_ms } = await store()
      .db.selectFrom('derived_round')
      .selectAll()
      .executeTakeFirstOrThrow()
    const length = Math.round((clock_end_ms - clock_start_ms) / 1000)
    // the name says 20:12:00, which in Berlin's winter is 19:12:00 UTC
    expect(round.started_unix).toBe(EVENING + 120 - 3_600 - length)
  })

  test.each([
    ['a clock of 1970', { start: 1000 }, 'clock'],
    ['a clock of 2099', { start: 4_070_908_800 }, 'clock'],
    ['a test run', { build: '6.11', header: { test_mode: true } }, 'test_mode'],
    ['a round of bots', { players: ['OMNIBOT0', 'OMNIBOT1', 'OMNIBOT2', 'OMNIBOT3'] }, 'bots'],
  ])('%s is kept, but counts nowhere', async (_, options, exclusion) => {
    const file = roundFile(options)
    const bytes = Buffer.from(
      Buffer.from(file.bytes).toString('latin1').replaceAll('4F4D4E49424F54', 'OMNIBOT'),
      'latin1',
    )
    const result = await importFile(store().db, { ...file, bytes }, OPTIONS)
    expect(result.state).toBe('imported')
    expect((await store().db.selectFrom('rounds').select('exclusion').executeTakeFirstOrThrow()).exclusion).toBe(
      exclusion,
    )
  })

  test('people without an identifier are never followed into another round (L-21)', async () => {
    for (const start of [EVENING, EVENING + 600]) {
      const { name, bytes } = roundFile({ start })
      const anonymous = Buffer.from(bytes)
        .toString()
        .replaceAll(/;[0-9A-F]{32};Birch;/g, ';;Birch;')
      await importFile(store().db, { name, bytes: Buffer.from(anonymous) }, OPTIONS)
    }
    const unknown = await store().db.selectFrom('player').select('guid').where('kind', '=', 'unknown').execute()
    expect(unknown).toHaveLength(2)
  })

  test('the kept file is the imported one, byte for byte', async () => {
    const file = roundFile()
    await importFile(store().db, file, OPTIONS)
    const { id } = await store().db.selectFrom('round_file').select('id').executeTakeFirstOrThrow()
    expect(await rawFile(store().db, id)).toEqual(Buffer.from(file.bytes))
  })

  test('a file that repeats the numbers of its engagements is stored whole', async () => {
    const { name, bytes } = roundFile()
    const repeated = Buffer.from(bytes)
      .toString()
      .replace(/^\d+(?=;\d+;\d+;\d+;[0-9A-F]{32};)/gm, '1')
    const result = await importFile(store().db, { name, bytes: Buffer.from(repeated) }, OPTIONS)
    expect(result).toMatchObject({ state: 'imported', rows_reported: 0 })
    expect(await count(store(), 'fact_engagements')).toBe(12)
  })

  test('what is in the ledger is not read again', async () => {
    const file = roundFile()
    await importFile(store().db, file, OPTIONS)
    const unread = async () => await Promise.reject(new Error('read again'))
    await expect(importFile(store().db, file, OPTIONS, unread)).resolves.toMatchObject({ state: 'unchanged' })
  })

  test('every change of what is stored raises the version of the data, and nothing else does (L-55)', async () => {
    const { db } = store()
    const raised = async (work: () => Promise<unknown>) => {
      const before = await dataVersion(db)
      await work()
      return (await dataVersion(db)) > before
    }
    const whole = roundFile()
    const text = Buffer.from(whole.bytes).toString()
    const cut = { name: whole.name, bytes: Buffer.from(text.slice(0, text.indexOf('# KILL_HEATMAP'))) }
    const nothing = { name: whole.name, bytes: Buffer.from('hello') }
    const give = (file: typeof whole) => raised(() => importFile(db, file, OPTIONS))
    const found = [await give(whole), await give(cut), await give(nothing)]
    expect(found).toEqual([true, true, true])
    expect([await give(whole), await give(cut), await give(nothing)]).toEqual([false, false, false])
    expect(await raised(() => rebuild(store()))).toBe(true)
    const { id } = await db.selectFrom('rounds').select('id').executeTakeFirstOrThrow()
    const take = async () => await db.transaction().execute((trx) => deleteRound(trx, id))
    expect(await raised(async () => expect(await take()).toBe(true))).toBe(true)
    expect(await raised(async () => expect(await take()).toBe(false))).toBe(false)
  })

  test('a round that was taken out comes back whole with its file, and so does the file that it had replaced', async () => {
    const { db } = store()
    const whole = roundFile()
    const cut = { ...whole, bytes: whole.bytes.slice(0, 9_000) }
    for (const file of [cut, whole]) await importFile(db, file, OPTIONS)
    const before = await dump(store())
    const { id } = await db.selectFrom('rounds').select('id').executeTakeFirstOrThrow()
    await db.transaction().execute((trx) => deleteRound(trx, id))
    expect([await count(store(), 'round_file'), await count(store(), 'rounds')]).toEqual([0, 0])
    expect(await db.selectFrom('player').select('id').execute()).toEqual([])
    for (const file of [cut, whole]) expect((await importFile(db, file, OPTIONS)).state).toBe('imported')
    expect(await dump(store())).toEqual(before)
  })

  test('the rest of a file is left out, not the count of what was wrong with it: 200 problems are kept', async () => {
    const { name, bytes } = roundFile()
    const wrong = `${'x;y\n'.repeat(300)}# KILL_HEATMAP`
    const broken = Buffer.from(Buffer.from(bytes).toString().replace('# KILL_HEATMAP', wrong))
    const { problem_count } = await importFile(store().db, { name, bytes: broken }, OPTIONS)
    expect(problem_count).toBe(300)
    const { problems, ...row } = await store()
      .db.selectFrom('round_file')
      .select(['problems', 'problem_count'])
      .executeTakeFirstOrThrow()
    expect([problems.length, row.problem_count]).toEqual([200, 300])
  })

  test.each([
    ['is called otherwise', { name: 'round.txt' }, 'does not end in _engagements.txt'],
    ['says neither when nor what it was', { name: 'x_engagements.txt', start: 0, map_name: '' }, 'neither the header'],
  ])('a file that %s is rejected with the reason', async (_, { name, ...options }, reason) => {
    const result = await importFile(store().db, { ...roundFile(options), name }, OPTIONS)
    expect(result).toMatchObject({ state: 'rejected', reason: expect.stringContaining(reason) })
  })

  test('without a start, rounds are told apart by date, time and number of the name; the same name is the same round', async () => {
    const one = roundFile({ start: 0 })
    const others = [roundFile({ start: 0, round_number: 2 })]
    for (const [i, stamp] of ['2026-02-19-201200', '2026-02-18-201201'].entries()) {
      // a comment of its own makes it another content
      const bytes = Buffer.concat([one.bytes, Buffer.from(`# note ${i}\n`)])
      others.push({ name: `${stamp}-supply-round-1_engagements.txt`, bytes })
    }
    for (const file of [one, ...others]) await importFile(store().db, file, OPTIONS)
    expect(await count(store(), 'rounds')).toBe(4)
    await importFile(store().db, roundFile({ start: 0, seed: 2 }), OPTIONS)
    expect([await count(store(), 'rounds'), await count(store(), 'round_file')]).toEqual([4, 5])
  })

  test('an identifier is the same in small letters', async () => {
    await importFile(store().db, roundFile(), OPTIONS)
    const { name, bytes } = roundFile({ seed: 2, start: EVENING + 600 })
    const small = Buffer.from(bytes)
      .toString()
      .replaceAll(/\b[0-9A-F]{32}\b/g, (guid) => guid.toLowerCase())
    await importFile(store().db, { name, bytes: Buffer.from(small) }, OPTIONS)
    expect(await store().db.selectFrom('player').select('guid').execute()).toHaveLength(6)
  })

  test('two maps that begin in the same second are two rounds', async () => {
    for (const map_name of ['supply', 'radar']) await importFile(store().db, roundFile({ map_name }), OPTIONS)
    expect(await count(store(), 'rounds')).toBe(2)
  })

  test('people without an identifier are nobody on another server, though map and start are the same', async () => {
    for (const server of ['one', 'two']) {
      const { name, bytes } = roundFile({ server_name: server, trailer: true })
      const anonymous = Buffer.from(bytes)
        .toString()
        .replaceAll(/;[0-9A-F]{32};Birch;/g, ';;Birch;')
      await importFile(store().db, { name, bytes: Buffer.from(anonymous) }, OPTIONS)
    }
    expect(await store().db.selectFrom('player').select('guid').where('kind', '=', 'unknown').execute()).toHaveLength(2)
  })
})
