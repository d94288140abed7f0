import { note } from './report.ts'

/** What a module did since the last frame ended. */
export const frame = { reads: 0, traces: 0, seconds: 0 }

/** What it did in all. */
export const total = { bytes: 0 }

/** Every frame: microseconds and bytes written. Not kept here, where they would count as the module's memory. */
let list: LuaFile | undefined

export function openFrames(path: string): void {
  const [opened, problem] = io.open(path, 'wb')
  if (opened === undefined) error(problem, 0)
  list = opened
}

export function closeFrames(): void {
  list?.close()
  list = undefined
}

/** How many frames took so many whole microseconds. */
const durations = new LuaTable<number, number>()
let [frames, microseconds] = [0, 0]
let [reads, mostReads, traces, mostTraces] = [0, 0, 0, 0]
let [bytesBefore, mostHeap] = [0, 0]

/** What the emulator itself needs before any module is loaded. */
const ownHeap = collectgarbage('count')

/** The frame is over: the next read counts for the next one. */
export function endFrame(): void {
  const duration = Math.floor(frame.seconds * 1_000_000 + 0.5)
  durations.set(duration, (durations.get(duration) ?? 0) + 1)
  frames++
  microseconds += duration
  reads += frame.reads
  traces += frame.traces
  mostReads = Math.max(mostReads, frame.reads)
  mostTraces = Math.max(mostTraces, frame.traces)
  mostHeap = Math.max(mostHeap, collectgarbage('count') - ownHeap)
  list?.write(string.format('%.0f\t%.0f\n', duration, total.bytes - bytesBefore))
  bytesBefore = total.bytes
  frame.reads = 0
  frame.traces = 0
  frame.seconds = 0
}

/** Writes the counters so far. Times are CPU time in the module per frame, the callbacks before it included. */
export function noteCounters(): void {
  const mean = (value: number) => string.format('%.1f', frames === 0 ? 0 : value / frames)
  const whole = (name: string, value: number) => `${name}=${string.format('%.0f', value)}`
  const used = collectgarbage('count') - ownHeap
  collectgarbage()
  note(
    'counters',
    whole('frames', frames),
    whole('cpu_us_median', durationAt(0.5)),
    `cpu_us_mean=${mean(microseconds)}`,
    whole('cpu_us_p99', durationAt(0.99)),
    whole('cpu_us_max', durationAt(1)),
    `reads_mean=${mean(reads)}`,
    whole('reads_max', mostReads),
    `traces_mean=${mean(traces)}`,
    whole('traces_max', mostTraces),
    whole('heap_peak_kb', mostHeap),
    whole('heap_kb', used),
    whole('heap_live_kb', collectgarbage('count') - ownHeap),
    whole('bytes_written', total.bytes),
  )
}

/** The duration that this share of the frames does not exceed. */
function durationAt(share: number): number {
  const sorted: number[] = []
  for (const [duration] of durations) sorted.push(duration)
  sorted.sort((a, b) => a - b)
  let left = Math.ceil(frames * share)
  for (const duration of sorted) {
    left -= durations.get(duration)
    if (left <= 0) return duration
  }
  return 0
}
