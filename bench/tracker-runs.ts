import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Counters, parseReport } from '../src/simulator/report.ts'
import { quantile } from './statistics.ts'

/** What a module cost on one play; times are microseconds of processor time per server frame. */
export interface Cost {
  readonly frames: number
  readonly median: number
  readonly mean: number
  readonly p99: number
  readonly max: number
  /** Of the frames in which something was written. */
  readonly writing_max: number
  readonly reads: number
  readonly traces: number
  /** Lua's memory, that of the emulator at its start taken off. */
  readonly heap_peak_kb: number
  readonly heap_end_kb: number
  /** Of all files together. */
  readonly file_bytes: number
  /** The journal included, which is made again and again. */
  readonly written_bytes: number
}

/**
 * Plays a tape `runs` times. A play is the same every time, garbage and its collection included, so that the least time
 * of a frame is its cost, and what is above that is the machine's. The tape's own garbage makes the collector work too,
 * but it works when somebody allocates, so that a module gets the share of its own: what an empty module takes of that
 * is measured beside it.
 */
export function costOf(lua: string, programs: { engine: string; module: string }, tape: string, runs: number): Cost {
  const out = join(tape, '../out')
  let times: number[] = []
  let writes: number[] = []
  let counters: Counters | undefined
  let file_bytes = 0
  for (let run = 0; run < runs; run++) {
    rmSync(out, { recursive: true, force: true })
    const ran = spawnSync(lua, [programs.engine, programs.module, tape, out], { encoding: 'utf8' })
    if (ran.status !== 0) throw new Error(`${lua}: ${ran.stderr}`)
    const frames = readFileSync(join(out, 'frames.txt'), 'utf8').trimEnd().split('\n')
    const columns = frames.map((line) => line.split('\t').map(Number) as [number, number])
    if (run > 0 && columns.length !== times.length) throw new Error('the runs have not the same frames')
    times = columns.map(([time], i) => Math.min(time, times[i] ?? time))
    writes = columns.map(([, bytes]) => bytes)
    const report = parseReport(readFileSync(join(out, 'report.txt')))
    const [problem] = report.errors
    if (problem !== undefined) throw new Error(`${problem.callback}: ${problem.text}`)
    counters = report.counters.at(-1)
    file_bytes = bytesBelow(join(out, 'legacy'))
  }
  if (counters === undefined) throw new Error('the play has no counters')
  return {
    frames: times.length,
    median: quantile(times, 0.5),
    mean: times.reduce((sum, time) => sum + time, 0) / times.length,
    p99: quantile(times, 0.99),
    max: Math.max(...times),
    writing_max: Math.max(0, ...times.filter((_, i) => (writes[i] ?? 0) > 0)),
    reads: counters.reads_mean,
    traces: counters.traces_mean,
    heap_peak_kb: counters.heap_peak_kb,
    heap_end_kb: counters.heap_kb,
    file_bytes,
    written_bytes: counters.bytes_written,
  }
}

function bytesBelow(folder: string): number {
  if (!existsSync(folder)) return 0
  let bytes = 0
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size
  }
  return bytes
}
