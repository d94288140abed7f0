import { type FieldReader, INVALID, readField } from './fields.ts'
import { columnStarts, type Layout } from './rows.ts'
import { type Texts, textAt } from './text.ts'

/** Separators looked for in one name. */
const MOST = 8
// columns of ENGAGEMENTS, counted from 0
const TARGET_NAME = 5
const KILLER_NAME = 10

/**
 * Build 3.0 wrote names as they were, so a `;` in a name shifts the columns behind it. Tries where the two names of a
 * line of ENGAGEMENTS may end until every other column reads well. Gives where the column behind those of the layout
 * begins, or undefined if that is nowhere.
 */
export function salvage(
  texts: Texts,
  layout: Layout,
  start: number,
  end: number,
  values: unknown[],
): number | undefined {
  const starts = columnStarts(texts.bytes, start, end)
  const needed = layout.readers.length
  const spare = starts.length - needed - 1
  for (let inTarget = 0; inTarget <= Math.min(MOST, spare); inTarget++) {
    const begin = (column: number, inKiller: number) =>
      starts[column + (column > TARGET_NAME ? inTarget : 0) + (column > KILLER_NAME ? inKiller : 0)] as number
    const read = (from: number, to: number, inKiller: number) => {
      for (let i = from; i < to; i++) {
        const at = begin(i, inKiller)
        const stop = begin(i + 1, inKiller) - 1
        const isName = i === TARGET_NAME || i === KILLER_NAME
        const value = isName ? textAt(texts, at, stop) : readField(texts, layout.readers[i] as FieldReader, at, stop)
        if (value === INVALID) return false
        values[layout.places[i] as number] = value
      }
      return true
    }
    if (!read(0, KILLER_NAME, 0)) continue
    for (let inKiller = 0; inKiller <= Math.min(MOST, spare - inTarget); inKiller++) {
      if (read(KILLER_NAME, needed, inKiller)) return begin(needed, inKiller)
    }
  }
  return undefined
}
