import { writeAttacker } from './attackers.ts'
import { BUILDS, type Build } from './builds.ts'
import {
  type Attacker,
  type Codec,
  type Field,
  guidsPlus,
  PATH_EVENTS,
  type Path,
  POSITION_EVENTS,
  type Positions,
} from './codec.ts'
import { encodeText } from './file-text.ts'
import { FIRST_LINE } from './header.ts'
import { headerLines } from './header-lines.ts'
import { writePathPoint, writePosition } from './points.ts'
import type { Round } from './round.ts'
import { writeRow } from './row.ts'
import { SECTIONS, type Section } from './sections.ts'
import { adler32, writeTrailer } from './trailer.ts'

type Values = Readonly<Record<string, unknown>>

/** A row, or a part of one, that could not be written; rows are counted from 0. */
export interface Refused {
  readonly section: string
  readonly row: number
  readonly reason: string
}

export interface WrittenRound {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly refused: readonly Refused[]
}

export interface LayoutOptions {
  /** The name of one of {@link BUILDS}. */
  readonly build: string
  /** True for a file as this project's own tracker writes it: with its own header keys and a trailer. */
  readonly trailer?: boolean
}

/**
 * The file of a round in the layout of a build: with the header keys, sections and columns that the build knows, and
 * nothing else of the round. What cannot be written is left out and listed. Throws a RangeError for an unknown build.
 */
export function writeRound(
  round: Pick<Round, 'header' | 'rows'>,
  { build, trailer = false }: LayoutOptions,
): WrittenRound {
  const layout = BUILDS.find(({ name }) => name === build)
  if (layout === undefined) throw new RangeError(`no build is called ${JSON.stringify(build)}`)
  const lines = [`${FIRST_LINE}${layout.generation}`, ...headerLines(round.header, layout, trailer)]
  const refused: Refused[] = []
  const counts: (readonly [string, number])[] = []
  for (const section of SECTIONS) {
    const rows: readonly Values[] = round.rows[section.key]
    const present = rows.length > 0 || layout.always.includes(section.name)
    if (!present || !layout.sections.includes(section.name)) continue
    if (counts.length > 0) lines.push('')
    counts.push([section.name, writeSection(section, rows, layout, lines, refused)])
  }
  const body = encodeText(`${lines.join('\n')}\n`)
  if (!trailer) return { bytes: body, refused }
  const end = encodeText(`${writeTrailer({ rows: counts, adler32: adler32(body, 0, body.length) })}\n`)
  const bytes = new Uint8Array(body.length + end.length)
  bytes.set(body)
  bytes.set(end, body.length)
  return { bytes, refused }
}

/** Appends a section to `lines` and gives how many rows it has there. */
function writeSection(
  section: Section,
  rows: readonly Values[],
  build: Build,
  lines: string[],
  refused: Refused[],
): number {
  const fields = fieldsIn(section, build)
  lines.push(`# ${section.name}`, `# ${fields.map(([name]) => name).join(';')}`)
  const before = lines.length
  rows.forEach((row, i) => {
    const refuse = (reason: string) => refused.push({ section: section.name, row: i, reason })
    const reason = writeRow(fields, withLists(section.fields, row, refuse), lines, section.comment_rows)
    if (reason !== undefined) refuse(reason)
  })
  return lines.length - before
}

/** The fields of a section in the layout of a build. */
function fieldsIn(section: Section, build: Build): Field[] {
  const omitted = build.old_layout.includes(section.name) ? (section.omitted ?? []) : []
  const paired: Codec<unknown> = { ...guidsPlus, separators: build.pair_separator }
  return section.fields
    .filter(([name]) => !omitted.includes(name))
    .map(([name, codec]) => [name, codec === guidsPlus ? paired : codec])
}

/** The row with its lists as text. An element that cannot be written is left out. */
function withLists(fields: readonly Field[], row: Values, refuse: (reason: string) => void): Values {
  const values: Record<string, unknown> = { ...row }
  for (const [name, { kind }] of fields) {
    const elements =
      kind === 'positions'
        ? positionTexts(row[name] as Positions)
        : kind === 'path'
          ? pathTexts(row[name] as Path)
          : kind === 'attackers'
            ? (row[name] as readonly Attacker[]).map(writeAttacker)
            : undefined
    if (elements === undefined) continue
    const written = elements.filter((element) => element !== undefined)
    if (written.length < elements.length)
      refuse(`${name}: ${elements.length - written.length} elements cannot be written`)
    values[name] = written.join('|')
  }
  return values
}

function positionTexts({ length, time_ms, x, y, z, event }: Positions): (string | undefined)[] {
  return Array.from({ length }, (_, i) =>
    writePosition([time_ms[i], x[i], y[i], z[i]], POSITION_EVENTS[event[i] as number] ?? ''),
  )
}

function pathTexts({ length, event, ...columns }: Path): (string | undefined)[] {
  const { time_ms, x, y, z, health, speed, weapon, stance, sprint } = columns
  return Array.from({ length }, (_, i) =>
    writePathPoint(
      [time_ms[i], x[i], y[i], z[i], health[i], speed[i], weapon[i], stance[i], sprint[i]],
      PATH_EVENTS[event[i] as number] ?? '',
    ),
  )
}
