import { spawn, spawnSync } from 'node:child_process'
import fs, { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LockedError, lockFolder } from './process-lock.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'proximity-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Lets another process lock the folder and stay there, or be killed. */
function locked(end: 'killed' | 'waiting') {
  const work = `
    const { lockFolder } = await import('${import.meta.dirname}/process-lock.ts')
    lockFolder('${folder}')
    ${end === 'killed' ? "process.kill(process.pid, 'SIGKILL')" : "console.log('locked'); setInterval(() => {}, 1000)"}`
  return ['--input-type=module', '--eval', work]
}

function lockText(): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'proximity.lock'), 'utf8'))
}

test('a folder has one owner at a time', () => {
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(LockedError)
  expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`)
  expect(readdirSync(folder)).toEqual(['proximity.lock'])
  unlock()
  lockFolder(folder)()
  expect(readdirSync(folder)).toEqual([])
})

test('another living process keeps its folder', async () => {
  const other = spawn(process.execPath, locked('waiting'), { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve) => other.stdout.once('data', resolve))
  expect(() => lockFolder(folder)).toThrow(`in use by process ${other.pid}`)
  other.kill('SIGKILL')
})

test('a killed process leaves its folder to the next one', () => {
  spawnSync(process.execPath, locked('killed'))
  const left = lockText()
  const unlock = lockFolder(folder)
  expect(lockText().pid).toBe(process.pid)
  expect(left.pid).not.toBe(process.pid)
  unlock()
})

test.runIf(process.platform === 'linux')('a number that has gone to another process does not lock for ever', () => {
  const unlock = lockFolder(folder)
  const text = lockText()
  unlock()
  writeFileSync(join(folder, 'proximity.lock'), JSON.stringify({ ...text, began: 'another boot 1' }))
  lockFolder(folder)()
})

test('a process of another machine or container is believed to live', () => {
  const owner = { pid: 1, host: 'somewhere-else', began: '' }
  writeFileSync(join(folder, 'proximity.lock'), JSON.stringify(owner))
  expect(() => lockFolder(folder)).toThrow(/in use by process 1 on somewhere-else: .* delete .*proximity\.lock/)
})

test('a lock file that holds nonsense does not lock for ever', () => {
  writeFileSync(join(folder, 'proximity.lock'), 'x')
  lockFolder(folder)()
})

test('a lock that nobody holds is left to the process that is just taking it away', () => {
  const path = join(folder, 'proximity.lock')
  writeFileSync(path, 'x')
  writeFileSync(`${path}.taking`, JSON.stringify({ pid: process.pid, host: hostname(), began: '' }))
  expect(() => lockFolder(folder)).toThrow('other processes claim the database')
  expect(readFileSync(path, 'utf8')).toBe('x')
  // one that was killed over it is no hindrance
  writeFileSync(`${path}.taking`, 'x')
  lockFolder(folder)()
  expect(readdirSync(folder)).toEqual([])
})

test('a lock that another process took over meanwhile is its own', () => {
  const path = join(folder, 'proximity.lock')
  writeFileSync(path, 'x')
  const link = fs.linkSync
  const others = vi.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
    // just before this process may take the old lock away
    if (String(to).endsWith('.taking')) writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', began: '' }))
    link(from, to)
  })
  syncBuiltinESMExports()
  try {
    expect(() => lockFolder(folder)).toThrow('in use by process 1 on elsewhere')
  } finally {
    others.mockRestore()
    syncBuiltinESMExports()
  }
  expect(lockText()).toMatchObject({ pid: 1, host: 'elsewhere' })
})

test.each(['fresh', 'stale'])(
  'of processes that start at once one gets a %s folder',
  { timeout: 60_000 },
  async (kind) => {
    const at = Date.now() + 1_500
    if (kind === 'stale') writeFileSync(join(folder, 'proximity.lock'), 'x')
    const work = `
    const { lockFolder } = await import('${import.meta.dirname}/process-lock.ts')
    while (Date.now() < ${at});
    try { lockFolder('${folder}'); console.log('mine'); setTimeout(() => {}, 3000) } catch {}`
    const outputs = await Promise.all(
      [1, 2, 3].map(async () => {
        const child = spawn(process.execPath, ['--input-type=module', '--eval', work], {
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        let out = ''
        for await (const chunk of child.stdout) out += chunk
        return out
      }),
    )
    expect(outputs.filter((out) => out === 'mine\n')).toHaveLength(1)
  },
)
