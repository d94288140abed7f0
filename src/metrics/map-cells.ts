import type { EventCell } from './map-events.ts'
import type { TimeCell } from './time-cells.ts'

/** What happened in a cell. */
export interface MapCell extends EventCell {
  readonly presence_ms: number
  readonly move_x: number
  readonly move_y: number
}

const NOTHING = { kills: 0, deaths: 0, push_deaths: 0, fights: 0, escapes: 0, presence_ms: 0, move_x: 0, move_y: 0 }

/** Every cell of a map in which something happened, from west to east, each column from south to north. */
export function mapCells(presence: readonly TimeCell[], events: readonly EventCell[]): readonly MapCell[] {
  const cells = new Map<string, MapCell>()
  const add = (part: Partial<MapCell> & Pick<MapCell, 'grid_x' | 'grid_y'>) => {
    const key = `${part.grid_x} ${part.grid_y}`
    cells.set(key, { ...(cells.get(key) ?? NOTHING), ...part })
  }
  for (const cell of presence) add(cell)
  for (const cell of events) add(cell)
  return [...cells.values()].sort((a, b) => a.grid_x - b.grid_x || a.grid_y - b.grid_y)
}

/** Sums of cells. */
export function mapTotals(cells: readonly MapCell[]) {
  const sum = (of: (cell: MapCell) => number) => cells.reduce((total, cell) => total + of(cell), 0)
  return {
    kills: sum(({ kills }) => kills),
    deaths: sum(({ deaths }) => deaths),
    push_deaths: sum(({ push_deaths }) => push_deaths),
    fights: sum(({ fights }) => fights),
    escapes: sum(({ escapes }) => escapes),
    presence_ms: sum(({ presence_ms }) => presence_ms),
  }
}
