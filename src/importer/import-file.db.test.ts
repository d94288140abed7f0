import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { rawFile } from '../store/files.ts'
import type { Store } from '../store/open.ts'
import { type ImportOptions, importFile } from './import-file.ts'

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
})
