import type { Kysely } from 'kysely'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { SectionCount } from '../format/round.ts'
import { SECTIONS, type Section } from '../format/sections.ts'
import type { Database } from '../store/database.ts'
import { FACT_TABLES, type FactColumn, type FactTable } from '../store/fact-columns.ts'
import { loadFacts } from '../store/load-facts.ts'
import { unpackRows } from '../store/packed-rows.ts'

/** Sections that a round shows in another form, and those that nobody is shown. */
const HIDDEN: ReadonlySet<string> = new Set([
  'engagements',
  'player_tracks',
  ...SECTIONS.flatMap((section: Section) => (section.secret === true ? [section.key] : [])),
])

/** Rows of a section, each with the values of its fields in order. */
export interface SectionRows {
  readonly fields: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

/** Whether there is such a section, and it may be shown as it is. */
export function isShownSection(name: string): boolean {
  return FACT_TABLES.some(({ key }) => key === name) && !HIDDEN.has(name)
}

/** The rows of every other section of a round that is wanted, has some and is shown, by the section's name. */
export async function roundSections(
  db: Kysely<Database>,
  round_id: number,
  counts: Readonly<Record<string, SectionCount>>,
  wanted: readonly string[] | undefined,
): Promise<Record<string, SectionRows>> {
  const sections: Record<string, SectionRows> = {}
  for (const [i, table] of FACT_TABLES.entries()) {
    const name = SECTIONS[i]?.name ?? ''
    if (HIDDEN.has(table.key) || wanted?.includes(table.key) === false || (counts[name]?.accepted ?? 0) === 0) continue
    sections[table.key] = await rowsOf(db, round_id, table)
  }
  return sections
}

async function rowsOf(db: Kysely<Database>, round_id: number, table: FactTable): Promise<SectionRows> {
  const rows = await loadFacts(db, table, round_id)
  return {
    fields: table.columns.map(({ name }) => name),
    rows: rows.map((row) => table.columns.map((column) => shown(column, row[column.name]))),
  }
}

/** A stored value as it is told: words for sides and classes, lists of numbers of names. */
function shown({ codec }: FactColumn, value: unknown): unknown {
  if (value === null) return null
  if (codec.kind === 'team') return TEAMS[value as number]
  if (codec.kind === 'player_class') return PLAYER_CLASSES[value as number]
  return codec.kind === 'guids' ? unpackRows(value as Uint8Array, 1).flat() : value
}
