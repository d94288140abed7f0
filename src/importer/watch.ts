import { type FSWatcher, watch as watchFolder } from 'node:fs'
import type { Importer, Progress } from './importer.ts'
import { SETTLE_MS } from './settled.ts'

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
    try {
      watcher ??= listen()
      const { unsettled } = await importer.scan(folder, options.progress)
      if (unsettled > 0) next = Math.min(SETTLE_MS, next)
    } catch (error) {
      options.failed(error)
    }
    plan(next)
  }
  const listen = () => {
    // a writer makes many events; the scan a moment later sees their sum
    const made = watchFolder(folder, { persistent: false, recursive: true }, () => plan(250))
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
