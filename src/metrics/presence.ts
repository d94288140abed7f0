import { CellSums, cellOf, xOf, yOf } from './cell-sums.ts'
import type { PresenceColumns, PresenceRow } from './derived.ts'
import type { SetApart } from './engagements.ts'
import type { Life } from './lives.ts'

/** Edge of a cell of presence, units: the width of a door. Half of it would cost a database three times the room. */
export const PRESENCE_CELL_UNITS = 128

/** Ways and heights are told in steps of this many units: no map shows less. */
export const PRESENCE_STEP_UNITS = 8

/**
 * Where each person was for how long, by side and class: each point of a life lasts until the next one, within the life
 * (D44), so that files of different rhythm add up. The way begun at a point counts in its cell. Bots among people are
 * left out.
 */
export function presenceRows(lives: readonly Life[], bots: SetApart): readonly PresenceRow[] {
  const rows = new Map<string, { readonly life: Life; readonly sums: CellSums }>()
  for (const life of lives) {
    const { player, team, track } = life
    if (bots.has(player)) continue
    const key = `${player} ${team} ${track.player_class}`
    const row = rows.get(key) ?? { life, sums: new CellSums() }
    rows.set(key, row)
    addPath(row.sums, life)
  }
  return [...rows.values()]
    .map(({ life: { player, team, track }, sums }) => ({
      player,
      team,
      player_class: track.player_class,
      cells: columnsOf(sums),
    }))
    .filter(({ cells }) => cells.length > 0)
}

function addPath(sums: CellSums, { path, spawn_ms, until_ms }: Life): void {
  const { length, time_ms, x, y, z } = path
  // most points lie in the cell of the one before
  let cell: number | undefined
  let place = 0
  for (let i = 0; i + 1 < length; i++) {
    const lasted = Math.min(time_ms[i + 1] as number, until_ms) - Math.max(time_ms[i] as number, spawn_ms)
    if (lasted <= 0) continue
    const from_x = x[i] as number
    const from_y = y[i] as number
    const here = cellOf(Math.floor(from_x / PRESENCE_CELL_UNITS), Math.floor(from_y / PRESENCE_CELL_UNITS))
    if (here !== cell) {
      cell = here
      place = sums.placeOf(here)
    }
    const { values } = sums
    values[place] = (values[place] as number) + lasted
    values[place + 1] = (values[place + 1] as number) + ((x[i + 1] as number) - from_x)
    values[place + 2] = (values[place + 2] as number) + ((y[i + 1] as number) - from_y)
    values[place + 3] = (values[place + 3] as number) + (z[i] as number) * lasted
  }
}

function columnsOf(sums: CellSums): PresenceColumns {
  const cells = sums.inOrder()
  const { length } = cells
  const column = () => new Float64Array(length)
  const [cell_x, cell_y, time_ms] = [column(), column(), column()]
  const [move_x, move_y, height] = [column(), column(), column()]
  const { values } = sums
  for (let i = 0; i < length; i++) {
    const cell = cells[i] as number
    cell_x[i] = xOf(cell)
    cell_y[i] = yOf(cell)
    const place = sums.placeOf(cell)
    const time = values[place] as number
    time_ms[i] = time
    move_x[i] = toSteps(values[place + 1] as number)
    move_y[i] = toSteps(values[place + 2] as number)
    height[i] = toSteps((values[place + 3] as number) / time)
  }
  return { cell_units: PRESENCE_CELL_UNITS, length, cell_x, cell_y, time_ms, move_x, move_y, height }
}

function toSteps(units: number): number {
  // + 0: minus zero is zero
  return Math.round(units / PRESENCE_STEP_UNITS) * PRESENCE_STEP_UNITS + 0
}
