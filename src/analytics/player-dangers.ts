import type { Kysely } from 'kysely'
import { rounded } from '../metrics/rounding.ts'
import { type TimeCell, TimeCells } from '../metrics/time-cells.ts'
import type { Database } from '../store/database.ts'
import { leastEvents } from './interval.ts'
import { type Objective, objectivesByMap } from './map-objectives.ts'
import { eachPlaced } from './map-places.ts'
import { eachPresent } from './map-presence.ts'
import type { Person } from './people.ts'
import { playerMaps } from './player-maps.ts'
import type { Scope } from './scope.ts'

/** Maps shown: those with the most deaths. */
const MOST_MAPS = 6
/** Places shown of a map. */
const MOST_ZONES = 3
/** Fewer deaths make no place dangerous. */
const LEAST_DEATHS = 3
const CELL_UNITS = 256

const ANYBODY = { side: null, player_class: null, role: null, means: null }

interface Cell {
  readonly grid_x: number
  readonly grid_y: number
  readonly presence_ms: number
  readonly deaths: number
}

interface DangersOfMap {
  readonly map_name: string
  readonly rounds: number
  readonly deaths: number
  /** Null: where he was is not known. */
  readonly presence_ms: number | null
  /** grid_x, grid_y, presence_ms, deaths. */
  readonly cells: [number, number, number, number][]
  readonly zones: ReturnType<typeof zonesOf>
  /** Those that have a name. */
  readonly objectives: readonly Pick<Objective, 'name' | 'x' | 'y'>[]
}

/** Where one person dies, by map: the cells he was in, and those where he dies more often than his time there explains. */
export async function playerDangers(db: Kysely<Database>, scope: Scope, person: Person) {
  const his = { ...scope, player_guid: person.guid }
  const byMap = Map.groupBy(await deathsOf(db, his), ({ map_name }) => map_name)
  const played = await playerMaps(db, scope, person.id)
  const most = played
    .map((map) => {
      const died = byMap.get(map.map_name) ?? []
      return { ...map, died, deaths: died.reduce((sum, { deaths }) => sum + deaths, 0) }
    })
    .sort((a, b) => b.deaths - a.deaths)
    .slice(0, MOST_MAPS)
  const times = await timesOf(db, his)
  const objectives = await objectivesByMap(db, his)
  const shown = most.map(({ map_name, rounds, died, deaths }): DangersOfMap => {
    const cells = withPresence(died, times.get(map_name)?.all() ?? [])
    const presence_ms = cells.reduce((sum, cell) => sum + cell.presence_ms, 0)
    return {
      map_name,
      rounds,
      deaths,
      presence_ms: presence_ms === 0 ? null : presence_ms,
      cells: cells.map((cell) => [cell.grid_x, cell.grid_y, cell.presence_ms, cell.deaths]),
      zones: zonesOf(cells, deaths, presence_ms),
      objectives: (objectives.get(map_name) ?? [])
        .filter(({ name }) => name !== '')
        .map(({ name, x, y }) => ({ name, x, y })),
    }
  })
  return { guid: person.guid, cell_units: CELL_UNITS, maps: shown }
}

/** The places with the most deaths beyond those that his time there explains; without times, those with the most. */
export function zonesOf(cells: readonly Cell[], deaths: number, presence_ms: number) {
  const found = cells
    .filter((cell) => cell.deaths >= LEAST_DEATHS)
    .map((cell) => {
      const expected = presence_ms === 0 ? null : (deaths * cell.presence_ms) / presence_ms
      return { ...cell, expected, beyond: leastEvents(cell.deaths) - (expected ?? 0) }
    })
    .filter(({ beyond }) => beyond > 0)
    .sort((a, b) => b.beyond - a.beyond || a.grid_x - b.grid_x || a.grid_y - b.grid_y)
  return found.slice(0, MOST_ZONES).map(({ beyond: _, expected, ...cell }) => ({
    ...cell,
    expected_deaths: expected === null ? null : rounded(expected, 1),
  }))
}

function withPresence(died: readonly Omit<Cell, 'presence_ms'>[], times: readonly TimeCell[]): readonly Cell[] {
  const cells = new Map<string, Cell>()
  for (const { grid_x, grid_y, presence_ms } of times) {
    cells.set(`${grid_x} ${grid_y}`, { grid_x, grid_y, presence_ms, deaths: 0 })
  }
  for (const { grid_x, grid_y, deaths } of died) {
    const key = `${grid_x} ${grid_y}`
    cells.set(key, { grid_x, grid_y, presence_ms: cells.get(key)?.presence_ms ?? 0, deaths })
  }
  return [...cells.values()].sort((a, b) => a.grid_x - b.grid_x || a.grid_y - b.grid_y)
}

async function deathsOf(db: Kysely<Database>, scope: Scope) {
  const cells = new Map<string, { map_name: string; grid_x: number; grid_y: number; deaths: number }>()
  await eachPlaced(db, { ...ANYBODY, scope }, ({ place, round: { map_name }, isOfTarget }) => {
    if (!isOfTarget || place.cause === 'none') return
    const [grid_x, grid_y] = [Math.floor(place.x / CELL_UNITS), Math.floor(place.y / CELL_UNITS)]
    const key = `${map_name} ${grid_x} ${grid_y}`
    const cell = cells.get(key) ?? { map_name, grid_x, grid_y, deaths: 0 }
    cells.set(key, { ...cell, deaths: cell.deaths + 1 })
  })
  return [...cells.values()]
}

async function timesOf(db: Kysely<Database>, scope: Scope): Promise<ReadonlyMap<string, TimeCells>> {
  const byMap = new Map<string, TimeCells>()
  await eachPresent(db, { ...ANYBODY, scope }, CELL_UNITS, (_, present, map_name) => {
    const cells = byMap.get(map_name) ?? new TimeCells(CELL_UNITS)
    byMap.set(map_name, cells)
    cells.add(present)
  })
  return byMap
}
