/** What runs beside the page: reads files and answers questions about them, so that the page stays quick. */
import type { QueryAt } from '../../contract/client.ts'
import { FILE_ENDING } from '../../format/file-name.ts'
import { answerOf, type FilePath } from '../../offline/answers.ts'
import { MAX_FILE_BYTES, MAX_FILES, MAX_TOTAL_BYTES } from '../../offline/limits.ts'
import { type OpenedFile, openFile } from '../../offline/open-file.ts'
import type { FromThread, Summary, ToThread } from './messages.ts'

interface Source {
  readonly name: string
  readonly size_bytes: number
  readonly timeZone: string
  readonly bytes: () => Promise<Uint8Array>
}

interface Thread {
  onmessage: ((event: { readonly data: ToThread }) => void) | null
  postMessage(message: FromThread): void
}

const thread = self as unknown as Thread

/** Rounds kept as they were read: each takes several times the room of its file. */
const MOST_OPENED = 3

const sources: Source[] = []
const opened = new Map<number, OpenedFile>()
let total_bytes = 0
/** One after the other: two at once take twice the room and are not quicker. */
let queue: Promise<void> = Promise.resolve()

thread.onmessage = ({ data }) => {
  // a question is answered between two files
  if (data.kind === 'ask') void answer(data)
  else queue = queue.then(() => take(data))
}

async function take({ files, timeZone }: Extract<ToThread, { readonly kind: 'take' }>): Promise<void> {
  const first = sources.length
  for (const file of files) {
    const name = file.name.toLowerCase()
    if (name.endsWith('.zip')) await unpack(file, timeZone)
    else if (name.endsWith(FILE_ENDING)) {
      add({ name: file.name, size_bytes: file.size, timeZone, bytes: async () => bytesOf(file) })
    } else leave(file.name, `its name ends neither in ${FILE_ENDING} nor in .zip`)
  }
  for (let n = first + 1; n <= sources.length; n++) {
    await read(n)
    await new Promise((resolve) => setTimeout(resolve))
  }
  thread.postMessage({ kind: 'idle' })
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer())
}

async function unpack(file: File, timeZone: string): Promise<void> {
  if (file.size > MAX_FILE_BYTES) return leave(file.name, 'it is too large')
  const { unpackRounds } = await import('../../offline/unpack.ts')
  try {
    const room = {
      files: MAX_FILES - sources.length,
      file_bytes: MAX_FILE_BYTES,
      bytes: MAX_TOTAL_BYTES - total_bytes,
    }
    const found = unpackRounds(await bytesOf(file), room)
    if (found.length === 0) leave(file.name, `no file in it ends in ${FILE_ENDING}`)
    for (const { name, bytes } of found) add({ name, size_bytes: bytes.length, timeZone, bytes: async () => bytes })
  } catch (error) {
    leave(file.name, reasonOf(error))
  }
}

function add(source: Source): void {
  const against = againstTaking(source)
  if (against !== null) {
    leave(source.name, against)
    return
  }
  total_bytes += source.size_bytes
  const n = sources.push(source)
  thread.postMessage({ kind: 'found', n, name: source.name, size_bytes: source.size_bytes })
}

function againstTaking({ size_bytes }: Source): string | null {
  if (size_bytes > MAX_FILE_BYTES) return 'it is larger than any round file'
  if (sources.length === MAX_FILES) return `${MAX_FILES} files are open already`
  return total_bytes + size_bytes > MAX_TOTAL_BYTES ? 'it is too much with the others' : null
}

function leave(name: string, reason: string): void {
  thread.postMessage({ kind: 'left', name, reason })
}

async function read(n: number): Promise<void> {
  const file = await open(n)
  if ('reason' in file) thread.postMessage({ kind: 'refused', n, reason: file.reason })
  else thread.postMessage({ kind: 'read', n, summary: summaryOf(file) })
}

/** A file, read anew if it is none of the latest. */
async function open(n: number): Promise<OpenedFile | { readonly reason: string }> {
  const known = opened.get(n)
  if (known !== undefined) return known
  const source = sources[n - 1]
  if (source === undefined) return { reason: `This tab has no file ${n}.` }
  try {
    const { name, timeZone } = source
    const file = openFile(name, await source.bytes(), { timeZone, now: Date.now() })
    if ('reason' in file) return file
    opened.set(n, file)
    const [oldest] = opened.keys()
    if (opened.size > MOST_OPENED && oldest !== undefined) opened.delete(oldest)
    return file
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

function summaryOf({ facts, problems, problem_count, round, derived }: OpenedFile): Summary {
  const { completeness, build, header } = round
  const sums = derived.summary
  return { facts, problems, problem_count, completeness, build, server: header.server_name ?? '', sums }
}

async function answer({ id, n, path, query }: Extract<ToThread, { readonly kind: 'ask' }>): Promise<void> {
  const file = await open(n)
  if ('reason' in file) return thread.postMessage({ kind: 'no_answer', id, reason: file.reason })
  try {
    thread.postMessage({ kind: 'answer', id, answer: answerOf(file, path, query as QueryAt<FilePath>) })
  } catch (error) {
    thread.postMessage({ kind: 'no_answer', id, reason: reasonOf(error) })
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it cannot be read'
}
