import { ApiError } from '../../contract/api-error.ts'
import type { Client, Options, Path, ReplyAt } from '../../contract/client.ts'
import type { FilePath } from '../../offline/answers.ts'
import type { FromThread, Summary, ToThread } from './messages.ts'

/** A file that the reader opened in this tab. */
export interface TriedFile {
  /** Counted from 1. */
  readonly n: number
  readonly name: string
  readonly size_bytes: number
  /** Null: it is still being read. */
  readonly outcome: { readonly summary: Summary } | { readonly reason: string } | null
}

/** All that was opened in this tab. */
export interface Tried {
  readonly files: readonly TriedFile[]
  /** What was given and could not even be looked into. */
  readonly left: readonly { readonly name: string; readonly reason: string }[]
  readonly isReading: boolean
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

const listeners = new Set<() => void>()
const waiting = new Map<number, Waiting>()
let tried: Tried = { files: [], left: [], isReading: false }
let worker: Worker | null = null
let questions = 0

export function triedFiles(): Tried {
  return tried
}

/** Calls back after every change; gives what ends that. */
export function onTried(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Reads files and archives of them. Nothing leaves the browser. */
export function tryFiles(files: readonly File[]): void {
  if (files.length === 0) return
  change({ ...tried, left: [], isReading: true })
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  tell({ kind: 'take', files, timeZone })
}

/** Answers about one file as the interface does about an imported one. */
export function fileClient(n: number): Client<AbortSignal> {
  return {
    get: <P extends Path>(path: P, ...[options = {}]: [options?: Options<P, AbortSignal>]) =>
      ask(n, path as FilePath, options.query ?? {}) as Promise<ReplyAt<P>>,
  }
}

function ask(n: number, path: FilePath, query: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = questions++
    waiting.set(id, { resolve, reject })
    tell({ kind: 'ask', id, n, path, query })
  })
}

function tell(message: ToThread): void {
  worker ??= started()
  worker.postMessage(message)
}

function started(): Worker {
  const made = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module' })
  made.onmessage = ({ data }: MessageEvent<FromThread>) => hear(data)
  made.onerror = () => {
    for (const { reject } of waiting.values()) reject(new ApiError(0, 'The file could not be read.', null))
    waiting.clear()
    const files = tried.files.map((file) => ({ ...file, outcome: file.outcome ?? { reason: 'it could not be read' } }))
    change({ ...tried, files, isReading: false })
  }
  return made
}

function hear(message: FromThread): void {
  if (message.kind === 'answer' || message.kind === 'no_answer') {
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'answer') asked?.resolve(message.answer)
    else asked?.reject(new ApiError(404, message.reason, null))
  } else change(after(message))
}

function after(message: Exclude<FromThread, { readonly kind: 'answer' | 'no_answer' }>): Tried {
  if (message.kind === 'idle') return { ...tried, isReading: false }
  if (message.kind === 'left') {
    const { name, reason } = message
    return { ...tried, left: [...tried.left, { name, reason }] }
  }
  if (message.kind === 'found') {
    const { n, name, size_bytes } = message
    return { ...tried, files: [...tried.files, { n, name, size_bytes, outcome: null }] }
  }
  const outcome = message.kind === 'read' ? { summary: message.summary } : { reason: message.reason }
  return { ...tried, files: tried.files.map((file) => (file.n === message.n ? { ...file, outcome } : file)) }
}

function change(to: Tried): void {
  tried = to
  for (const listener of listeners) listener()
}
