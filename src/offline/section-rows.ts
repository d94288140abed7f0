import type { Field } from '../format/codec.ts'
import { type Column, columnsOf } from '../format/columns.ts'
import { SECTIONS } from '../format/sections.ts'
import { type NameNumbers, nameNumbers } from '../metrics/name-numbers.ts'
import type { OpenedFile } from './open-file.ts'

type AnyRow = Readonly<Record<string, unknown>>

interface SectionRows {
  readonly fields: string[]
  readonly rows: unknown[][]
}

/** The sections of a file that are wanted and have rows, as the interface shows them, by key. */
export function sectionRows({ round, derived }: OpenedFile, wanted: readonly string[]): Record<string, SectionRows> {
  const names = nameNumbers(derived.roster)
  const shown = SECTIONS.filter(({ key }) => wanted.includes(key) && round.rows[key].length > 0)
  return Object.fromEntries(
    shown.map(({ key, fields }) => {
      const columns = columnsOf(fields as readonly Field[])
      const rows = (round.rows[key] as readonly object[] as readonly AnyRow[]).map((row) =>
        columns.map((column) => shownValue(column, row, names)),
      )
      return [key, { fields: columns.map(({ name }) => name), rows }]
    }),
  )
}

/** A player is the number of his name; everything else stands as in the file. */
function shownValue({ guid, field, codec }: Column, row: AnyRow, names: NameNumbers): unknown {
  if (guid === undefined) return row[field as string]
  if (codec.kind === 'guids') return (row[guid] as readonly string[]).map((one) => names.of(one, undefined))
  return names.of(row[guid] as string | null, field === undefined ? undefined : (row[field] as string | null))
}
