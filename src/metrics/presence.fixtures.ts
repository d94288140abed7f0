import type { PresenceColumns } from './derived.ts'
import { PRESENCE_CELL_UNITS } from './presence.ts'

const COLUMNS = ['cell_x', 'cell_y', 'time_ms', 'move_x', 'move_y', 'height'] as const

/** A cell of presence by itself. */
export type PresenceCell = Readonly<Record<(typeof COLUMNS)[number], number>>

export function columnsOfCells(cells: readonly PresenceCell[]): PresenceColumns {
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, Float64Array.from(cells, (cell) => cell[name])]))
  return {
    ...{ cell_units: PRESENCE_CELL_UNITS, length: cells.length },
    ...(columns as Record<(typeof COLUMNS)[number], Float64Array>),
  }
}

export function cellsOfColumns(columns: PresenceColumns): PresenceCell[] {
  const cell = (_: unknown, i: number) => Object.fromEntries(COLUMNS.map((name) => [name, (columns[name][i] ?? 0) + 0]))
  return Array.from({ length: columns.length }, cell) as unknown as PresenceCell[]
}
