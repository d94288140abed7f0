import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type ImportResult, importFile } from '../src/importer/import-file.ts'
import { createImporter } from '../src/importer/importer.ts'
import { derive } from '../src/metrics/derive.ts'
import { parseRound } from '../src/parser/parse-round.ts'
import { compressed } from '../src/store/files.ts'
import { openStore, type Store, type StoreLocation } from '../src/store/open.ts'

export interface ImportCase {
  readonly location: StoreLocation
  readonly folder: string
  /** True: file after file in one thread; false: as `proximity import` does it. */
  readonly one_by_one?: boolean
}

/** Makes an empty database; what that costs does not belong to the imports. */
export async function prepareCase({ location }: Pick<ImportCase, 'location'>) {
  const store = await openStore(location)
  await store.close()
  return { peak_rss_mb: peakMemory() }
}

/** Imports all files of a folder into an empty database, the first with code that has never run. */
export async function importCase({ location, folder, one_by_one }: ImportCase) {
  const paths = (await readdir(folder)).sort().map((name) => join(folder, name))
  const store = await openStore(location)
  const importer = createImporter(store, { timeZone: 'UTC', maxFileBytes: Number.MAX_SAFE_INTEGER })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const before = process.cpuUsage()
  const start = performance.now()
  const results = one_by_one ? await importEach(store, paths) : await importer.importPaths(paths)
  const total_ms = performance.now() - start
  const { user, system } = process.cpuUsage(before)
  delay.disable()
  const peak_rss_mb = peakMemory()
  await store.close()
  const failed = results.find(({ state }) => state !== 'imported')
  if (failed !== undefined) throw new Error(`${failed.name} is ${failed.state}: ${failed.reason}`)
  const parts = await partsOf(paths)
  return {
    rounds: paths.length,
    total_ms,
    cpu_ms: (user + system) / 1_000,
    peak_rss_mb,
    longest_block_ms: delay.max / 1e6,
    ...parts,
  }
}

async function importEach({ db }: Store, paths: readonly string[]): Promise<ImportResult[]> {
  const results: ImportResult[] = []
  for (const path of paths) {
    const file = { name: path, bytes: await readFile(path) }
    results.push(await importFile(db, file, { timeZone: 'UTC', now: Date.now() }))
  }
  return results
}

/** Of this process alone: with the embedded database, but without a server. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS / 1_000
}

/** Time of everything in an import that needs no database. */
async function partsOf(paths: readonly string[]) {
  const parts = { parse_ms: 0, derive_ms: 0, compress_ms: 0 }
  for (const path of paths) {
    const bytes = await readFile(path)
    const start = performance.now()
    const { round } = parseRound(bytes)
    const parsed = performance.now()
    derive(round)
    const derived = performance.now()
    await compressed(bytes)
    parts.parse_ms += parsed - start
    parts.derive_ms += derived - parsed
    parts.compress_ms += performance.now() - derived
  }
  return parts
}
