import { open, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { TRAILER_START } from '../format/trailer.ts'
import type { FoundFile } from './find-files.ts'

/** A tracker writes its file within one frame or some seconds of intermission; after this long without a change it is done. */
export const SETTLE_MS = 3_000

const TAIL_BYTES = 4_096

/** True if nobody writes to the file any more: it ends with a trailer, or it has not changed for a while. */
export async function isSettled(file: FoundFile, now: number): Promise<boolean> {
  return now - file.modified_ms >= SETTLE_MS || (await hasTrailer(file))
}

async function hasTrailer({ path, size_bytes }: FoundFile): Promise<boolean> {
  const handle = await open(path)
  try {
    const length = Math.min(TAIL_BYTES, size_bytes)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size_bytes - length)
    const lines = buffer.toString('latin1', 0, bytesRead).split('\n')
    return lines.at(-1) === '' && (lines.at(-2)?.startsWith(TRAILER_START) ?? false)
  } finally {
    await handle.close()
  }
}

/** Waits until the file has settled and gives it as it then is. */
export async function settled(file: FoundFile): Promise<FoundFile> {
  let seen = file
  while (!(await isSettled(seen, Date.now()))) {
    await setTimeout(Math.max(100, seen.modified_ms + SETTLE_MS - Date.now()))
    const info = await stat(file.path)
    seen = { path: file.path, size_bytes: info.size, modified_ms: info.mtimeMs }
  }
  return seen
}
