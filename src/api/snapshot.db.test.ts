import { expect, test } from 'vitest'
import { serverStore } from '../../tests/support/databases.ts'
import { EVENING } from '../../tests/support/round-files.ts'
import { dataVersion } from '../store/data-version.ts'
import { importRounds } from './served.fixtures.ts'
import { inSnapshot } from './snapshot.ts'

test('one answer is of one state of the data, and says which, whatever is imported meanwhile', async () => {
  const { store, drop } = await serverStore()
  try {
    await importRounds(store, [{}])
    const before = await dataVersion(store.db)
    const { version, found } = await inSnapshot(store.reader, async (db) => {
      const count = async () => (await db.selectFrom('rounds').select('id').execute()).length
      const first = await count()
      await importRounds(store, [{ seed: 2, start: EVENING + 600 }])
      return [first, await count()]
    })
    expect(found).toEqual([1, 1])
    expect(version).toBe(before)
    expect(await dataVersion(store.db)).toBeGreaterThan(before)
    await expect(inSnapshot(store.reader, (db) => db.deleteFrom('rounds').execute())).rejects.toThrow(
      'could not be read',
    )
  } finally {
    await drop()
  }
})
