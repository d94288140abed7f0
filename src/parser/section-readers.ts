import type { Attacker, Field, Path, Positions } from '../format/codec.ts'
import { SECTIONS } from '../format/sections.ts'
import { readAttackers } from './attackers.ts'
import type { Cursor } from './plain-fields.ts'
import { PLAIN_ROWS, type PlainReader } from './plain-rows.ts'
import { type PointColumns, pathFrom, positionsFrom } from './point-columns.ts'
import { type BadPoint, readPoints } from './points.ts'
import { type Layout, layoutsOf, nextColumn, readRow, rowReason } from './rows.ts'
import { salvage } from './salvage.ts'
import type { Texts } from './text.ts'

/** What a line gave: a row, or what tells why there is none; and what was odd about it. */
export interface LineResult {
  readonly row: Record<string, unknown> | (() => string)
  /** Columns beyond the known ones, as text positions; undefined if there are none. */
  readonly extra?: readonly [start: number, end: number] | undefined
  /** Whether the row has the older of the section's two layouts; undefined if the section has but one. */
  readonly older?: boolean | undefined
}

/** What the readers of one file share. */
export interface FileState {
  readonly texts: Texts
  readonly cursor: Cursor
  /** The format's generation. */
  readonly format: number
  readonly paths: PointColumns
  readonly positions: PointColumns
  /** Reports a part of the line being read that was left out, or, with `note`, something odd that was kept. */
  readonly part: (reason: () => string, note?: boolean) => void
}

type KnownSection = (typeof SECTIONS)[number]

/** Reads one line of a section. */
export type LineReader = (state: FileState, start: number, end: number) => LineResult

const SPACE = 32
const SEMICOLON = 59

/** The columns of a line that is not plain, by their places among the section's fields. */
const values: unknown[] = []

type AnyRow = Record<string, unknown>

/** The row that begins at `start`, if it is spelled as trackers spell it; the cursor then stands behind its columns. */
function plainRow({ cursor, texts }: FileState, read: PlainReader, start: number, end: number): AnyRow | undefined {
  const { listed } = texts
  cursor.at = start
  cursor.end = end
  cursor.plain = true
  const row = read(cursor)
  if (cursor.plain) return row
  texts.listed = listed
  return undefined
}

/** The row of a section whose columns stand in {@link values}. */
function rowOf(section: KnownSection): AnyRow {
  return Object.fromEntries(section.fields.map(([name], place) => [name, values[place]]))
}

/** A section whose rows are plain columns. */
function plainReader(section: KnownSection): LineReader {
  const read = PLAIN_ROWS[section.key]
  const layouts = layoutsOf(section)
  const hasOlder = layouts.length > 1
  const startsWithText = section.fields[0]?.[1].kind === 'text'
  const endsWithText = section.fields.at(-1)?.[1].kind === 'text'
  return (state, lineStart, lineEnd) => {
    const { texts, cursor } = state
    let start = lineStart
    let end = lineEnd
    // blanks around the line are no part of it, but those of a name are
    if (startsWithText) while (texts.bytes[start - 1] === SPACE) start -= 1
    if (endsWithText) while (texts.bytes[end] === SPACE) end += 1
    const row = plainRow(state, read, start, end)
    if (row !== undefined) return { row, older: hasOlder ? false : undefined, extra: columnsFrom(cursor.at, end) }
    for (const layout of layouts) {
      const older = hasOlder ? layout.absent.length > 0 : undefined
      // only the fullest layout may be followed by columns that are newer than this version
      if (readRow(texts, layout, start, end, values) && (nextColumn > end || !older)) {
        return { row: rowOf(section), older, extra: columnsFrom(nextColumn, end) }
      }
    }
    return { row: () => rowReason(texts, layouts, 0, start, end) }
  }
}

function columnsFrom(start: number, end: number): LineResult['extra'] {
  return start > end ? undefined : [start, end]
}

