/** Files written in slices, a few kB a frame: a file in one go would stop the game for longer than a frame (50 ms). */

/** A text in lists of pieces, as its sections have them: to gather those of a large file would take a frame by itself. */
export interface FileText {
  readonly lists: readonly (readonly string[])[]
  readonly bytes: number
}

/** Some pieces as a text. */
export function textOf(pieces: readonly string[]): FileText {
  let bytes = 0
  for (const piece of pieces) bytes += piece.length
  return { lists: [pieces], bytes }
}

interface FileJob {
  readonly name: string
  readonly mode: number
  readonly text: FileText
  /** At least so much is written at a time. */
  readonly least_bytes: number
  /** Told when everything is written and closed, or when the engine refused. */
  readonly onDone: (this: void, ok: boolean) => void
  /** The list and its piece that are next, and how much of the piece is written. */
  list: number
  next: number
  offset: number
  handle: number
}

const FS_READ = 0
export const FS_WRITE = 1
export const FS_APPEND = 2

/** Bytes of a slice. */
const SLICE_BYTES = 16_384
/** A larger file goes in larger slices: an intermission of 10 s has 200 frames, and all must be on the disk by then. */
const MOST_SLICES = 150

/** Calls for one piece before the file is given up. */
const TRIES = 3

let queue: FileJob[] = []

/** Lines a file up for writing. */
export function addJob(name: string, mode: number, text: FileText, onDone: FileJob['onDone']): void {
  const least_bytes = math.ceil(text.bytes / MOST_SLICES)
  queue.push({ name, mode, text, least_bytes, onDone, list: 0, next: 0, offset: 0, handle: 0 })
}

export function hasJobs(): boolean {
  return queue.length > 0
}

/** Writes one slice of the first file in line, of `bytes` if the file is not too large for that. */
export function runJob(bytes = SLICE_BYTES): void {
  const job = queue[0]
  if (job === undefined) return
  if (job.handle === 0) {
    job.handle = open(job.name, job.mode)?.handle ?? 0
    if (job.handle === 0) {
      end(job, false)
      return
    }
  }
  if (!writeSlice(job, math.max(bytes, job.least_bytes))) end(job, false)
  else if (job.list >= job.text.lists.length) end(job, true)
}

/**
 * Writes the next bytes of a job, at most so many; false if the engine refuses. Piece by piece: one text of all would be
 * garbage, and to collect that of a large file costs many times what its writing does.
 */
function writeSlice(job: FileJob, most: number): boolean {
  const { lists } = job.text
  let left = most
  while (job.list < lists.length && left > 0) {
    const piece = (lists[job.list] as readonly string[])[job.next]
    if (piece === undefined) {
      job.list += 1
      job.next = 0
    } else {
      const isWhole = job.offset === 0 && piece.length <= left
      // the row of a long life is longer than a slice
      const part = isWhole ? piece : string.sub(piece, job.offset + 1, job.offset + left)
      if (!write(part, job.handle)) return false
      left -= part.length
      job.offset += part.length
      if (job.offset >= piece.length) {
        job.next += 1
        job.offset = 0
      }
    }
  }
  return true
}

function write(text: string, handle: number): boolean {
  if (text === '') return true
  for (let left = TRIES; left > 0; left--) {
    const [ok, written] = pcall(et.trap_FS_Write, text, text.length, handle)
    // a full disk writes less and says nothing else; a call that fails has written nothing
    if (ok) return written === text.length
  }
  return false
}

function end(job: FileJob, ok: boolean): void {
  if (job.handle !== 0) pcall(et.trap_FS_FCloseFile, job.handle)
  const rest: FileJob[] = []
  for (const other of queue) if (other !== job) rest.push(other)
  queue = rest
  job.onDone(ok)
}

/** Writes everything that is left, at once: the module is being unloaded. */
export function finishJobs(): void {
  while (queue.length > 0) runJob()
}

/** The text of a file, up to `most` bytes; undefined if there is none. */
export function readFile(name: string, most: number): string | undefined {
  const file = open(name, FS_READ)
  if (file === undefined || file.length < 0) return undefined
  const [read, text] = pcall(et.trap_FS_Read, file.handle, math.min(file.length, most))
  pcall(et.trap_FS_FCloseFile, file.handle)
  return read && typeof text === 'string' ? text : undefined
}

/** Makes a file empty: the engine can delete none. */
export function emptyFile(name: string): void {
  const file = open(name, FS_WRITE)
  if (file !== undefined) pcall(et.trap_FS_FCloseFile, file.handle)
}

/** A file's handle and length; undefined if the engine refuses it. */
function open(name: string, mode: number): { handle: number; length: number } | undefined {
  const [ok, file] = pcall(openNow, name, mode)
  return ok && typeof file === 'object' && file.handle > 0 ? file : undefined
}

function openNow(name: string, mode: number): { handle: number; length: number } {
  const [handle, length] = et.trap_FS_FOpenFile(name, mode)
  return { handle, length }
}

/** Gives a file its final name; whether it has it now is seen by opening it, since the engine says nothing. */
export function renameFile(from: string, to: string): boolean {
  pcall(et.trap_FS_Rename, from, to)
  const file = open(to, FS_READ)
  if (file !== undefined) pcall(et.trap_FS_FCloseFile, file.handle)
  return file !== undefined
}
