import { useRef, useState } from 'preact/hooks'
import { ApiError } from '../../../contract/api-error.ts'
import { reasonOf } from '../../answer/server.ts'
import { type Uploaded, uploadFile } from '../../answer/upload-file.ts'

/** A file that the reader gave. */
export interface Upload {
  readonly name: string
  /** How much of it is sent, 0 to 1; null: it waits, or is done. */
  readonly share: number | null
  readonly outcome: Uploaded | { readonly failed: string } | null
}

export interface Uploads {
  readonly files: readonly Upload[]
  /** Why the server takes none from this reader; null: nothing speaks against it. */
  readonly refused: string | null
  send(files: readonly File[], token: string): void
}

const NOT_ALLOWED = [401, 403]

/** Sends files one after the other, those that are given meanwhile after them; `done` is called when all are sent. */
export function useUploads(done: () => void): Uploads {
  const [files, setFiles] = useState<readonly Upload[]>([])
  const [refused, setRefused] = useState<string | null>(null)
  const queue = useRef<Promise<void>>(Promise.resolve())
  const started = useRef(0)
  const change = (at: number, to: Partial<Upload>) =>
    setFiles((all) => all.map((one, i) => (i === at ? { ...one, ...to } : one)))

  const sendAll = async (given: readonly File[], first: number, token: string) => {
    for (const [i, file] of given.entries()) {
      const at = first + i
      try {
        const outcome = await uploadFile(file, token, (share) => change(at, { share }))
        change(at, { share: null, outcome })
      } catch (error) {
        change(at, { share: null, outcome: { failed: reasonOf(error) } })
        if (!(error instanceof ApiError) || !NOT_ALLOWED.includes(error.status)) continue
        setRefused(error.message)
        // the others would be refused too
        setFiles((all) => all.slice(0, first))
        started.current = first
        break
      }
    }
    done()
  }
  const send = (given: readonly File[], token: string) => {
    const first = started.current
    started.current += given.length
    setRefused(null)
    setFiles((all) => [...all, ...given.map(({ name }) => ({ name, share: null, outcome: null }))])
    queue.current = queue.current.then(() => sendAll(given, first, token))
  }
  return { files, refused, send }
}
