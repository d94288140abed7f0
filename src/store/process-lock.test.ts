import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LockedError, lockFolder } from './process-lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proximity-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder has one owner at a time', () => {
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(LockedError)
  expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`)
  unlock()
  lockFolder(folder)()
})

test('a killed process leaves its folder to the next one', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  writeFileSync(join(folder, 'proximity.lock'), String(pid))
  const unlock = lockFolder(folder)
  expect(readFileSync(join(folder, 'proximity.lock'), 'utf8')).toBe(String(process.pid))
  unlock()
})

test('a lock file that holds nonsense does not lock for ever', () => {
  writeFileSync(join(folder, 'proximity.lock'), 'x')
  lockFolder(folder)()
})
