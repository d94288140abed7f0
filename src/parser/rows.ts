import type { Field } from '../format/codec.ts'
import type { Section } from '../format/sections.ts'
import { type FieldReader, fieldEnd, fieldReason, INVALID, readerOf } from './fields.ts'
import type { Texts } from './text.ts'

/** The columns of one layout of a section. */
export interface Layout {
  readonly fields: readonly Field[]
  readonly readers: readonly FieldReader[]
  /** Fields that this layout lacks: null in its rows. */
  readonly absent: readonly string[]
}

/** The layouts of a section, the fullest first. */
export function layoutsOf(section: Section, count: number = section.fields.length): Layout[] {
  const omitted = section.omitted ?? []
  const layout = (fields: readonly Field[], absent: readonly string[]): Layout => ({
    fields,
    readers: fields.map(([, codec]) => readerOf(codec)),
    absent,
  })
  const fields = section.fields.slice(0, count)
  const full = layout(fields, [])
  if (omitted.length === 0) return [full]
  const older = fields.filter(([name]) => !omitted.includes(name))
  return [full, layout(older, omitted)]
}

/** Where the column begins that follows those which {@link readRow} read; behind the line's end if there is none. */
export let nextColumn = 0

/** Reads the columns of a layout, one after the other. Undefined if one of them is missing or invalid. */
export function readRow(texts: Texts, layout: Layout, start: number, end: number): Record<string, unknown> | undefined {
  const { fields, readers } = layout
  const row: Record<string, unknown> = {}
  let at = start
  for (let i = 0; i < readers.length; i++) {
    if (at > end) return undefined
    const value = (readers[i] as FieldReader)(texts, at, end)
    if (value === INVALID) return undefined
    row[(fields[i] as Field)[0]] = value
    at = fieldEnd + 1
  }
  for (const name of layout.absent) row[name] = null
  nextColumn = at
  return row
}

/** Why {@link readRow} read no row: in no layout, each followed by `more` columns of another kind. */
export function rowReason(texts: Texts, layouts: readonly Layout[], more: number, start: number, end: number): string {
  const starts = columnStarts(texts.bytes, start, end)
  const full = layouts[0] as Layout
  const layout =
    starts.length >= full.fields.length + more
      ? full
      : layouts.find(({ fields }) => fields.length + more === starts.length)
  if (layout === undefined) return wrongCount(starts.length, layouts, more)
  for (let i = 0; i < layout.readers.length; i++) {
    const from = starts[i] as number
    const to = (starts[i + 1] ?? end + 1) - 1
    const value = (layout.readers[i] as FieldReader)(texts, from, to)
    if (value === INVALID) return fieldReason(texts, layout.fields[i] as Field, i + 1, from, to)
  }
  return wrongCount(starts.length, layouts, more)
}

function wrongCount(found: number, layouts: readonly Layout[], more: number): string {
  const expected = layouts.map((layout) => layout.fields.length + more)
  return `${found} columns, expected ${expected.join(' or ')}`
}

const SEMICOLON = 59
const MAX_COLUMNS = 64

/** Where each column of a line begins; no more than 64. */
export function columnStarts(bytes: Uint8Array, start: number, end: number): number[] {
  const starts = [start]
  for (let i = start; i < end && starts.length < MAX_COLUMNS; i++) if (bytes[i] === SEMICOLON) starts.push(i + 1)
  return starts
}
