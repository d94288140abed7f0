import { decodeText } from '../format/file-text.ts'
import type { SectionCount, Unknown } from '../format/round.ts'
import { COMMENT_ROW } from '../format/row.ts'
import { SECTIONS, type Section, type SectionKey } from '../format/sections.ts'
import {
  MAX_KEPT_BYTES,
  MAX_KEPT_LINES,
  MAX_LISTED,
  MAX_POINT_ROWS,
  MAX_POINTS,
  MAX_ROWS,
  MAX_UNKNOWN_SECTIONS,
} from './limits.ts'
import { cursorOf } from './plain-fields.ts'
import { pointColumns } from './point-columns.ts'
import { type Problems, quoted, report } from './problems.ts'
import { type FileState, type LineReader, SECTION_READERS } from './section-readers.ts'
import type { Texts } from './text.ts'

/** Bytes of text per point in real files, at least; decides only how much room is made at once. */
const BYTES_PER_POINT = 55

/** Where the rows of a file are gathered, section by section. */
export interface Collector {
  /** Name of the section being read; `header` before the first. */
  name: string
  readonly rows: Readonly<Record<SectionKey, object[]>>
  readonly sections: Record<string, SectionCount>
  readonly unknown_sections: Map<string, { line: number; text: string[] }>
  readonly extra_columns: { section: string; line: number; text: string }[]
  extra_column_rows: number
  /** The first comment with column names of each known section. */
  readonly column_names: Map<string, string>
  /** Sections with rows of the older, of the newer, of two layouts. */
  readonly older: Set<string>
  readonly newer: Set<string>
  /** A header line of a section. */
  enter(section: string, line: number): void
  /** A comment inside a section. */
  comment(text: string): void
  /** True where a line that begins with `#;` is a row: in sections of such rows, and in unknown ones. */
  takes_comment_rows: boolean
  /** A line of the section being read, between two places of the text. */
  row(start: number, end: number, line: number): void
  /** A row that cannot be taken. */
  reject(line: number, reason: () => string): void
  /** Takes no further rows, for the same reason. */
  refuse(reason: () => string): void
}

