import { importFile } from '../src/importer/import-file.ts'
import { openStore, type StoreLocation } from '../src/store/open.ts'
import { filesIn } from './corpus.ts'
import { season } from './rounds/season.ts'

export interface SeasonCase {
  readonly location: StoreLocation
  /** The sixty rounds that a season consists of. */
  readonly folder: string
  /** Rounds of the season, from the newest, that the database has, and that it shall have. */
  readonly from: number
  readonly to: number
  readonly end_unix: number
}

/** Lets a season in the database begin earlier; gives the rounds that were imported per second. */
export async function seasonCase({ location, folder, from, to, end_unix }: SeasonCase): Promise<number> {
  const base = await filesIn(folder)
  const store = await openStore(location)
  const options = { timeZone: 'UTC', now: Date.now() }
  const start = performance.now()
  let round = 0
  for (const file of season(base, end_unix)) {
    round += 1
    if (round <= from) continue
    if (round > to) break
    const { state, reason } = await importFile(store.db, file, options)
    if (state !== 'imported') throw new Error(`${file.name} is ${state}: ${reason}`)
  }
  const seconds = (performance.now() - start) / 1_000
  await store.close()
  return (to - from) / seconds
}
