import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another process owns the embedded database. */
export class LockedError extends Error {
  override name = 'LockedError'
}

const FILE = 'proximity.lock'

// in a container every start may get the same number: a lock of our own number that we do not hold was left by a dead one
const held = new Set<string>()

/**
 * Claims a folder for this process; two processes in one embedded database lose rows without a word. A lock that a
 * killed process left is taken over. Gives what releases it. Throws a {@link LockedError}.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, FILE)
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' })
      held.add(path)
      return () => {
        held.delete(path)
        rmSync(path, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 3) throw error
    }
    const owner = ownerOf(path)
    if (owner !== undefined && (owner === process.pid ? held.has(path) : isRunning(owner))) {
      throw new LockedError(
        `the database in ${folder} is in use by process ${owner}: stop it, or let it do the work (a running server imports by itself)`,
      )
    }
    rmSync(path, { force: true })
  }
}

function ownerOf(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'))
    return Number.isInteger(pid) && pid > 0 ? pid : undefined
  } catch {
    // released in the meantime
    return undefined
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
