import type { SectionKey } from '../format/sections.ts'
import type { Derived } from './derived.ts'

/** A list of derived rows, or the row of the round. */
type RowsOf<K extends keyof Derived> = Derived[K] extends readonly (infer R)[] ? R : Derived[K]

/** A field of the derived rows, such as `players.kills`. */
export type DerivedField = {
  [K in Exclude<keyof Derived, 'roster'>]: `${K}.${Extract<keyof RowsOf<K>, string>}`
}[Exclude<keyof Derived, 'roster'>]

/** What one metric is. The documents and the page are made from it. */
export interface Metric {
  /** The word for it in rows, tables and JSON. */
  readonly name: string
  readonly title: string
  readonly definition: string
  readonly unit: string
  /** The denominator: what is counted as a chance for it (L-50). */
  readonly opportunities: string
  /** What does not count; empty if nothing is left out. */
  readonly excludes: string
  /** Smallest and greatest possible value; null without a limit (L-42). */
  readonly range: readonly [min: number, max: number | null]
  /** Raised when the formula changes. */
  readonly version: number
  /** Sections of the round file that it is made from. */
  readonly inputs: readonly SectionKey[]
  /** How and why the original's number is another one; null where it is the same. */
  readonly differs: string | null
  /** Where its numbers are: sums, counts, single values. */
  readonly fields: readonly DerivedField[]
}

/** Numbers of findings about the original, which mean nothing to readers. */
const CITATION = / \((?:[DL]-?\d+(?:, )?)+\)/g

/** A text of a definition as its readers see it. */
export function withoutCitations(text: string): string {
  return text.replace(CITATION, '')
}
