import { once } from 'node:events'
import { createWriteStream, statSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { UserError } from '../user-error.ts'

/** Where an export goes to. Text that is written in the meantime waits for the disk, not in memory. */
export interface Target {
  write(text: string): Promise<void>
  /** Ends it: only now does a file have its name. */
  end(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

/** A stream, or a new file in place of whatever had its path. */
export async function openTarget(to: Writable | string): Promise<Target> {
  if (typeof to !== 'string') {
    return { write: (text) => writeTo(to, text), end: async () => undefined, discard: async () => undefined }
  }
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`${to}: this is a folder, and a file is needed`)
  await mkdir(dirname(to), { recursive: true })
  const unfinished = `${to}.part`
  const file = createWriteStream(unfinished)
  await once(file, 'open')
  const closed = async () => {
    file.end()
    if (!file.closed) await once(file, 'close')
  }
  return {
    write: (text) => writeTo(file, text),
    async end() {
      await closed()
      await rename(unfinished, to)
    },
    async discard() {
      await closed()
      await rm(unfinished, { force: true })
    },
  }
}

async function writeTo(stream: Writable, text: string): Promise<void> {
  if (stream.errored !== null) throw stream.errored
  if (!stream.write(text)) await once(stream, 'drain')
}
