import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { luaPrograms } from '../../src/cli/lua-programs.ts'
import { playSeason, TRUTH } from '../../src/cli/simulate/play-season.ts'
import { FILE_ENDING } from '../../src/format/file-name.ts'
import type { Programs } from '../../src/simulator/play.ts'
import { NATIVE_LUAS, playNatively } from '../../tests/support/native-lua.ts'
import { filesIn } from '../corpus.ts'
import type { RoundFile } from '../rounds/round-file.ts'
import { fullMatch } from '../tracker-tapes.ts'

const CACHE = join(import.meta.dirname, '../../node_modules/.cache')
/** The community of the demo. */
const SEASON = { seed: 7, evenings: 2, players: 14 } as const
/** When its last evening begins, 2026-11-20 19:00:00 UTC, and the morning after. */
const LAST_UNIX = Date.UTC(2026, 10, 20, 19) / 1_000
export const MORNING_AFTER_MS = Date.UTC(2026, 10, 21, 9)

/** The demo's season, and a full match of 12 a side: played once for each build of the tracker, and kept. */
export async function webRounds(): Promise<{ readonly season: RoundFile[]; readonly match: RoundFile }> {
  const programs = await luaPrograms()
  const build = createHash('sha256').update(programs.module).update(programs.engine).digest('hex').slice(0, 16)
  const folder = join(CACHE, `bench-web-${build}`)
  if (!existsSync(folder)) {
    console.log('playing the rounds, which takes some minutes; it is done once for a build of the tracker')
    const unfinished = `${folder}.${process.pid}`
    await playInto(programs, unfinished)
    await rename(unfinished, folder)
  }
  const [match] = await filesIn(join(folder, 'match'))
  if (match === undefined) throw new Error(`${folder} has no full match: delete it`)
  return { season: await filesIn(join(folder, 'season')), match }
}

async function playInto(programs: Programs, folder: string): Promise<void> {
  const season = join(folder, 'season')
  const { errors } = await playSeason(programs, { ...SEASON, last_unix: LAST_UNIX }, season, () => undefined)
  if (errors[0] !== undefined) throw new Error(errors[0])
  await rm(join(season, TRUTH))
  const [lua] = NATIVE_LUAS
  if (lua === undefined)
    throw new Error('neither lua5.4 nor luajit is installed: WebAssembly has too little memory for a match')
  const { files } = playNatively(lua, programs, await fullMatch().tape())
  await mkdir(join(folder, 'match'))
  for (const [name, bytes] of files) {
    if (name.endsWith(FILE_ENDING)) await writeFile(join(folder, 'match', basename(name)), bytes)
  }
}
