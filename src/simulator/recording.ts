import { byteText } from './byte-text.ts'
import { CONSTANTS } from './constants.ts'
import type { ClientValues, EntityValues, Text, Vector } from './fields.ts'
import { type Callback, Tape } from './tape.ts'
import { TapeClock } from './tape-clock.ts'

// Recordings of a real engine: JSON lines, one file for each life of the module's state in a match.

/** The solid boxes of the map that was played. */
export interface RecordedMap {
  readonly brushes: readonly { readonly mins: Vector; readonly maxs: Vector }[]
}

type Json = string | number | null | readonly Json[] | { readonly [key: string]: Json }
type Line = readonly [kind: string, ...Json[]]
type Fields = { readonly [key: string]: Json }

const MAX_CLIENTS = 64

/** Where files go is the emulator's business. */
const OWN_CVARS: ReadonlySet<string> = new Set(['fs_homepath', 'fs_basepath', 'fs_game'])

/** What there is before the module's file is run; the engine makes entities and clients after it. */
const BEFORE_LOADING: ReadonlySet<string> = new Set(['h', 'const', 'funcs', 'badfield', 'cv', 'cs'])

/**
 * Turns the trace files of one match, in their order, into a tape: each file is one state of the module, with every
 * callback, clock and change in the order recorded. Throws an Error with file and line for what is no trace.
 */
export function tapeOfRecording(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  map: RecordedMap = { brushes: [] },
): Tape {
  const tape = new Tape()
  for (const { mins, maxs } of map.brushes) tape.box(mins, maxs)
  // client slots and entities that the file before left behind
  const used = new Set<number>()
  for (const { name, bytes } of files) {
    tape.comment(name)
    for (const number of used) makeUnused(tape, number)
    used.clear()
    writeFile(tape, name, linesOf(name, bytes), used)
  }
  return tape
}

/** Each state begins in memory that is all zeros: an entity that is freed later is told from that by its class. */
function makeUnused(tape: Tape, number: number): void {
  tape.free(number)
  if (number >= MAX_CLIENTS) tape.entity(number, { inuse: 0, classname: null })
}

