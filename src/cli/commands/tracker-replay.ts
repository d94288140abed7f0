import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Played, play } from '../../simulator/play.ts'
import { type RecordedMap, tapeOfRecording } from '../../simulator/recording.ts'
import type { Tape } from '../../simulator/tape.ts'
import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { luaPrograms } from '../lua-programs.ts'
import { counted, printable } from '../printable.ts'
import { progressOn } from '../progress.ts'
import { UserError } from '../user-error.ts'

const TRACE = /^trace-\d+\.jsonl(\.gz)?$/
const MAP = 'map.json'
const SHOWN_ERRORS = 10

interface Options {
  readonly out: string
  readonly map?: string
}

/** Plays a recorded match through the compiled tracker, and writes the files that it would have written. */
export async function replay(context: Context, folder: string, { out, map }: Options): Promise<ExitCode> {
  const tape = await tapeOf(context, folder, map)
  const programs = await luaPrograms()
  const played = await play(programs, tape.bytes())
  for (const [name, bytes] of played.files) {
    const path = join(context.path(out), name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
    context.print(`${printable(join(out, name))}  ${counted(bytes.length, 'byte')}`)
  }
  if (played.files.size === 0) context.note('proximity: the tracker wrote no file: no round was played to its end')
  return tellErrors(context, played)
}

async function tapeOf(context: Context, folder: string, map: string | undefined): Promise<Tape> {
  const names = (await readdir(context.path(folder))).sort()
  const traces = names.filter((name) => TRACE.test(name))
  if (traces.length === 0) {
    throw new UserError(`no traces in ${folder}: a recording is a folder with trace-00.jsonl.gz and so on`)
  }
  const boxes = map ?? (names.includes(MAP) ? join(folder, MAP) : undefined)
  if (boxes === undefined) context.note(`proximity: no ${MAP} in ${folder}: the tracker sees through walls`)
  const progress = progressOn(context, 'traces')
  const files: { name: string; bytes: Uint8Array }[] = []
  for (const [i, name] of traces.entries()) {
    const bytes = await readFile(join(context.path(folder), name))
    files.push({ name, bytes: name.endsWith('.gz') ? await unpacked(name, bytes) : bytes })
    progress.step(i + 1, traces.length, `${name}  ${counted(bytes.length, 'byte')}`)
  }
  progress.end()
  const solid = boxes === undefined ? undefined : await mapOf(context, boxes)
  return inSentence(() => tapeOfRecording(files, solid))
}

async function unpacked(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes)
  } catch {
    throw new UserError(`${name}: the file is damaged, it cannot be unpacked`)
  }
}

async function mapOf(context: Context, path: string): Promise<RecordedMap> {
  const text = await readFile(context.path(path), 'utf8')
  try {
    const map: Partial<RecordedMap> = JSON.parse(text)
    if (Array.isArray(map.brushes)) return map as RecordedMap
  } catch {
    // said below
  }
  throw new UserError(`${path}: this is no list of a map's solid boxes`)
}

/** What the conversion says about a recording is a sentence already. */
function inSentence<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error))
  }
}

function tellErrors(context: Context, { report: { errors, fatal } }: Played): ExitCode {
  const lines = [...fatal, ...errors.map(({ callback, text }) => `${callback}: ${text}`)]
  for (const line of lines.slice(0, SHOWN_ERRORS)) context.note(`proximity: ${printable(line)}`)
  const more = lines.length - SHOWN_ERRORS
  if (more > 0) context.note(`proximity: and ${counted(more, 'more error', 'more errors')} in the tracker`)
  return lines.length === 0 ? EXIT.done : EXIT.partly
}
