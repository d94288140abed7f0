/** The text of the round's file: header, sections in their order, trailer. */
import { cleanText } from '../format/clean-text.ts'
import { FIRST_LINE } from '../format/header.ts'
import { SECTIONS, type Section, type SectionKey } from '../format/sections.ts'
import { TRAILER_KEY, writeTrailer } from '../format/trailer.ts'
import { clock } from './clock.ts'
import { cvar } from './engine.ts'
import type { FileText } from './jobs.ts'
import { play } from './play.ts'
import { allSensors, bufferOf, type Sensor, stateOf } from './sensors.ts'
import { hashOf, settings, settingsText } from './settings.ts'
import { checksumNumber, joinSums, newChecksum, sealLines, sum } from './text-buffer.ts'
import { BUILD, GENERATION, VERSION } from './version.ts'
import { intervalOf } from './waves.ts'

/** Sections that older importers expect even without a row. */
const ALWAYS: readonly string[] = ['ENGAGEMENTS', 'PLAYER_TRACKS', 'KILL_HEATMAP', 'MOVEMENT_HEATMAP']

const STATES: Readonly<Record<string, number>> = { off: 0, on: 1, failed: 2 }

/** The header with its line feeds; `ended_unix` 0 while the round goes on. */
export function headerText(ended_unix: number): string {
  const text = settingsText()
  const lines = [
    `${FIRST_LINE}${GENERATION}\n`,
    line('map', play.map),
    line('round', play.number),
    line('crossfire_window', settings.crossfire_window_ms),
    line('escape_time', settings.escape_time_ms),
    line('escape_distance', settings.escape_distance),
    line('position_sample_interval', settings.position_sample_interval),
    line('round_start_unix', play.started_unix),
    line('round_end_unix', ended_unix),
    line('axis_spawn_interval', intervalOf('AXIS') ?? 0),
    line('allies_spawn_interval', intervalOf('ALLIES') ?? 0),
    line('tracker_version_full', VERSION),
    line('test_mode', 0),
    line('capabilities', capabilities()),
    line('tracker', 'proximity'),
    line('build_hash', BUILD),
    line('settings_hash', hashOf(text)),
    line('settings', text),
    line('server_name', serverName()),
    line('engine_version', cvar('mod_version')),
    line('lua_version', luaVersion()),
    line('engine_round', play.engine_round),
    line('round_reason', play.number_reason),
    line('live_level_time', clock.zero_ms),
    line(TRAILER_KEY, 1),
  ]
  return table.concat(lines)
}

function line(key: string, value: string | number | undefined): string {
  if (value === undefined || value === '') return ''
  const [text] = string.gsub(tostring(value), '[=%c]', '_')
  return `# ${key}=${text}\n`
}

/** The name that the admin chose, else what the server calls itself. */
function serverName(): string {
  return settings.server_name !== '' ? settings.server_name : cleanText(cvar('sv_hostname'))
}

/** LuaJIT says `Lua 5.1`, and of itself more. */
function luaVersion(): string {
  const jit = (_G as unknown as { readonly jit?: { readonly version: string } }).jit
  return jit === undefined ? _VERSION : jit.version
}

function capabilities(): string {
  const states: string[] = []
  for (const sensor of allSensors()) states.push(`${sensor.name}:${STATES[stateOf(sensor)]}`)
  return table.concat(states, ',')
}

/** No row comes any more: what the checksum still lacks of the sections waits in line for it. */
export function sealSections(): void {
  for (const section of SECTIONS as readonly Section[]) sealLines(bufferOf(section.key as SectionKey))
}

/** The whole file, the trailer last; the sections are sealed and summed. */
export function fileText(ended_unix: number): FileText {
  const checksum = newChecksum()
  const lists: (readonly string[])[] = []
  let bytes = 0
  const counts: [string, number][] = []
  const header = headerText(ended_unix)
  sum(checksum, header)
  lists.push([header])
  bytes += header.length
  for (const section of SECTIONS as readonly Section[]) {
    const buffer = bufferOf(section.key as SectionKey)
    if (buffer.rows === 0 && !ALWAYS.includes(section.name)) continue
    const title = `${counts.length === 0 ? '' : '\n'}${sectionHeader(section)}`
    sum(checksum, title)
    lists.push([title], buffer.chunks)
    bytes += title.length + buffer.bytes
    joinSums(checksum, buffer.checksum, buffer.bytes)
    counts.push([section.name, buffer.rows])
  }
  const trailer = `${writeTrailer({ rows: counts, adler32: checksumNumber(checksum) })}\n`
  lists.push([trailer])
  return { lists, bytes: bytes + trailer.length }
}

/** Title and columns of a section, with their line feeds. */
export function sectionHeader(section: Section): string {
  const names: string[] = []
  for (const field of section.fields) names.push(field[0])
  return `# ${section.name}\n# ${table.concat(names, ';')}\n`
}

/** Rows of all sections of a sensor so far. */
export function rowsOf(sensor: Sensor): number {
  let rows = 0
  for (const section of SECTIONS as readonly Section[]) {
    if ((section.capability ?? section.key) === sensor.name) rows += bufferOf(section.key as SectionKey).rows
  }
  return rows
}
