import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '../context.ts'
import { luaPrograms } from '../lua-programs.ts'
import { counted } from '../printable.ts'
import { progressOn } from '../progress.ts'
import { playSeason, TRUTH } from './play-season.ts'

const DAY_S = 86_400
/** Seven in the evening, UTC. */
const BEGINS_S = 19 * 3_600
const SEASON = { seed: 7, evenings: 2, players: 14 } as const

/** The folder with the demo's season: played once, and kept. The truth is written last, so it tells a whole one. */
export async function demoSeason(context: Context, dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'season')
  if (existsSync(join(folder, TRUTH))) return folder
  const programs = await luaPrograms()
  await rm(folder, { recursive: true, force: true })
  context.print('playing two evenings of invented players, which takes about a minute; it is done only once')
  const progress = progressOn(context, 'playing')
  // the last evening was yesterday, so that the page's first range of days shows it
  const last_unix = (Math.floor(Date.now() / 1_000 / DAY_S) - 1) * DAY_S + BEGINS_S
  const { rounds } = await playSeason(programs, { ...SEASON, last_unix }, folder, (done, of) =>
    progress.step(done, of, `played: ${done} of ${of} maps`),
  ).finally(() => progress.end())
  context.print(`${counted(rounds, 'round')} played into ${folder}`)
  return folder
}
