import { type FSWatcher, watch as watchFolder } from 'node:fs'
import type { Importer, Progress } from './importer.ts'
import { SETTLE_MS } from './settled.ts'

/** A writer makes many events; the scan a moment after the last sees their sum. */
const SOON_MS = 250

export interface WatchOptions {
  /** Time between scans when nothing seems to happen, ms. */
  readonly intervalMs: number
  readonly progress?: Progress
  /** A scan that failed; the next one is tried as usual (L-28). */
  readonly failed: (error: unknown) => void
}

/**
 * Imports what appears in a folder: a scan at once, one whenever the folder seems to change, and one at an interval in
 * case it changed unseen (network disks). Gives what stops it, after the scan that is under way.
 */
export function watch(importer: Importer, folder: string, options: WatchOptions): () => Promise<void> {
  let stopped = false
  let scanning = false
  let changed = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let watcher: FSWatcher | undefined

  const plan = (delay: number) => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = scan()
    }, delay)
  }
  const scan = async () => {
    let next = options.intervalMs
    scanning = true
    changed = false
    try {
      watcher ??= listen()
      const { unsettled } = await importer.scan(folder, options.progress)
      if (unsettled > 0) next = Math.min(SETTLE_MS, next)
    } catch (error) {
      options.failed(error)
    }
    scanning = false
    plan(changed ? SOON_MS : next)
  }
  const listen = () => {
    const made = watchFolder(folder, { persistent: false, recursive: true }, () => {
      changed = true
      // a scan under way may have passed the place already: its end plans the next one
      if (!scanning) plan(SOON_MS)
    })
    made.on('error', () => {
      made.close()
      watcher = undefined
    })
    return made
  }

  running = scan()
  return async () => {
    stopped = true
    clearTimeout(timer)
    watcher?.close()
    await running
  }
}
