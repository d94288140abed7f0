import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RoundFile } from './rounds/round-file.ts'
import { baseRounds, bigRound, moved } from './rounds/season.ts'

/** A folder of round files. */
export interface Corpus {
  readonly name: 'v42' | 'current' | 'big' | 'conformance v42' | 'conformance current'
  readonly folder: string
}

/** Files from a game server, where there are some. */
const CONFORMANCE = process.env.CONFORMANCE_DIR ?? join(import.meta.dirname, '../../shared/conformance')

/**
 * Writes the rounds that are measured into folders: `rounds` of each kind. The files of a game server, if there are any,
 * come again day by day until they are as many.
 */
export async function writeCorpora(root: string, rounds: number): Promise<Corpus[]> {
  const made: Corpus[] = []
  const add = async (name: Corpus['name'], files: Iterable<RoundFile>) => {
    const folder = join(root, name)
    await writeRounds(folder, files)
    made.push({ name, folder })
  }
  await add('v42', baseRounds('v42', rounds))
  await add('current', baseRounds('current', rounds))
  await add('big', [bigRound()])
  for (const kind of ['v42', 'current'] as const) {
    const folder = join(CONFORMANCE, 'rounds', kind)
    if (existsSync(folder)) await add(`conformance ${kind}`, daily(await filesIn(folder), rounds))
  }
  return made
}

/** Writes rounds into a folder, as if long ago: an import would wait for files that have just changed. */
export async function writeRounds(folder: string, files: Iterable<RoundFile>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { name, bytes } of files) {
    await writeFile(join(folder, name), bytes)
    await utimes(join(folder, name), 0, 0)
  }
}

const DAY_S = 86_400

function daily(files: readonly RoundFile[], rounds: number): RoundFile[] {
  return Array.from({ length: rounds }, (_, i) =>
    moved(files[i % files.length] as RoundFile, -DAY_S * Math.floor(i / files.length)),
  )
}

/** The files of a folder in the order of their names. */
export async function filesIn(folder: string): Promise<RoundFile[]> {
  const names = (await readdir(folder)).sort()
  return await Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })))
}
