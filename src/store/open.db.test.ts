import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { eachEngine, newDatabase } from '../../tests/support/databases.ts'
import { openStore } from './open.ts'

eachEngine('an open database', (store) => {
  test('counts, sums and days arrive as numbers and text', async () => {
    const { rows } = await sql`select count(*) as rows, sum(n::numeric) as sum, max(n)::bigint as most,
      date '2026-02-18' as day from generate_series(1, 3) n`.execute(store().reader)
    expect(rows).toEqual([{ rows: 3, sum: 6, most: 3, day: '2026-02-18' }])
  })
})

test('questions to a server change nothing and end after their time, and its password is shown to nobody (L-69)', async () => {
  const { url, drop } = await newDatabase()
  const address = new URL(url)
  address.username ||= 'postgres'
  address.password ||= 'a-secret'
  address.searchParams.set('application_name', 'secret-too')
  const store = await openStore({ url: address.href }, { statement_timeout_ms: 100 })
  try {
    expect(store.place).not.toContain(address.password)
    expect(store.place).not.toContain('secret-too')
    await expect(store.reader.deleteFrom('rounds').execute()).rejects.toThrow('read-only')
    await expect(sql`select pg_sleep(20)`.execute(store.reader)).rejects.toThrow('statement timeout')
    await expect(sql`select pg_sleep(0.3)`.execute(store.db)).resolves.toBeDefined()
  } finally {
    await store.close()
    await drop()
  }
})

test('a connection that the server drops while nobody uses it ends nothing', async () => {
  const { url, drop } = await newDatabase()
  const store = await openStore({ url })
  try {
    const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`
    const before = (await pid.execute(store.reader)).rows[0]?.pid
    await sql`select pg_terminate_backend(${before}::integer)`.execute(store.db)
    await vi.waitFor(async () => expect((await pid.execute(store.reader)).rows[0]?.pid).not.toBe(before), 10_000)
  } finally {
    await store.close()
    await drop()
  }
})
