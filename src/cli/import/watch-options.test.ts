import { expect, test } from 'vitest'
import { notImported } from '../../importer/import-file.ts'
import type { Context } from '../context.ts'
import { readSettings } from '../settings/read.ts'
import { watchOptions } from './watch-options.ts'

test('a failure is told once until something comes again, and a file that is in already is not told', () => {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const { settings } = readSettings({ PROXIMITY_SCAN_INTERVAL_S: '7' }, '/')
  const { intervalMs, progress, failed } = watchOptions({ print: say, note: say } as Context, settings)
  const bad = notImported('/in/a.txt', 'rejected', 'no round file')
  const full = 'proximity: the scan failed and is tried again: the disk is full: make room and try again'

  for (const _ of [1, 2, 3]) failed(Object.assign(new Error(), { code: 'ENOSPC' }))
  expect(said.splice(0)).toEqual([full])
  failed(Object.assign(new Error(), { code: 'EMFILE' }))
  failed(Object.assign(new Error(), { code: 'ENOSPC' }))
  expect(said.splice(0)).toEqual([expect.stringContaining('too many files'), full])
  progress?.({ ...bad, state: 'unchanged' }, 1, 2)
  progress?.(bad, 2, 2)
  failed(Object.assign(new Error(), { code: 'ENOSPC' }))
  expect(said).toEqual(['rejected: a.txt: no round file', full])
  expect(intervalMs).toBe(7_000)
})
