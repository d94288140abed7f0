import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryStore } from '../../../tests/support/databases.ts'
import { inFolder } from '../cli.fixtures.ts'
import { exportJson } from './json-lines.ts'
import { openTarget } from './target.ts'

test('an export that breaks off leaves nothing behind', async () => {
  const { store, drop } = await memoryStore()
  try {
    await inFolder(async (folder) => {
      const target = await openTarget(join(folder, 'rounds.jsonl'))
      await expect(exportJson(store.reader, [1], target)).rejects.toThrow('no result')
      expect(readdirSync(folder)).toEqual([])
    })
  } finally {
    await drop()
  }
})
