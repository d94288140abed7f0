/** What runs in the thread of a {@link Reader}: reads the files that it is sent, in turn. */
import { parentPort } from 'node:worker_threads'
import { type ReadFile, type ReadOptions, readRoundFile, type SourceFile } from './read-file.ts'

/** A file to read; `id` is that of the answer. */
export interface ReadRequest {
  readonly id: number
  readonly file: SourceFile
  readonly options: ReadOptions
}

/** What became of it; `error` is a fault of the program and not of the file. */
export type ReadReply = { readonly id: number } & ({ readonly read: ReadFile } | { readonly error: unknown })

parentPort?.on('message', async ({ id, file, options }: ReadRequest) => {
  const reply: ReadReply = await readRoundFile(file, options).then(
    (read) => ({ id, read }),
    (error: unknown) => ({ id, error }),
  )
  parentPort?.postMessage(reply)
})