/** ENGAGEMENTS: 22 plain columns, the positions, and the attackers as all the rest of the line. */
function engagementReader(section: KnownSection): LineReader {
  const read = PLAIN_ROWS[section.key]
  const plain = section.fields.length - 2
  const layouts = layoutsOf(section, plain)
  const layout = layouts[0] as Layout
  return (state, start, end) => {
    const { texts, cursor, part } = state
    let row = plainRow(state, read, start, end)
    let positionsStart = row === undefined ? undefined : cursor.at
    if (positionsStart === undefined && readRow(texts, layout, start, end, values)) positionsStart = nextColumn
    if (positionsStart === undefined && state.format === 3) {
      positionsStart = salvage(texts, layout, start, end, values)
      if (positionsStart !== undefined) {
        part(() => 'a name holds the separator; the columns were found from the words around it', true)
      }
    }
    const split = positionsStart === undefined ? -1 : texts.bytes.indexOf(SEMICOLON, positionsStart)
    if (positionsStart === undefined || split === -1 || split >= end)
      return { row: () => rowReason(texts, layouts, 2, start, end) }
    const from = state.positions.length
    readPoints(texts, positionsStart, split, state.positions, inColumn(part, plain + 1, 'positions'))
    const positions: Positions = positionsFrom(state.positions, from)
    const attackers: Attacker[] = readAttackers(texts, split + 1, end, inColumn(part, plain + 2, 'attackers'))
    row ??= rowOf(section)
    row.positions = positions
    row.attackers = attackers
    if (row.num_attackers !== attackers.length) {
      const stated = row.num_attackers
      part(() => `column 12 (num_attackers) states ${stated}, the row lists ${attackers.length}`, true)
    }
    return { row }
  }
}

/** PLAYER_TRACKS: 8 or 9 plain columns and the path. */
function trackReader(section: KnownSection): LineReader {
  const read = PLAIN_ROWS[section.key]
  const layouts = layoutsOf(section, section.fields.length - 1)
  return (state, start, end) => {
    for (const layout of layouts) {
      const older = layout.absent.length > 0
      const plain = older ? undefined : plainRow(state, read, start, end)
      if (plain === undefined && !readRow(state.texts, layout, start, end, values)) continue
      const pathStart = plain === undefined ? nextColumn : state.cursor.at
      if (pathStart > end) continue
      const split = state.texts.bytes.indexOf(SEMICOLON, pathStart)
      const pathEnd = split === -1 || split > end ? end : split
      if (older && pathEnd < end) continue
      const row = plain ?? rowOf(section)
      readPath(state, row, layout.fields.length, pathStart, pathEnd)
      return { row, older, extra: columnsFrom(pathEnd + 1, end) }
    }
    return { row: () => rowReason(state.texts, layouts, 1, start, end) }
  }
}

/** Reads the path of a track, whose number of samples stands in the column before it. */
function readPath(state: FileState, row: Record<string, unknown>, column: number, start: number, end: number): void {
  const { texts, part } = state
  const from = state.paths.length
  readPoints(texts, start, end, state.paths, inColumn(part, column + 1, 'path'))
  const path: Path = pathFrom(state.paths, from)
  row.path = path
  if (row.samples !== path.length) {
    part(() => `column ${column} (samples) states ${row.samples}, the path has ${path.length}`, true)
  }
  if (row.death_time_ms === 0 && (Number(row.spawn_time_ms) > 0 || (path.time_ms.at(-1) ?? 0) > 0)) {
    row.death_time_ms = null
  }
}

/** Names the column of a bad part. */
function inColumn(part: FileState['part'], column: number, name: string): BadPoint {
  return (reason) => part(() => `column ${column} (${name}): ${reason()}`)
}

function readerOf(section: KnownSection): LineReader {
  const kinds = new Set((section.fields as readonly Field[]).map(([, codec]) => codec.kind))
  if (kinds.has('attackers')) return engagementReader(section)
  return kinds.has('path') ? trackReader(section) : plainReader(section)
}

/** How the rows of a section are read. */
export interface SectionReader {
  readonly section: KnownSection
  readonly read: LineReader
  /** True if every row holds points. */
  readonly points: boolean
}

/** The reader of each known section, by the section's name. */
export const SECTION_READERS: ReadonlyMap<string, SectionReader> = new Map(
  SECTIONS.map((section) => {
    const points = section.key === 'engagements' || section.key === 'player_tracks'
    return [section.name, { section, read: readerOf(section), points }]
  }),
)
