import { expect, test } from 'vitest'
import { SECTIONS, type Section, type SectionKey } from '../../src/format/sections.ts'
import { scenario, type Tracked, track } from '../support/tracker.ts'

const PLAYED = ['two_rounds', 'objective', 'odd_deaths', 'changes', 'slot_reuse', 'odd_clients'] as const
const MANY = 30

/** What the play itself leaves as it is: the ground is flat, nobody chooses a spawn or learns, and nothing fails. */
const STILL = [
  ...['combat_positions.event', 'combat_positions.victim_z', 'deaths.victim_z'],
  ...['spawn_select.spawn_index', 'reinforcements.time_ms'],
  ...['battle_sense', 'engineering', 'first_aid', 'signals', 'light_weapons', 'heavy_weapons', 'covertops'].map(
    (skill) => `skill_snapshot.${skill}`,
  ),
  ...['capture.rejected_rows', 'capture.refused_reads', 'capture.reason'],
]

function listOf(column: unknown): Iterable<unknown> {
  return ArrayBuffer.isView(column) ? (column as Float64Array) : []
}

/** The values of each column, those of points one by one. */
function valuesOf(rounds: Tracked['rounds'], key: SectionKey): { rows: number; columns: Map<string, Set<unknown>> } {
  const columns = new Map<string, Set<unknown>>()
  const add = (name: string, value: unknown) => {
    const known = columns.get(name) ?? new Set()
    columns.set(name, known.add(value))
  }
  const rows = rounds.flatMap(({ round }) => round.rows[key] as readonly object[])
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) add(name, JSON.stringify(value))
      else for (const [part, list] of Object.entries(value)) for (const one of listOf(list)) add(`${name}.${part}`, one)
    }
  }
  return { rows: rows.length, columns }
}

test('in play in which everything moves, no column of many rows is always the same (L-15)', async () => {
  const played = await Promise.all(PLAYED.map((name) => track(scenario(name))))
  const rounds = played.flatMap((tracked) => tracked.rounds)
  const still: string[] = []
  let seen = 0
  for (const { key } of SECTIONS as readonly Section[]) {
    const { rows, columns } = valuesOf(rounds, key as SectionKey)
    if (rows < MANY) continue
    seen += 1
    for (const [name, values] of columns) if (values.size < 2) still.push(`${key}.${name}`)
  }
  expect(seen).toBeGreaterThan(20)
  expect(still.filter((column) => !STILL.includes(column))).toEqual([])
})
