import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serverStore } from '../../../tests/support/databases.ts'
import { rowsOf, snapshot } from './snapshot.ts'

test('an export sees the data of one instant and changes nothing', async () => {
  const { store, drop } = await serverStore()
  try {
    const names = await snapshot(store, async (trx) => {
      const count = async () => (await trx.selectFrom('server').select('id').execute()).length
      const before = await count()
      await store.db.insertInto('server').values({ name: 'another' }).execute()
      return [before, await count()]
    })
    expect(names).toEqual([1, 1])
    await expect(snapshot(store, (trx) => trx.deleteFrom('server').execute())).rejects.toThrow('read-only')
  } finally {
    await drop()
  }
})

test('a long answer is read whole, some rows at a time', async () => {
  const { store, drop } = await serverStore()
  try {
    for (const rows of [0, 1, 2, 3, 4, 5]) {
      const query = sql`select n from generate_series(1, ${sql.lit(rows)}) n order by n`
      const read: unknown[] = []
      await snapshot(store, async (trx) => {
        for await (const { n } of rowsOf(trx, query, 2)) read.push(n)
      })
      expect(read).toEqual(Array.from({ length: rows }, (_, i) => i + 1))
    }
  } finally {
    await drop()
  }
})
