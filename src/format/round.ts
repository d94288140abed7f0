import type { Header, SensorState } from './header.ts'
import type { Rows, SectionKey } from './sections.ts'

/**
 * How much of the round the file holds. `complete`: its trailer agrees with its rows. `incomplete`: cut, or the trailer
 * disagrees. `unverified`: written by a tracker that ends without a trailer, and nothing looks cut (L-2).
 */
export type Completeness = 'complete' | 'incomplete' | 'unverified'

/** What became of the lines of one section: each is accepted or reported. */
export interface SectionCount {
  accepted: number
  reported: number
}

/** What the file holds beyond what this version knows. Lists are cut at a limit, counts are not. */
export interface Unknown {
  readonly header: readonly (readonly [key: string, value: string])[]
  readonly sections: readonly {
    readonly name: string
    readonly line: number
    readonly rows: number
    readonly text: readonly string[]
  }[]
  readonly extra_columns: readonly { readonly section: string; readonly line: number; readonly text: string }[]
  readonly extra_column_rows: number
}

/** One round as its file tells it. */
export interface Round {
  /** The format's generation from the first line: 3 to 6, or a later one. */
  readonly format: number
  /** The tracker's build, such as `4.2b` or `6.11`; a lower bound unless `build_exact`. */
  readonly build: string
  readonly build_exact: boolean
  readonly header: Header
  readonly rows: Rows
  /** State of each section's sensor: declared, or seen by its rows, or unknown. */
  readonly sensors: Readonly<Record<SectionKey, SensorState>>
  /** Lines per section header found in the file, by the section's name; unknown sections included. */
  readonly sections: Readonly<Record<string, SectionCount>>
  readonly completeness: Completeness
  readonly unknown: Unknown
}

/** A line, or a part of one, that could not be taken as it stands. */
export interface Problem {
  /** Counted from 1; 0 for the file as a whole. */
  readonly line: number
  /** The section's name in the file, or `header`, or `file`. */
  readonly section: string
  readonly reason: string
  /** `row`: the line is left out. `part`: the row is kept without the part. `note`: kept whole. */
  readonly lost: 'row' | 'part' | 'note'
}
