import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Importer } from './importer.ts'
import { watch } from './watch.ts'

const PATIENCE = { timeout: 20_000 }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proximity-watch-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what appears while a scan is under way is not left for the interval', async () => {
  let scans = 0
  const scan = async () => {
    scans += 1
    if (scans === 1) {
      writeFileSync(join(folder, 'a.txt'), 'hello')
      await setTimeout(100)
    }
    return { results: [], unsettled: 0 }
  }
  const stop = watch({ scan } as unknown as Importer, folder, { intervalMs: 600_000, failed: vi.fn() })
  await vi.waitFor(() => expect(scans).toBe(2), PATIENCE)
  await stop()
})

test('many changes at a time are one scan', async () => {
  const scan = vi.fn(async () => ({ results: [], unsettled: 0 }))
  const stop = watch({ scan } as unknown as Importer, folder, { intervalMs: 600_000, failed: vi.fn() })
  await vi.waitFor(() => expect(scan).toHaveBeenCalledTimes(1), PATIENCE)
  for (let i = 0; i < 20; i++) writeFileSync(join(folder, `${i}.txt`), 'hello')
  await vi.waitFor(() => expect(scan).toHaveBeenCalledTimes(2), PATIENCE)
  await setTimeout(600)
  expect(scan).toHaveBeenCalledTimes(2)
  await stop()
})
