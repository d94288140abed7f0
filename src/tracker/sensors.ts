import type { Attacker, Path, Positions } from '../format/codec.ts'
import { writeRow } from '../format/row.ts'
import { type Rows, SECTIONS, type Section, type SectionKey } from '../format/sections.ts'
import { failures, sayOnce } from './guard.ts'
import { addLine, dropSums, newBuffer, type TextBuffer } from './text-buffer.ts'

/** What is known of one sensor, under the name that the header's capabilities use. */
export interface Sensor {
  readonly name: string
  on: boolean
  errors: number
  /** Reads of the engine that gave nothing usable. */
  refused: number
  /** Rows that could not be written. */
  rejected: number
  /** The first thing that went wrong. */
  reason: string
  /** How often it was to look, and the longest it really took; where it looks at intervals. */
  interval_ms: number | undefined
  longest_ms: number | undefined
}

/** A row as the tracker hands it over: lists are text already, and what is absent is undefined. */
export type Written<K extends SectionKey> = {
  readonly [F in keyof Rows[K][number]]: Rows[K][number][F] extends Path | Positions | readonly Attacker[]
    ? string
    : null extends Rows[K][number][F]
      ? Exclude<Rows[K][number][F], null> | undefined
      : Rows[K][number][F]
}

/** A sensor that fails this often in a round is not asked again: it costs time and gives nothing. */
const ERROR_LIMIT = 100

const sensors: Sensor[] = []
const byName = new LuaTable<string, Sensor>()
const buffers = new LuaTable<string, TextBuffer>()
const sections = new LuaTable<string, Section>()
const accounts = new LuaTable<string, Sensor>()

/** What is being measured now: reads that fail are charged to it, or else to the timeline of the players. */
const account: { sensor: Sensor | undefined } = { sensor: undefined }

/** Begins a round: empty sections; `isOn` says which sensors are on. */
export function openSensors(isOn: (sensor: string) => boolean): void {
  while (sensors.length > 0) sensors.pop()
  dropSums()
  for (const section of SECTIONS as readonly Section[]) {
    const name = section.capability ?? section.key
    let sensor = byName.get(name)
    if (sensor === undefined || !sensors.includes(sensor)) {
      sensor = newSensor(name, isOn(name))
      byName.set(name, sensor)
      sensors.push(sensor)
    }
    sections.set(section.key, section)
    accounts.set(section.key, sensor)
    buffers.set(section.key, newBuffer())
  }
  account.sensor = byName.get('lives')
  failures.count = 0
  failures.first = ''
}

function newSensor(name: string, on: boolean): Sensor {
  return {
    name,
    on,
    errors: 0,
    refused: 0,
    rejected: 0,
    reason: '',
    interval_ms: undefined,
    longest_ms: undefined,
  }
}

/** Every sensor, in the order of the file. */
export function allSensors(): readonly Sensor[] {
  return sensors
}

export function bufferOf(key: SectionKey): TextBuffer {
  return buffers.get(key)
}

export function isOn(name: string): boolean {
  const sensor = byName.get(name)
  return sensor?.on === true && sensor.errors < ERROR_LIMIT
}

/** The name of the sensor that a section belongs to. */
export function sensorOf(key: SectionKey): string {
  return accounts.get(key).name
}

/** Adds a row to its section. One that cannot be written is counted, with the reason; the round goes on. */
export function record<K extends SectionKey>(key: K, row: Written<K>): void {
  const sensor = accounts.get(key)
  if (!sensor.on) return
  const lines: string[] = []
  const section = sections.get(key)
  const reason = writeRow(section.fields, row, lines, section.comment_rows === true)
  if (reason === undefined) {
    addLine(buffers.get(key), lines[0] as string)
    return
  }
  reject(sensor.name, `${key}: ${reason}`)
}

/** Runs the work of a sensor, if it is on. Its error stays its own (L-4) and is said once. */
export function sense<A extends unknown[]>(name: string, work: (this: void, ...args: A) => void, ...args: A): void {
  const sensor = byName.get(name)
  if (sensor?.on !== true || sensor.errors >= ERROR_LIMIT) return
  const before = account.sensor
  account.sensor = sensor
  const [ok, problem] = pcall(work, ...args)
  account.sensor = before
  if (ok) return
  sensor.errors += 1
  const message = tostring(problem)
  if (sensor.reason === '') sensor.reason = message
  sayOnce(`${name} failed: ${message}`)
}

/** Does work for all sensors whose refused reads are charged to one, on or off. Its error is the caller's. */
export function charged<A extends unknown[]>(name: string, work: (this: void, ...args: A) => void, ...args: A): void {
  const before = account.sensor
  account.sensor = byName.get(name)
  const [ok, problem] = pcall(work, ...args)
  account.sensor = before
  if (!ok) error(problem, 0)
}

/** Counts what a sensor was told and cannot believe. */
export function reject(name: string, reason: string): void {
  const sensor = byName.get(name)
  if (sensor === undefined) return
  sensor.rejected += 1
  if (sensor.reason === '') sensor.reason = reason
}

/** Charges a read that gave nothing usable to whatever is being measured. */
export function refuse(what: string): void {
  const sensor = account.sensor
  if (sensor === undefined) return
  sensor.refused += 1
  if (sensor.reason === '') sensor.reason = `no usable ${what}`
}

/** States how often a sensor looks, and keeps the longest gap it really had. */
export function looked(name: string, interval_ms: number, gap_ms: number): void {
  const sensor = byName.get(name)
  if (sensor === undefined) return
  sensor.interval_ms = interval_ms
  if (sensor.longest_ms === undefined || gap_ms > sensor.longest_ms) sensor.longest_ms = gap_ms
}

/** The state of a sensor as the file declares it. */
export function stateOf(sensor: Sensor): 'on' | 'off' | 'failed' {
  if (!sensor.on) return 'off'
  return sensor.errors > 0 ? 'failed' : 'on'
}
