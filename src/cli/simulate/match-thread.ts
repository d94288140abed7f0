/** What runs in a thread of a season: plays the matches that it is sent through the tracker, in turn. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Match, playMatch } from '../../simulator/match.ts'
import { type Programs, play } from '../../simulator/play.ts'
import { type RoundTruth, truthOfMatch } from '../../simulator/truth.ts'

/** What came of a match: the tracker's files by name, and what is true of it. */
export interface MatchReply {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly rounds: readonly RoundTruth[]
  /** What the tracker let go wrong in the game. */
  readonly errors: readonly string[]
}

const programs: Programs = workerData

parentPort?.on('message', async (match: Match) => {
  const played = playMatch(match)
  const { files, report } = await play(programs, played.tape)
  const errors = [...report.fatal, ...report.errors.map(({ callback, text }) => `${callback}: ${text}`)]
  const reply: MatchReply = { files, rounds: truthOfMatch(match, played), errors }
  parentPort?.postMessage(reply)
})
