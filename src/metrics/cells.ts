import type { Team } from '../format/codec.ts'
import type { CellRow, FightCellRow, FightRow } from './derived.ts'
import type { Judged } from './engagements.ts'

/** Edge of a cell of the kill map, units (the tracker's grid size). */
export const CELL_UNITS = 512

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** The row of a cell, made where it is missing. */
function cellOf<T extends { grid_x: number; grid_y: number }>(cells: Map<string, T>, empty: T): T {
  const key = `${empty.grid_x} ${empty.grid_y}`
  const cell = cells.get(key) ?? empty
  cells.set(key, cell)
  return cell
}

function byPlace<T extends { grid_x: number; grid_y: number }>(cells: Map<string, T>): readonly T[] {
  return [...cells.values()].sort((a, b) => a.grid_x - b.grid_x || a.grid_y - b.grid_y)
}

/**
 * Kills and deaths per cell of {@link CELL_UNITS}, both where the victim died: kills of enemies by the killer's side,
 * deaths of every cause by the victim's (D46). Cells without either are left out.
 */
export function cellRows(judged: readonly Judged[]): readonly CellRow[] {
  const cells = new Map<string, Mutable<CellRow>>()
  const count = (cell: Mutable<CellRow>, team: Team | null, what: 'kills' | 'deaths') => {
    if (team === 'AXIS') cell[`axis_${what}`] += 1
    else if (team === 'ALLIES') cell[`allies_${what}`] += 1
  }
  for (const { engagement, cause, killer_team, category } of judged) {
    if (cause === 'none' || category === 'bot') continue
    const grid_x = Math.floor(engagement.end_x / CELL_UNITS)
    const grid_y = Math.floor(engagement.end_y / CELL_UNITS)
    const empty = { grid_x, grid_y, axis_kills: 0, allies_kills: 0, axis_deaths: 0, allies_deaths: 0 }
    const cell = cellOf(cells, empty)
    count(cell, engagement.target_team, 'deaths')
    count(cell, killer_team, 'kills')
  }
  return byPlace(cells)
}

/** Fights per cell of 256 units by the place where they ended, and all deaths there, in a fight or not. */
export function fightCellRows(fights: readonly FightRow[]): readonly FightCellRow[] {
  const cells = new Map<string, Mutable<FightCellRow>>()
  for (const { category, cause, cell_x, cell_y } of fights) {
    if (category === 'bot') continue
    const isFight = category === 'fight'
    if (!isFight && cause === 'none') continue
    const cell = cellOf(cells, { grid_x: cell_x, grid_y: cell_y, fights: 0, kills: 0, deaths: 0 })
    if (isFight) cell.fights += 1
    if (isFight && cause === 'enemy') cell.kills += 1
    if (cause !== 'none') cell.deaths += 1
  }
  return byPlace(cells)
}
