import type { Field } from '../format/codec.ts'
import { decodeText } from '../format/file-text.ts'
import type { Section } from '../format/sections.ts'
import { type FieldReader, fieldEnd, fieldReason, INVALID, readerOf, readField } from './fields.ts'
import type { Texts } from './text.ts'

/** The columns of one layout of a section. */
export interface Layout {
  readonly fields: readonly Field[]
  readonly readers: readonly FieldReader[]
  /** The place of each field among all fields of the section. */
  readonly places: readonly number[]
  /** The places of fields that this layout lacks: null in its rows. */
  readonly absent: readonly number[]
  /** True if nothing of a row may be told. */
  readonly secret: boolean
}

/** The layouts of a section, the fullest first. */
export function layoutsOf(section: Section, count: number = section.fields.length): Layout[] {
  const omitted = section.omitted ?? []
  const fields = section.fields.slice(0, count)
  const isOmitted = (place: number) => omitted.includes((fields[place] as Field)[0])
  const layout = (places: readonly number[], absent: readonly number[]): Layout => ({
    fields: places.map((place) => fields[place] as Field),
    readers: places.map((place) => readerOf((fields[place] as Field)[1])),
    places,
    absent,
    secret: section.secret === true,
  })
  const all = [...fields.keys()]
  const full = layout(all, [])
  if (omitted.length === 0) return [full]
  return [
    full,
    layout(
      all.filter((place) => !isOmitted(place)),
      all.filter(isOmitted),
    ),
  ]
}

/** Where the column begins that follows those which {@link readRow} read; behind the line's end if there is none. */
export let nextColumn = 0

/**
 * Reads the columns of a layout, one after the other, into their places among `values`. False if one of them is missing
 * or invalid.
 */
export function readRow(texts: Texts, layout: Layout, start: number, end: number, values: unknown[]): boolean {
  const { readers, places, absent } = layout
  let at = start
  for (let i = 0; i < readers.length; i++) {
    if (at > end) return false
    const value = readField(texts, readers[i] as FieldReader, at, end)
    if (value === INVALID) return false
    values[places[i] as number] = value
    at = fieldEnd + 1
  }
  for (let i = 0; i < absent.length; i++) values[absent[i] as number] = null
  nextColumn = at
  return true
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
    const value = readField(texts, layout.readers[i] as FieldReader, from, to)
    if (value !== INVALID) continue
    return fieldReason(layout.fields[i] as Field, i + 1, layout.secret ? undefined : textOf(texts, from, to))
  }
  return wrongCount(starts.length, layouts, more)
}

function textOf({ bytes }: Texts, start: number, end: number): string {
  return decodeText(bytes, start, Math.min(end, start + 200))
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
