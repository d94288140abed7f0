import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Another process owns the embedded database. */
export class LockedError extends Error {
  override name = 'LockedError'
}

const FILE = 'proximity.lock'
const ATTEMPTS = 50
const PAUSE_MS = 5

/**
 * Claims a folder for this process; two processes in one embedded database lose rows without a word. A lock that a
 * killed process left is taken over. Gives what releases it. Throws a {@link LockedError}.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, FILE)
  const own = `${path}.${process.pid}`
  writeFileSync(own, JSON.stringify(describe(process.pid)))
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      // a link is there with its whole text or not at all, so that nobody reads half a lock
      if (succeeds(() => linkSync(own, path), 'EEXIST')) return () => rmSync(path, { force: true })
      const text = textOf(path)
      const owner = ownerIn(text)
      if (owner !== undefined && mayLive(owner)) throw new LockedError(inUse(folder, owner))
      if (text !== undefined) takeAway(path, text, own)
    }
    throw new LockedError(`other processes claim the database in ${folder} at the same moment: try again`)
  } finally {
    rmSync(own, { force: true })
  }
}

/** A process, told from others that have or had the same number. */
interface Owner {
  readonly pid: number
  readonly host: string
  /** When it began, in a unit of the system's own; empty where the system does not tell. */
  readonly began: string
}

function describe(pid: number): Owner {
  return { pid, host: hostname(), began: beginOf(pid) }
}

/** Linux: the boot, and the time of the process's start since then. */
function beginOf(pid: number): string {
  const boot = textOf('/proc/sys/kernel/random/boot_id')
  // the second field is the program's name in brackets, which may itself hold brackets and blanks
  const fields = textOf(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')
  return boot === undefined || fields === undefined ? '' : `${boot.trim()} ${fields[19]}`
}

function mayLive({ pid, host, began }: Owner): boolean {
  // the processes of another machine or container cannot be looked at
  if (host !== hostname()) return true
  return isRunning(pid) && (began === '' || began === beginOf(pid))
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function inUse(folder: string, { pid, host }: Owner): string {
  if (host === hostname()) {
    return `the database in ${folder} is in use by process ${pid}: stop it, or let it do the work (a running server imports by itself)`
  }
  return `the database in ${folder} is in use by process ${pid} on ${host}: stop it there, or if it is gone delete ${join(folder, FILE)}`
}

/** Removes a lock that nobody holds. One process at a time may, so that nobody removes the lock of the one before him. */
function takeAway(path: string, text: string, own: string): void {
  const taking = `${path}.taking`
  if (succeeds(() => linkSync(own, taking), 'EEXIST')) {
    if (textOf(path) === text) rmSync(path)
    rmSync(taking)
    return
  }
  const other = textOf(taking)
  const owner = ownerIn(other)
  if (other !== undefined && (owner === undefined || !mayLive(owner))) rmSync(taking, { force: true })
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
}

function textOf(path: string): string | undefined {
  let text: string | undefined
  succeeds(() => {
    text = readFileSync(path, 'utf8')
  }, 'ENOENT')
  return text
}

function ownerIn(text: string | undefined): Owner | undefined {
  try {
    const owner: Owner | undefined = text === undefined ? undefined : JSON.parse(text)
    return Number.isInteger(owner?.pid) ? owner : undefined
  } catch {
    // no lock of ours
    return undefined
  }
}

/** False if the work fails with the expected code. */
function succeeds(work: () => void, expected: string): boolean {
  try {
    work()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return false
    throw error
  }
}
