import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { clear, eachEngine, serverStore } from '../../tests/support/databases.ts'
import { dump } from '../../tests/support/dump.ts'
import { EVENING, type RoundFile, roundFile } from '../../tests/support/round-files.ts'
import { parseRound } from '../parser/parse-round.ts'
import { deleteRound } from '../store/delete-round.ts'
import { loadRound } from '../store/load-round.ts'
import { latestNames } from '../store/migrations/latest-names.ts'
import { opponents } from '../store/migrations/opponents.ts'
import { openStore, type Store } from '../store/open.ts'
import { eachOpponent } from '../store/opponent-bytes.ts'
import { importFile } from './import-file.ts'
import { rebuild } from './rebuild.ts'

const OPTIONS = { timeZone: 'UTC', now: (EVENING + 86_400) * 1000 }

/** Two evenings, two servers, rounds in two files, renames, own sections, a cut file, and one that is no round file. */
const FILES: readonly RoundFile[] = [
  roundFile({ seed: 1 }),
  roundFile({ seed: 2, round_number: 2, start: EVENING + 300 }),
  roundFile({ seed: 3, map_name: 'goldrush', start: EVENING + 900, build: '6.11' }),
  roundFile({ seed: 4, map_name: 'goldrush', start: EVENING + 900, build: '6.11' }),
  roundFile({ seed: 5, server_name: 'second', trailer: true, start: EVENING + 30 }),
  roundFile({ seed: 6, start: EVENING + 86_400 / 2, players: ['^1Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Gale'] }),
  roundFile({ seed: 8, map_name: 'fueldump', start: EVENING + 2_100, build: 'Proximity 1', trailer: true }),
  // two files of one round, of which the better one does not tell who won
  roundFile({ seed: 9, map_name: 'fueldump', start: EVENING + 2_400, build: 'Proximity 1' }),
  roundFile({ seed: 10, map_name: 'fueldump', start: EVENING + 2_400, build: '6.11', trailer: true }),
  {
    ...roundFile({ seed: 7, start: EVENING + 1_500 }),
    bytes: roundFile({ seed: 7, start: EVENING + 1_500 }).bytes.slice(0, 9_000),
  },
  { name: 'x_engagements.txt', bytes: Buffer.from('hello') },
]

async function importAll(store: Store, files: readonly RoundFile[]): Promise<void> {
  for (const file of files) await importFile(store.db, file, OPTIONS)
}

eachEngine('laws of importing', (store) => {
  test('any order and any repetition of files gives the same data', async () => {
    await importAll(store(), FILES)
    const once = await dump(store())
    const orders = fc.sample(
      fc.tuple(fc.shuffledSubarray([...FILES], { minLength: FILES.length }), fc.subarray([...FILES])),
      { numRuns: 6, seed: 11 },
    )
    for (const [shuffled, repeated] of orders) {
      await clear(store())
      await importAll(store(), [...repeated, ...shuffled, ...repeated])
      expect(await dump(store())).toEqual(once)
    }
  })

  test('rounds of before a migration that fills a table read as if they were imported after it', async () => {
    await importAll(store(), FILES)
    const { db } = store()
    const read = async () => {
      const rounds = await db.selectFrom('derived_opponent').selectAll().orderBy('round_id').execute()
      return rounds.map(({ round_id, player_ids, opponents: bytes }) => {
        const met: string[] = []
        eachOpponent(bytes, ({ attacker, target, fights, kills }) =>
          met.push(`${player_ids[attacker]} ${player_ids[target]} ${fights} ${kills}`),
        )
        return { round_id, met: met.sort() }
      })
    }
    const imported = await read()
    await sql`delete from derived_opponent`.execute(db)
    await db.transaction().execute(async (trx) => {
      for (const statement of opponents.statements.slice(1)) await sql.raw(statement).execute(trx)
    })
    expect(imported.length).toBeGreaterThan(5)
    expect(await read()).toEqual(imported)
    const names = db.selectFrom('round_name').select(['round_id', 'name_no', 'started_unix'])
    const before = await names.orderBy('round_id').orderBy('name_no').execute()
    await sql`update round_name set started_unix = null`.execute(db)
    await sql.raw(latestNames.statements[1] as string).execute(db)
    expect(await names.orderBy('round_id').orderBy('name_no').execute()).toEqual(before)
  })

  test('taking rounds out leaves what importing the others gives (L-23)', async () => {
    await importAll(store(), FILES)
    const rounds = await store()
      .db.selectFrom('rounds')
      .innerJoin('round_file', 'round_file.id', 'rounds.file_id')
      .select(['rounds.id', 'round_file.name'])
      .execute()
    const gone = rounds.filter((_, i) => i % 2 === 0)
    for (const { id } of gone)
      expect(
        await store()
          .db.transaction()
          .execute((trx) => deleteRound(trx, id)),
      ).toBe(true)
    const left = await dump(store())
    await clear(store())
    const names = new Set(gone.map(({ name }) => name))
    await importAll(
      store(),
      FILES.filter(({ name }) => !names.has(name)),
    )
    // the second server's row may stay behind without rounds
    expect({ ...left, round_file: [] }).toEqual({ ...(await dump(store())), round_file: [] })
  })

  test('a rebuild gives the same data, also after everything derived was thrown away', async () => {
    await importAll(store(), FILES)
    const before = await dump(store())
    await store().db.deleteFrom('derived_fight').execute()
    await store().db.updateTable('derived_player').set({ kills: 999 }).execute()
    const rounds = await rebuild(store())
    expect(rounds).toBe(8)
    expect(await dump(store())).toEqual(before)
  })

  test('sums over all time are the sums over the rounds', async () => {
    await importAll(store(), FILES)
    const { db } = store()
    const sums = await db
      .selectFrom('derived_player')
      .innerJoin('rounds', 'rounds.id', 'round_id')
      .where('exclusion', 'is', null)
      .select(({ fn }) => [
        fn.sum<number>('crossfire_kills').as('kills'),
        fn.sum<number>('times_targeted').as('targeted'),
      ])
      .executeTakeFirstOrThrow()
    const { rows } = await sql<{ kills: number; targeted: number }>`
      select sum(crossfire_kills) as kills, sum(times_targeted) as targeted from player_teamplay_stats`.execute(db)
    expect(rows[0]).toEqual(sums)
    expect(sums.targeted).toBeGreaterThan(0)
  })

  test('the stored facts give the round back as the file told it', async () => {
    for (const file of FILES.slice(0, 9)) {
      const { state, round_id } = await importFile(store().db, file, OPTIONS)
      const { round } = parseRound(file.bytes)
      const told = { ...round, sections: { ...round.sections } }
      if (state === 'imported') expect(await loadRound(store().db, round_id as number)).toEqual(told)
    }
  })
})

test('two processes that import the same files at once give one copy', async () => {
  const { store, url, drop } = await serverStore()
  const second = await openStore({ url })
  try {
    await Promise.all([importAll(store, FILES), importAll(second, [...FILES].reverse())])
    const both = await dump(store)
    await clear(store)
    await importAll(store, FILES)
    expect(both).toEqual(await dump(store))
  } finally {
    await second.close()
    await drop()
  }
})
