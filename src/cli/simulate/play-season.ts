import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FILE_ENDING } from '../../format/file-name.ts'
import type { Programs } from '../../simulator/play.ts'
import { type SeasonPlan, seasonOf } from '../../simulator/season.ts'
import { type RoundTruth, truthOf } from '../../simulator/truth.ts'
import type { MatchReply } from './match-thread.ts'

/** What was written. */
export interface SeasonPlayed {
  readonly rounds: number
  readonly files: number
  readonly errors: readonly string[]
}

/** Where the truth about a season lies, beside its round files. */
export const TRUTH = 'truth.json'

/**
 * Plays a season on every core, writes the tracker's round files and the truth into a folder. Throws what a thread
 * throws.
 */
export async function playSeason(
  programs: Programs,
  plan: SeasonPlan,
  folder: string,
  told: (done: number, of: number, files: readonly string[]) => void,
): Promise<SeasonPlayed> {
  const season = seasonOf(plan)
  const { matches } = season
  await mkdir(folder, { recursive: true })
  const truths: (readonly RoundTruth[])[] = []
  const errors: string[] = []
  let next = 0
  let done = 0
  let files = 0

  const playOn = async (thread: Worker) => {
    while (next < matches.length) {
      const place = next++
      const reply = await askThread(thread, matches[place])
      // beside them lie the tracker's journals, which belong to the game server
      const rounds = [...reply.files].filter(([name]) => name.endsWith(FILE_ENDING))
      for (const [name, bytes] of rounds) await writeFile(join(folder, basename(name)), bytes)
      truths[place] = reply.rounds
      errors.push(...reply.errors)
      files += rounds.length
      told(
        ++done,
        matches.length,
        rounds.map(([name]) => basename(name)),
      )
    }
  }
  const threads = Array.from(
    { length: Math.min(availableParallelism(), matches.length) },
    () => new Worker(new URL('match-thread.ts', import.meta.url), { workerData: programs }),
  )
  try {
    await Promise.all(threads.map(playOn))
  } finally {
    await Promise.all(threads.map(async (thread) => await thread.terminate()))
  }
  const all = truths.flat()
  await writeFile(join(folder, TRUTH), `${JSON.stringify(truthOf(plan.seed, season, all), null, 2)}\n`)
  return { rounds: all.length, files, errors }
}

function askThread(thread: Worker, match: unknown): Promise<MatchReply> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      thread.off('message', answered)
      thread.off('error', failed)
    }
    const answered = (reply: MatchReply) => {
      settle()
      resolve(reply)
    }
    const failed = (error: unknown) => {
      settle()
      reject(error)
    }
    thread.on('message', answered)
    thread.on('error', failed)
    thread.postMessage(match)
  })
}
