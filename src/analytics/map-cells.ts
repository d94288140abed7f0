import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { mapEvents } from './map-events.ts'
import { mapPresence } from './map-presence.ts'
import type { MapQuestion } from './map-question.ts'

/** What happened in a cell. */
export interface MapCell {
  readonly grid_x: number
  readonly grid_y: number
  kills: number
  deaths: number
  fights: number
  escapes: number
  presence_ms: number
  move_x: number
  move_y: number
}

const NOTHING = { kills: 0, deaths: 0, fights: 0, escapes: 0, presence_ms: 0, move_x: 0, move_y: 0 }

/** Every cell of a map in which something happened, from west to east, each column from south to north. */
export async function mapCells(
  db: Kysely<Database>,
  question: MapQuestion,
  cell_units: number,
): Promise<readonly MapCell[]> {
  const cells = new Map<string, MapCell>()
  const cell = (grid_x: number, grid_y: number) => {
    const key = `${grid_x} ${grid_y}`
    const known = cells.get(key) ?? { grid_x, grid_y, ...NOTHING }
    cells.set(key, known)
    return known
  }
  for (const { grid_x, grid_y, presence_ms, move_x, move_y } of await mapPresence(db, question, cell_units)) {
    Object.assign(cell(grid_x, grid_y), { presence_ms, move_x, move_y })
  }
  for (const { grid_x, grid_y, ...events } of await mapEvents(db, question, cell_units)) {
    const { kills, deaths, fights, escapes } = events
    // a place whose every death is by other means
    if (kills + deaths + fights + escapes > 0) Object.assign(cell(grid_x, grid_y), events)
  }
  return [...cells.values()].sort((a, b) => a.grid_x - b.grid_x || a.grid_y - b.grid_y)
}

/** Sums of cells. */
export function mapTotals(cells: readonly MapCell[]) {
  const sum = (of: (cell: MapCell) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  return {
    kills: sum(({ kills }) => kills),
    deaths: sum(({ deaths }) => deaths),
    fights: sum(({ fights }) => fights),
    escapes: sum(({ escapes }) => escapes),
    presence_ms: sum(({ presence_ms }) => presence_ms),
  }
}
