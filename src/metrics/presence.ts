import type { PresenceCell, PresenceRow } from './derived.ts'
import type { SetApart } from './engagements.ts'
import type { Life } from './lives.ts'

/** Edge of a cell of presence, units: the width of a door. Half of it would cost a database three times the room. */
export const PRESENCE_CELL_UNITS = 128

/** Ways and heights are told in steps of this many units: no map shows less. */
export const PRESENCE_STEP_UNITS = 8

interface Sums {
  readonly cell_x: number
  readonly cell_y: number
  time_ms: number
  move_x: number
  move_y: number
  /** Height by time. */
  height: number
}

/**
 * Where each person was for how long, by side and class: each point of a life lasts until the next one, within the life
 * (D44), so that files of different rhythm add up. The way begun at a point counts in its cell. Bots among people are
 * left out.
 */
export function presenceRows(lives: readonly Life[], bots: SetApart): readonly PresenceRow[] {
  const rows = new Map<string, { readonly life: Life; readonly cells: Map<number, Sums> }>()
  for (const life of lives) {
    const { player, team, track } = life
    if (bots.has(player)) continue
    const key = `${player} ${team} ${track.player_class}`
    const row = rows.get(key) ?? { life, cells: new Map() }
    rows.set(key, row)
    addPath(row.cells, life)
  }
  return [...rows.values()]
    .filter(({ cells }) => cells.size > 0)
    .map(({ life: { player, team, track }, cells }) => ({
      player,
      team,
      player_class: track.player_class,
      cells: [...cells.values()].sort((a, b) => a.cell_x - b.cell_x || a.cell_y - b.cell_y).map(rounded),
    }))
}

function addPath(cells: Map<number, Sums>, { path, spawn_ms, until_ms }: Life): void {
  const { length, time_ms, x, y, z } = path
  // most points lie in the cell of the one before
  let cell: Sums | undefined
  for (let i = 0; i + 1 < length; i++) {
    const lasted = Math.min(time_ms[i + 1] as number, until_ms) - Math.max(time_ms[i] as number, spawn_ms)
    if (lasted <= 0) continue
    const from_x = x[i] as number
    const from_y = y[i] as number
    const cell_x = Math.floor(from_x / PRESENCE_CELL_UNITS)
    const cell_y = Math.floor(from_y / PRESENCE_CELL_UNITS)
    if (cell?.cell_x !== cell_x || cell.cell_y !== cell_y) cell = cellAt(cells, cell_x, cell_y)
    cell.time_ms += lasted
    cell.move_x += (x[i + 1] as number) - from_x
    cell.move_y += (y[i + 1] as number) - from_y
    cell.height += (z[i] as number) * lasted
  }
}

/** More cells than a map has in a row: two numbers of a cell become one. */
const STRIDE = 65_536

function cellAt(cells: Map<number, Sums>, cell_x: number, cell_y: number): Sums {
  const key = cell_x * STRIDE + cell_y
  const known = cells.get(key)
  if (known !== undefined) return known
  const made = { cell_x, cell_y, time_ms: 0, move_x: 0, move_y: 0, height: 0 }
  cells.set(key, made)
  return made
}

function rounded({ cell_x, cell_y, time_ms, move_x, move_y, height }: Sums): PresenceCell {
  return {
    cell_x,
    cell_y,
    time_ms,
    move_x: toSteps(move_x),
    move_y: toSteps(move_y),
    height: toSteps(height / time_ms),
  }
}

function toSteps(units: number): number {
  // + 0: minus zero is zero
  return Math.round(units / PRESENCE_STEP_UNITS) * PRESENCE_STEP_UNITS + 0
}
