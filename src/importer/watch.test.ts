import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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

const NONE = { results: [], unsettled: 0 }
const watching = (scan: () => Promise<object>, intervalMs = 600_000) => {
  const failed = vi.fn()
  return { failed, stop: watch({ scan } as unknown as Importer, folder, { intervalMs, failed }) }
}

test('one scan goes on at a time, however much appears meanwhile', async () => {
  let [scans, underWay, most] = [0, 0, 0]
  const { stop } = watching(async () => {
    scans += 1
    underWay += 1
    most = Math.max(most, underWay)
    if (scans === 1) {
      writeFileSync(join(folder, 'a.txt'), 'hello')
      await setTimeout(700)
    }
    underWay -= 1
    return NONE
  })
  await vi.waitFor(() => expect(scans).toBe(2), PATIENCE)
  await stop()
  expect(most).toBe(1)
})

test('a file that is still being written is looked at again soon', async () => {
  const scan = vi.fn(async () => ({ ...NONE, unsettled: 1 }))
  const { stop } = watching(scan)
  await vi.waitFor(() => expect(scan).toHaveBeenCalledTimes(2), PATIENCE)
  await stop()
})

test('what appears in a folder below is seen', async () => {
  mkdirSync(join(folder, 'below'))
  const scan = vi.fn(async () => NONE)
  const { stop } = watching(scan)
  await vi.waitFor(() => expect(scan).toHaveBeenCalledTimes(1), PATIENCE)
  writeFileSync(join(folder, 'below/a.txt'), 'hello')
  await vi.waitFor(() => expect(scan).toHaveBeenCalledTimes(2), PATIENCE)
  await stop()
})

test('a scan that fails is told, and the next one comes as usual', async () => {
  const scan = vi.fn(async () => await Promise.reject(new Error('no disk')))
  const { failed, stop } = watching(scan, 20)
  await vi.waitFor(() => expect(scan.mock.calls.length).toBeGreaterThan(2), PATIENCE)
  await stop()
  expect(failed).toHaveBeenCalledWith(new Error('no disk'))
})

test('after the stop nothing is scanned, and what is under way is waited for', async () => {
  let finished = 0
  const scan = vi.fn(async () => {
    await setTimeout(200)
    finished += 1
    return NONE
  })
  const { stop } = watching(scan, 20)
  await stop()
  expect([scan.mock.calls.length, finished]).toEqual([1, 1])
  await setTimeout(300)
  expect(scan).toHaveBeenCalledTimes(1)

  const quick = vi.fn(async () => NONE)
  const second = watching(quick, 100)
  await setTimeout(20)
  await second.stop()
  await setTimeout(300)
  expect(quick).toHaveBeenCalledTimes(1)
})
