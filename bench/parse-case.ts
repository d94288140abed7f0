import { parseRound } from '../src/parser/parse-round.ts'
import { filesIn } from './corpus.ts'
import { median } from './statistics.ts'

export interface ParseCase {
  readonly folder: string
  /** How often all files are read. */
  readonly runs: number
}

const LF = 10
const WARM_UP = 3

/** Speed of the parser and of a bare scan over the same bytes, in turn, when both are warm. */
export async function parseCase({ folder, runs }: ParseCase) {
  const files = await filesIn(folder)
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const parse_ms: number[] = []
  const scan_ms: number[] = []
  let problems = 0
  let lines = 0
  for (let run = -WARM_UP; run < runs; run++) {
    const scanned = timeOf(() => {
      for (const { bytes } of files) lines += scan(bytes)
    })
    const parsed = timeOf(() => {
      for (const { bytes } of files) problems += parseRound(bytes).problem_count
    })
    if (run < 0) continue
    scan_ms.push(scanned)
    parse_ms.push(parsed)
  }
  const speed = (ms: readonly number[]) => size / 1_000 / median(ms)
  return { parse_mb_s: speed(parse_ms), scan_mb_s: speed(scan_ms), problems, lines, rounds: files.length, size }
}

// of the processor: what others run on the machine meanwhile does not count
function timeOf(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

function scan(bytes: Uint8Array): number {
  let lines = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === LF) lines += 1
  return lines
}
