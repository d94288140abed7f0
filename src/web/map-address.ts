import { type MapView, writeMapView } from './map-view.ts'
import { NO_SCOPE, type Scope } from './scope/scope.ts'

/** What can be drawn over the floor of a map. */
export const LAYERS = ['kills', 'deaths', 'push_deaths', 'presence', 'fights', 'escapes', 'lines', 'flow'] as const
export type Layer = (typeof LAYERS)[number]

/** Edges of a cell, units. */
export const CELL_SIZES = [128, 256, 512] as const
export type CellSize = (typeof CELL_SIZES)[number]

export const SIDES = ['AXIS', 'ALLIES'] as const
export const CLASSES = ['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS'] as const
export const ROLES = ['attack', 'defence'] as const

/** Whose deeds are shown; null: everybody's. */
export interface MapFilter {
  readonly side: (typeof SIDES)[number] | null
  readonly player_class: (typeof CLASSES)[number] | null
  readonly role: (typeof ROLES)[number] | null
  /** Means of death. */
  readonly means: number | null
  readonly player_guid: string | null
}

/** The maps of a scope. */
export interface MapsAddress {
  readonly page: 'maps'
  readonly scope: Scope
}

/** One map. The scope has no map of its own. */
export interface MapAddress {
  readonly page: 'map'
  /** Empty for the map of a file, which only the file names. */
  readonly map_name: string
  /** The file of this tab whose map it is, counted from 1; null: the map of the scope. */
  readonly file: number | null
  readonly scope: Scope
  readonly filter: MapFilter
  readonly layer: Layer
  /** True: against the time that was spent there. */
  readonly relative: boolean
  readonly cell_units: CellSize
  /** The cell that is looked at, `x,y`. */
  readonly at: string | null
  /** The part of the map that is seen; null: all of it. */
  readonly view: MapView | null
}

const NO_FILTER: MapFilter = { side: null, player_class: null, role: null, means: null, player_guid: null }
const USUAL_CELL: CellSize = 128

const USUAL_VIEW = { layer: 'deaths', relative: false, cell_units: USUAL_CELL, at: null, view: null } as const

export function addressOfMap(map_name: string, scope: Scope): MapAddress {
  return { page: 'map', map_name, file: null, scope: { ...scope, map_name: null }, filter: NO_FILTER, ...USUAL_VIEW }
}

/** The map of a file of this tab. */
export function mapOfFile(file: number): MapAddress {
  return { page: 'map', map_name: '', file, scope: NO_SCOPE, filter: NO_FILTER, ...USUAL_VIEW }
}

/** How the parameters of a URL are read; each tells what is wrong with its own. */
export interface MapParameters {
  readonly text: (name: string) => string | null
  readonly count: (name: string) => number | null
  readonly oneOf: <T extends string | number>(name: string, words: readonly T[]) => T | null
  readonly view: (name: string) => MapView | null
}

/** The page of a path below `/maps`; null: it is none. */
export function readMapAddress(
  pathname: string,
  scope: () => Scope,
  { text, count, oneOf, view }: MapParameters,
): MapsAddress | MapAddress | null {
  if (pathname === '/maps') return { page: 'maps', scope: scope() }
  const [, number] = /^\/try\/(\d{1,10})\/map$/.exec(pathname) ?? []
  const [, name] = /^\/maps\/([^/]+)$/.exec(pathname) ?? []
  const map_name = number !== undefined ? '' : name === undefined ? null : decoded(name)
  if (map_name === null) return null
  const at = text('at')
  return {
    page: 'map',
    map_name,
    file: number === undefined ? null : Number(number),
    scope: number === undefined ? { ...scope(), map_name: null } : NO_SCOPE,
    filter: {
      side: oneOf('side', SIDES),
      player_class: oneOf('class', CLASSES),
      role: oneOf('role', ROLES),
      means: count('means'),
      player_guid: text('player'),
    },
    layer: oneOf('layer', LAYERS) ?? 'deaths',
    relative: oneOf('relative', [1]) === 1,
    cell_units: oneOf('cell', CELL_SIZES) ?? USUAL_CELL,
    at: at !== null && /^-?\d{1,4},-?\d{1,4}$/.test(at) ? at : null,
    view: view('view'),
  }
}

/** The path and the parameters of a map's page; what is as usual is left out. */
export function writeMapAddress(address: MapsAddress | MapAddress): { readonly path: string; readonly query: object } {
  if (address.page === 'maps') return { path: '/maps', query: address.scope }
  const { file, scope, filter, layer, relative, cell_units, at, view } = address
  return {
    path: file === null ? `/maps/${encodeURIComponent(address.map_name)}` : `/try/${file}/map`,
    query: {
      ...scope,
      ...{ side: filter.side, class: filter.player_class, role: filter.role, means: filter.means },
      player: filter.player_guid,
      layer: layer === 'deaths' ? null : layer,
      relative: relative ? 1 : null,
      cell: cell_units === USUAL_CELL ? null : cell_units,
      at,
      view: view && writeMapView(view),
    },
  }
}

/** All maps of the usual days. */
export const ALL_MAPS: MapsAddress = { page: 'maps', scope: NO_SCOPE }

/** A part of a path as text; null if it is none. */
export function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
