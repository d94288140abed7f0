import { readFile } from 'node:fs/promises'
import type { Store } from '../store/open.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import { type ImportOptions, type ImportResult, importFile, notImported } from './import-file.ts'
import type { SourceFile } from './read-file.ts'
import { createReader, type Reader } from './reader.ts'
import { isSettled, settled } from './settled.ts'

export interface ImporterSettings extends Omit<ImportOptions, 'now'> {
  /** Larger files are rejected unread. */
  readonly maxFileBytes: number
}

/** What an importer is doing and has done since it was made. */
export interface ImporterStatus {
  readonly busy: boolean
  readonly imported: number
  readonly rejected: number
  /** When a file last became part of the data, ms since 1970. */
  readonly last_import_at: number | null
  readonly last_scan_at: number | null
  /** Why the last scan or import failed; null after one that did not. */
  readonly last_error: string | null
}

/** Called after each file with how many are done of how many. */
export type Progress = (result: ImportResult, done: number, of: number) => void

/** Brings files into a store, one after the other. */
export interface Importer {
  /** Imports files and folders; waits for files that are still being written. */
  importPaths(paths: readonly string[], progress?: Progress): Promise<ImportResult[]>
  /** Imports what is new in a folder since the last scan; a file still being written is left for the next one. */
  scan(folder: string, progress?: Progress): Promise<{ readonly results: ImportResult[]; readonly unsettled: number }>
  /** Imports a file that came another way. */
  upload(name: string, bytes: Uint8Array): Promise<ImportResult>
  status(): ImporterStatus
}

/** A file of this size takes tens of megabytes when read. */
const LARGE_BYTES = 8_000_000
/** Files under way at a time: one is stored, one is read, and one is compressed. */
const LANES = 3

/** An importer for a store. Its methods may be called at any time; the work is done in turn. */
export function createImporter(store: Store, settings: ImporterSettings): Importer {
  const done = new Map<string, string>()
  const counts = { imported: 0, rejected: 0 }
  let queue: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let last_import_at: number | null = null
  let last_scan_at: number | null = null
  let last_error: string | null = null

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1
    const turn = queue.then(work).then(
      (value) => {
        waiting -= 1
        last_error = null
        return value
      },
      (error: unknown) => {
        waiting -= 1
        last_error = error instanceof Error ? error.message : String(error)
        throw error
      },
    )
    queue = turn.catch(() => undefined)
    return turn
  }

  // a thread that reads costs tens of megabytes: it ends with the work
  const reading = async <T>(work: (reader: Reader) => Promise<T>): Promise<T> => {
    const reader = createReader()
    try {
      return await work(reader)
    } finally {
      await reader.close()
    }
  }

  const importOne = async (file: SourceFile, reader: Reader): Promise<ImportResult> => {
    const result = await importFile(store.db, file, { ...settings, now: Date.now() }, reader.read)
    if (result.state === 'imported') last_import_at = Date.now()
    if (result.state === 'imported' || result.state === 'rejected') counts[result.state] += 1
    return result
  }

  const importFound = async (file: FoundFile, reader: Reader): Promise<ImportResult> => {
    if (file.size_bytes > settings.maxFileBytes) return tooLarge(file.path, file.size_bytes, settings.maxFileBytes)
    let bytes: Uint8Array
    try {
      bytes = await readFile(file.path)
    } catch (error) {
      return notImported(file.path, 'unreadable', `cannot be read: ${(error as Error).message}`)
    }
    try {
      return await importOne({ name: file.path, bytes }, reader)
    } catch (error) {
      if (!isAboutData(error)) throw error
      return notImported(file.path, 'unreadable', `cannot be stored: ${error.message}`)
    }
  }

  // the next files are read while the database takes the last one; large ones alone, for the memory
  const each = async (
    files: readonly FoundFile[],
    one: (file: FoundFile, reader: Reader) => Promise<ImportResult>,
    progress?: Progress,
  ): Promise<ImportResult[]> => {
    const results: ImportResult[] = []
    let next = 0
    let finished = 0
    let failed = false
    const lane = async (reader: Reader) => {
      while (next < files.length && !failed) {
        const at = next++
        try {
          const result = await one(files[at] as FoundFile, reader)
          results[at] = result
          finished += 1
          progress?.(result, finished, files.length)
        } catch (error) {
          failed = true
          throw error
        }
      }
    }
    const lanes = files.some(({ size_bytes }) => size_bytes > LARGE_BYTES) ? 1 : LANES
    const ends = await reading((reader) => Promise.allSettled(Array.from({ length: lanes }, () => lane(reader))))
    for (const end of ends) if (end.status === 'rejected') throw end.reason
    return results
  }

  return {
    importPaths: (paths, progress) =>
      inTurn(
        async () =>
          await each(
            await findFiles(paths),
            async (file, reader) => importFound(await settled(file), reader),
            progress,
          ),
      ),

    scan: (folder, progress) =>
      inTurn(async () => {
        const fresh = (await findFiles([folder])).filter((file) => done.get(file.path) !== versionOf(file))
        const now = Date.now()
        const ready: FoundFile[] = []
        for (const file of fresh) if (await isSettled(file, now)) ready.push(file)
        const results = await each(
          ready,
          async (file, reader) => {
            const result = await importFound(file, reader)
            // an unreadable file is tried again: rights change without the file changing
            if (result.state !== 'unreadable') done.set(file.path, versionOf(file))
            return result
          },
          progress,
        )
        last_scan_at = now
        return { results, unsettled: fresh.length - ready.length }
      }),

    upload: (name, bytes) =>
      inTurn(async () => {
        if (bytes.length > settings.maxFileBytes) return tooLarge(name, bytes.length, settings.maxFileBytes)
        // the reader takes its bytes away, and these are somebody else's
        const own = Uint8Array.from(bytes)
        return await reading((reader) => importOne({ name, bytes: own }, reader))
      }),

    status: () => ({ busy: waiting > 0, ...counts, last_import_at, last_scan_at, last_error }),
  }
}

// one file that the database refuses must not keep the others out; a database that is down is another matter
// (SQLSTATE classes 22, data exception, and 23, integrity constraint violation)
function isAboutData(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))
}

function versionOf(file: FoundFile): string {
  return `${file.size_bytes} ${file.modified_ms}`
}

function tooLarge(name: string, size: number, limit: number): ImportResult {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`
  const reason = `${megabytes(size)} are more than the limit of ${megabytes(limit)} (PROXIMITY_MAX_FILE_MB)`
  return notImported(name, 'rejected', reason)
}