function linesOf(name: string, bytes: Uint8Array): Line[] {
  const texts = byteText(bytes).split('\n')
  if (texts.at(-1) === '') texts.pop()
  const lines = texts.map((text, i) => {
    const line = jsonOf(text)
    if (!Array.isArray(line)) throw new Error(`${name}, line ${i + 1}: no list in JSON`)
    return line as unknown as Line
  })
  const [kind, version] = lines[0] ?? []
  if (kind !== 'h' || version !== 1) throw new Error(`${name}: it does not begin with the header of a trace, version 1`)
  return lines
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function writeFile(tape: Tape, name: string, lines: readonly Line[], used: Set<number>): void {
  const first = lines.find(([kind]) => kind === 'c')
  if (first === undefined) return
  const header = headerOf(lines[0]?.[2] as Fields)
  const clock = new TapeClock(tape, header.unix, Number(first[2]), Number(first[3]))
  let loaded = false
  for (const [i, line] of lines.entries()) {
    try {
      if (!loaded && !BEFORE_LOADING.has(line[0])) {
        tape.vm()
        loaded = true
      }
      writeLine(tape, header, clock, line, used)
    } catch (cause) {
      throw new Error(`${name}, line ${i + 1}: ${cause instanceof Error ? cause.message : cause}`, { cause })
    }
  }
}

interface Header {
  /** The engine's names of fields, by their short names in the file; those of members come in as they are met. */
  readonly fields: Map<string, string>
  /** The columns of an entity's line. */
  readonly columns: readonly string[]
  readonly unix: number
}

function headerOf({ sc, vec, arr, ent, entvec, unix }: Fields): Header {
  const lists = [sc, vec, arr, ent, entvec] as readonly (readonly string[])[]
  const [scalars = [], vectors = [], arrays = [], columns = [], places = []] = lists
  const numbered = scalars.map((name, i) => [String(i + 1), name] as const)
  const short = [...vectors, ...arrays].map((pair) => pair.split('=') as [string, string])
  return { fields: new Map([...numbered, ...short]), columns: [...columns, ...places], unix: Number(unix) }
}

function writeLine(tape: Tape, header: Header, clock: TapeClock, line: Line, used: Set<number>): void {
  const [kind, first, second, third, ...rest] = line
  const number = Number(first)
  if (kind === 'c') writeCall(tape, clock, String(first) as Callback, Number(second), Number(third), rest)
  else if (kind === 't') clock.wall(number, Number(third))
  else if (kind === 'cv') {
    if (!OWN_CVARS.has(String(first))) tape.cvars({ [String(first)]: textOf(second) })
  } else if (kind === 'cs') tape.configstrings({ [number]: textOf(second) })
  else if (kind === 'ui') tape.userinfo(number, textOf(second))
  else if (kind === 's') {
    used.add(number)
    tape.client(number, clientValues(header, second as Fields))
  } else if (kind === 'ws') {
    const [atts = 0, deaths = 0, headshots = 0, hits = 0, kills = 0] = third as readonly number[]
    tape.weaponStats(number, Number(second), { atts, deaths, headshots, hits, kills })
  } else if (kind === 'e') {
    used.add(number)
    tape.entity(number, entityValues(header, line.slice(2)))
  } else if (kind === 'x') tape.free(number)
  else if (kind === 'const') writeConstants(tape, first as Fields)
  else if (!BEFORE_LOADING.has(kind)) throw new Error(`a trace has no line "${kind}"`)
}

function writeCall(
  tape: Tape,
  clock: TapeClock,
  callback: Callback,
  level: number,
  milliseconds: number,
  args: readonly Json[],
): void {
  if (callback === 'et_RunFrame') {
    clock.frame(level, milliseconds)
    return
  }
  clock.at(level, milliseconds)
  if (callback === 'et_ClientCommand') {
    // the file has every word of the command as a third argument
    const [, ...words] = args[2] as readonly Json[]
    tape.command(Number(args[0]), textOf(args[1]), ...words.map(textOf))
  } else if (callback === 'et_ConsoleCommand') {
    tape.console(textOf(args[0]))
  } else {
    tape.call(callback, ...args.map((arg) => (typeof arg === 'number' ? arg : textOf(arg))))
  }
}

function writeConstants(tape: Tape, constants: Fields): void {
  const others = Object.entries(constants).filter(([name, value]) => CONSTANTS[name] !== value)
  const missing = Object.keys(CONSTANTS).filter((name) => !(name in constants))
  const values = [...others, ...missing.map((name) => [name, null] as const)]
  if (values.length > 0) tape.constants(Object.fromEntries(values) as Record<string, string | number | null>)
}

function clientValues(header: Header, recorded: Fields): ClientValues {
  const values: Record<string, unknown> = {}
  for (const key of Object.keys(recorded)) values[fieldNamed(header, key)] = recordedValue(recorded[key] as Json)
  return values as ClientValues
}

function fieldNamed({ fields }: Header, key: string): string {
  const known = fields.get(key)
  if (known !== undefined) return known
  const [, short = '', index] = /^([a-z]+)(\d+)$/.exec(key) ?? []
  const array = fields.get(short)
  if (array === undefined) throw new Error(`the header names no field ${key}`)
  fields.set(key, `${array}[${index}]`)
  return `${array}[${index}]`
}

function entityValues({ columns }: Header, recorded: readonly Json[]): EntityValues {
  return Object.fromEntries(columns.map((name, i) => [name, recordedValue(recorded[i] as Json)])) as EntityValues
}

function recordedValue(value: Json): unknown {
  return typeof value === 'string' ? textOf(value) : value
}

/** One character of the file is one byte of the game's, unless it was written as an escape of more. */
function textOf(value: Json | undefined): Text {
  if (typeof value !== 'string') throw new Error(`${JSON.stringify(value)} is no text`)
  if (/^[\0-\x7f]*$/.test(value) || !/^[\0-\xff]*$/.test(value)) return value
  return Uint8Array.from(value, (character) => character.charCodeAt(0))
}
