import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Round } from '../../src/format/round.ts'
import { type Parsed, parseRound } from '../../src/parser/parse-round.ts'
import { play } from '../../src/simulator/play.ts'
import { tapeOfRecording } from '../../src/simulator/recording.ts'
import type { Cells } from './oracle/compare.ts'
import { ENGINE, recordedRounds, type Truth } from './oracle/oracle.ts'

/** Files by name. */
type Files = ReadonlyMap<string, Uint8Array>

/** A file about a recorded round. */
export interface RoundFile extends Parsed {
  readonly name: string
}

/** The files below a folder. */
export function filesBelow(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'))
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
}

/** The file about a round. Throws if there is none, or more than one. */
export function fileAbout({ recording, frame }: Truth, files: Files): RoundFile {
  const about = [...files]
    .filter(([name]) => name.endsWith('_engagements.txt'))
    .map(([name, bytes]) => ({ name, ...parseRound(bytes) }))
    .filter(({ round }) => round.header.round_number_raw === frame.round)
  if (about.length !== 1)
    throw new Error(`${about.length} files about ${recording} among ${[...files.keys()].join(', ')}`)
  return about[0] as RoundFile
}

/** A recorded round and the file that the tracker made of it. */
export interface Recorded {
  readonly recording: string
  readonly truth: Truth
  readonly file: RoundFile
}

/** Every recorded round with the file that the built tracker makes when the whole match is played to it. */
export async function recordedWithFiles(): Promise<Recorded[]> {
  const made = new Map<string, Files>()
  const recorded: Recorded[] = []
  for (const truth of recordedRounds()) {
    const match = truth.recording.slice(0, truth.recording.indexOf('/'))
    const files = made.get(match) ?? (await replayed(match))
    made.set(match, files)
    recorded.push({ recording: truth.recording, truth, file: fileAbout(truth, files) })
  }
  return recorded
}

const DIST = join(import.meta.dirname, '../../dist')

/** Files that lie in TRACKER_FILES under the match's name are taken instead of playing it. */
async function replayed(match: string): Promise<Files> {
  const given = process.env.TRACKER_FILES
  if (given !== undefined) return filesBelow(join(given, match))
  const traces = readdirSync(join(ENGINE, match)).filter((name) => /^trace-\d+\.jsonl\.gz$/.test(name))
  const tape = tapeOfRecording(
    traces.sort().map((name) => ({ name, bytes: gunzipSync(readFileSync(join(ENGINE, match, name))) })),
    JSON.parse(readFileSync(join(ENGINE, 'map.json'), 'utf8')),
  )
  const program = (name: string) => readFileSync(join(DIST, name), 'utf8')
  const programs = { module: program('proximity_tracker.lua'), engine: program('proximity_engine.lua') }
  const { files, report } = await play(programs, tape.bytes())
  if (report.errors.length > 0) throw new Error(`errors left the tracker: ${JSON.stringify(report.errors)}`)
  return files
}

/** The rows of a section. Throws for a section that the reader does not know. */
export function rowsOf(round: Round, section: string): readonly Cells[] {
  const rows = (round.rows as unknown as Readonly<Record<string, readonly Cells[]>>)[section]
  if (rows === undefined) throw new Error(`the reader knows no section ${section}`)
  return rows
}

/** One point of a path or of an engagement. */
export interface FilePoint {
  readonly time: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly health: number
  readonly speed: number
  readonly weapon: number
  readonly stance: number
  readonly sprint: number
  readonly event: string
}

/** The points of a column of columns, one by one. */
export function pointsOf(cell: unknown, events: readonly string[]): FilePoint[] {
  const columns = cell as Readonly<Record<string, ArrayLike<number>>> & { readonly length: number }
  const at = (name: string, i: number) => columns[name]?.[i] ?? 0
  return Array.from({ length: columns.length }, (_, i) => ({
    time: at('time_ms', i),
    x: at('x', i),
    y: at('y', i),
    z: at('z', i),
    health: at('health', i),
    speed: at('speed', i),
    weapon: at('weapon', i),
    stance: at('stance', i),
    sprint: at('sprint', i),
    event: events[at('event', i)] as string,
  }))
}