/** A collector for a file of a generation, which reports to `problems`. */
export function collector(texts: Texts, format: number, problems: Problems): Collector {
  const { bytes } = texts
  const capacity = Math.min(MAX_POINTS, Math.ceil(bytes.length / BYTES_PER_POINT) + 16)
  let count = { accepted: 0, reported: 0 }
  let read: LineReader | undefined
  let into: object[] = []
  let most = MAX_ROWS
  let asText: string[] | undefined
  let secret = false
  let refused: (() => string) | undefined
  let unknownSections = 0
  let keptLines = 0
  let total = 0
  let line = 0

  const self: Collector = {
    name: 'header',
    rows: Object.fromEntries(SECTIONS.map(({ key }) => [key, []])) as unknown as Record<SectionKey, object[]>,
    sections: Object.create(null),
    unknown_sections: new Map(),
    extra_columns: [],
    extra_column_rows: 0,
    column_names: new Map(),
    older: new Set(),
    newer: new Set(),
    takes_comment_rows: false,

    enter(section, at) {
      const known = SECTION_READERS.get(section)
      const earlier = self.sections[section]
      self.name = section
      self.takes_comment_rows = known === undefined || marksRows(known.section)
      read = known?.read
      secret = known !== undefined && isSecret(known.section)
      asText = undefined
      count = earlier ?? { accepted: 0, reported: 0 }
      if (known !== undefined) {
        into = self.rows[known.section.key]
        most = known.points ? MAX_POINT_ROWS : MAX_ROWS
      } else if (earlier === undefined && unknownSections === MAX_UNKNOWN_SECTIONS) {
        report(problems, at, section, 'note', () => `more than ${MAX_UNKNOWN_SECTIONS} unknown sections`)
        return
      } else if (earlier === undefined) unknownSections += 1
      self.sections[section] = count
      if (known === undefined && refused === undefined) asText = unknownSection(section, at)
      if (earlier !== undefined) {
        report(problems, at, section, 'note', () => 'the section begins a second time; its rows are taken together')
      }
    },

    comment(text) {
      if (read !== undefined && refused === undefined && !self.column_names.has(self.name) && text.includes(';')) {
        self.column_names.set(self.name, text)
      }
    },

    row(start, end, at) {
      line = at
      if (refused !== undefined) {
        self.reject(at, refused)
      } else if (asText !== undefined) {
        count.accepted += 1
        const text = kept(start, end)
        if (text !== undefined) asText.push(text)
      } else if (read === undefined) {
        self.reject(at, () => `${quoted(decodeText(bytes, start, Math.min(end, start + 200)))} belongs to no section`)
      } else if (total >= MAX_ROWS || into.length >= most) {
        self.reject(at, () => `more than ${total >= MAX_ROWS ? `${MAX_ROWS} rows in the file` : `${most} rows`}`)
      } else if (texts.listed > MAX_LISTED) {
        self.reject(at, () => `more than ${MAX_LISTED} ids, attackers and weapons in the lists of the file`)
      } else if (!self.takes_comment_rows) take(read(state, start, end))
      else if (!startsWithMark(bytes, start)) self.reject(at, () => `the row does not begin with "${COMMENT_ROW}"`)
      else take(read(state, start + COMMENT_ROW.length, end))
    },

    reject(at, reason) {
      count.reported += 1
      report(problems, at, self.name, 'row', reason)
    },

    refuse(reason) {
      refused = reason
      self.name = 'file'
      self.takes_comment_rows = false
      // what follows belongs to none of the sections so far
      count = { accepted: 0, reported: 0 }
    },
  }

  const take = ({ row, older, extra }: ReturnType<LineReader>) => {
    if (typeof row === 'function') {
      self.reject(line, row)
      return
    }
    count.accepted += 1
    total += 1
    into.push(row)
    if (older !== undefined) (older ? self.older : self.newer).add(self.name)
    if (extra !== undefined) extraColumns(extra[0], extra[1])
  }

  const unknownSection = (section: string, at: number): string[] => {
    const before = self.unknown_sections.get(section)
    if (before !== undefined) return before.text
    report(problems, at, section, 'note', () => 'the section is not known to this version; its rows are kept as text')
    const text: string[] = []
    self.unknown_sections.set(section, { line: at, text })
    return text
  }

  const kept = (start: number, end: number): string | undefined => {
    if (keptLines >= MAX_KEPT_LINES || end - start > MAX_KEPT_BYTES) return undefined
    keptLines += 1
    return decodeText(bytes, start, end)
  }

  const extraColumns = (start: number, end: number) => {
    if (self.extra_column_rows === 0) {
      const fate = secret ? 'they are not shown' : 'they are kept as text'
      report(problems, line, self.name, 'note', () => `more columns than this version knows; ${fate}`)
    }
    self.extra_column_rows += 1
    const text = secret ? undefined : kept(start, end)
    if (text !== undefined) self.extra_columns.push({ section: self.name, line, text })
  }

  const state: FileState = {
    texts,
    cursor: cursorOf(texts),
    format,
    paths: pointColumns('path', format === 3 ? 0 : capacity),
    positions: pointColumns('positions', Math.ceil(capacity / 4)),
    part: (reason, note = false) => report(problems, line, self.name, note ? 'note' : 'part', reason),
  }

  return self
}

const HASH = 35
const SEMICOLON = 59

/** True for a line that begins with {@link COMMENT_ROW}. */
export function startsWithMark(bytes: Uint8Array, start: number): boolean {
  return bytes[start] === HASH && bytes[start + 1] === SEMICOLON
}

function isSecret(section: Section): boolean {
  return section.secret === true
}

function marksRows(section: Section): boolean {
  return section.comment_rows === true
}

/** What the file held beyond what this version knows. */
export function unknownOf(from: Collector, header: Unknown['header']): Unknown {
  return {
    header,
    sections: Array.from(from.unknown_sections, ([name, one]) => ({
      name,
      ...one,
      rows: from.sections[name]?.accepted ?? 0,
    })),
    extra_columns: from.extra_columns,
    extra_column_rows: from.extra_column_rows,
  }
}
