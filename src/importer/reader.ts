import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { ReadFile, ReadOptions, SourceFile } from './read-file.ts'
import type { ReadReply, ReadRequest } from './reader-thread.ts'

/** Reads files in a thread of its own, so that the process goes on answering meanwhile. */
export interface Reader {
  /** Takes the bytes of the file away; only a part of a larger buffer is copied. */
  read(file: SourceFile, options: ReadOptions): Promise<ReadFile>
  /** Ends the thread; what is still being read fails. */
  close(): Promise<void>
}

/**
 * A round leaves some megabytes of garbage: a heap that may begin at V8's few is collected as a whole every third round,
 * at an eighth of an import's time. Heaps that exist do not change with it.
 */
const HEAP_MB = 128

interface Waiting {
  readonly resolve: (read: ReadFile) => void
  readonly reject: (error: unknown) => void
}

/** A reader. Its thread starts with the first file; one that dies fails what it was reading, and the next file gets a new one. */
export function createReader(): Reader {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let requests = 0

  const start = (): Worker => {
    setFlagsFromString(`--initial-old-space-size=${HEAP_MB}`)
    const made = new Worker(new URL('reader-thread.ts', import.meta.url))
    const ended = (error: Error) => {
      if (thread === made) thread = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    made.on('message', (reply: ReadReply) => {
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('read' in reply) asked?.resolve(reply.read)
      else asked?.reject(reply.error)
    })
    made.on('error', ended)
    made.on('exit', () => ended(new Error('the thread that reads files has ended')))
    return made
  }

  return {
    read: (file, options) =>
      new Promise((resolve, reject) => {
        const id = requests++
        thread ??= start()
        const request: ReadRequest = { id, file, options }
        thread.postMessage(request, ownBuffer(file.bytes))
        waiting.set(id, { resolve, reject })
      }),
    close: async () => {
      await thread?.terminate()
    },
  }
}

/** The buffer that these bytes have for themselves, if they have one: a copy is memory that only the collector gives back. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? [buffer] : []
}
