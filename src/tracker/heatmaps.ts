/** Where on the map people walk, are hit, escape and die, counted by cells of the ground. */
import { onEnemyHit } from './enemy-hits.ts'
import type { Vector } from './engine.ts'
import { onEnd, onSample, onStart } from './events.ts'
import { onFightEnd } from './fights.ts'
import { onKill } from './kills.ts'
import { defer } from './schedule.ts'
import { record } from './sensors.ts'
import { settings } from './settings.ts'

interface Cell {
  readonly grid_x: number
  readonly grid_y: number
  axis_kills: number
  allies_kills: number
  traversal: number
  combat: number
  escape: number
}

const SENSOR = 'heatmap_generation'
const AXIS = 1
/** More than the cells of the smallest size between the zero point and the edge of the world. */
const CELLS = 8_192

/** Cells written at once. */
const CELLS_A_PIECE = 10

const map = { cells: [] as Cell[], byPlace: new LuaTable<number, Cell | undefined>() }

export function recordHeatmaps(): void {
  onStart(SENSOR, () => {
    map.cells = []
    map.byPlace = new LuaTable()
  })
  onSample(SENSOR, (_person, origin) => {
    cellAt(origin).traversal += 1
  })
  onEnemyHit(SENSOR, (hit) => {
    cellAt(hit.target_origin).combat += 1
  })
  onFightEnd(SENSOR, (fight) => {
    if (fight.outcome === 'escaped') cellAt(fight.end_origin).escape += 1
  })
  onKill(SENSOR, ({ victim_origin }, killer) => {
    if (victim_origin === undefined) return
    const cell = cellAt(victim_origin)
    if (killer.side === AXIS) cell.axis_kills += 1
    else cell.allies_kills += 1
  })
  onEnd(SENSOR, sortCells)
}

function cellAt(origin: Vector): Cell {
  const grid_x = math.floor(origin[0] / settings.grid_size)
  const grid_y = math.floor(origin[1] / settings.grid_size)
  const place = (grid_x + CELLS) * 2 * CELLS + grid_y + CELLS
  const known = map.byPlace.get(place)
  if (known !== undefined) return known
  const cell = { grid_x, grid_y, axis_kills: 0, allies_kills: 0, traversal: 0, combat: 0, escape: 0 }
  map.byPlace.set(place, cell)
  map.cells.push(cell)
  return cell
}

function sortCells(): void {
  const { cells } = map
  cells.sort((a, b) => (a.grid_x === b.grid_x ? a.grid_y - b.grid_y : a.grid_x - b.grid_x))
  for (let from = 0; from < cells.length; from += CELLS_A_PIECE) {
    const some = cells.slice(from, from + CELLS_A_PIECE)
    defer(SENSOR, () => writeCells(some))
  }
}

function writeCells(cells: readonly Cell[]): void {
  for (const cell of cells) {
    if (cell.axis_kills + cell.allies_kills > 0) record('kill_heatmap', cell)
    if (cell.traversal + cell.combat + cell.escape > 0) record('movement_heatmap', cell)
  }
}
