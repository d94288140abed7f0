import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { serverStore } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { deleteRound } from '../store/delete-round.ts'
import { importTransaction, lockImports } from '../store/locks.ts'
import { importFile } from './import-file.ts'
import { rebuild } from './rebuild.ts'

const OPTIONS = { timeZone: 'UTC', now: (EVENING + 86_400) * 1000 }

let opened: Awaited<ReturnType<typeof serverStore>>
beforeAll(async () => {
  opened = await serverStore()
  await importFile(opened.store.db, roundFile(), OPTIONS)
})
afterAll(async () => await opened.drop())

test.each([
  ['an import', () => importFile(opened.store.db, roundFile({ seed: 2, start: EVENING + 600 }), OPTIONS)],
  ['a rebuild', () => rebuild(opened.store)],
  ['a deletion', () => opened.store.db.transaction().execute((trx) => deleteRound(trx, 1))],
])('%s waits for the import that another process has under way', async (_, work) => {
  const { db, reader } = opened.store
  let done = false
  let working: Promise<unknown> = Promise.resolve()
  await db.transaction().execute(async (trx) => {
    await lockImports(trx)
    working = work().then(() => {
      done = true
    })
    await vi.waitFor(async () => {
      const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`.execute(reader)
      expect(rows).toHaveLength(1)
    }, 20_000)
    expect(done).toBe(false)
  })
  await working
  expect(done).toBe(true)
})

test('imports of one process use one connection, and one that fails keeps no other back', async () => {
  const { db } = opened.store
  const pids = [1, 2, 3].map((nth) =>
    importTransaction(db, async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      if (nth === 2) throw new Error('no file')
      return rows[0]?.pid
    }),
  )
  const [first, second, third] = await Promise.allSettled(pids)
  expect(second?.status).toBe('rejected')
  expect(third).toEqual(first)
})
