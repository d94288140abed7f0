import type { Kind } from '../../format/codec.ts'
import type { Round } from '../../format/round.ts'
import { SECTIONS, type Section, type SectionKey } from '../../format/sections.ts'

/** A column of numbers that are all the same: a sensor may read the wrong field (L-15). */
export interface ConstantColumn {
  readonly section: SectionKey
  readonly column: string
  /** Null: empty in every row. */
  readonly value: number | null
  readonly rows: number
}

/** In fewer rows a number may stay the same by chance. */
const MANY_ROWS = 100
const NUMBERS: ReadonlySet<Kind> = new Set(['int', 'decimal', 'coordinate'])

/** The columns of numbers that never vary, of sections with a hundred rows or more, in the order of the file. */
export function constantColumns({ rows }: Pick<Round, 'rows'>): ConstantColumn[] {
  return (SECTIONS as readonly Section[]).flatMap(({ key, fields }) => {
    const own = rows[key as SectionKey] as readonly Readonly<Record<string, unknown>>[]
    const [first] = own
    if (first === undefined || own.length < MANY_ROWS) return []
    return fields
      .filter(([column, { kind }]) => NUMBERS.has(kind) && own.every((row) => row[column] === first[column]))
      .map(([column]) => ({
        ...{ section: key as SectionKey, column, rows: own.length },
        value: (first[column] ?? null) as number | null,
      }))
  })
}
