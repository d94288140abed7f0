import { MEASURES } from '../contract/measures.ts'
import { decoded } from './map-address.ts'
import { NO_SCOPE, type Scope } from './scope/scope.ts'

export type MeasureName = (typeof MEASURES)[number]

/** The people of a scope; `search`: part of a name. */
export interface PlayersAddress {
  readonly page: 'players'
  readonly scope: Scope
  readonly search: string | null
}

/** One person; `trend`: what is drawn over the evenings. */
export interface PlayerAddress {
  readonly page: 'player'
  readonly guid: string
  readonly scope: Scope
  readonly trend: MeasureName
}

const USUAL_TREND: MeasureName = 'support_uptime_pct'

/** Everybody of the usual days. */
export const ALL_PLAYERS: PlayersAddress = { page: 'players', scope: NO_SCOPE, search: null }

/** @param scope without it, the usual days */
export function addressOfPlayer(guid: string, scope: Scope = NO_SCOPE): PlayerAddress {
  return { page: 'player', guid, scope, trend: USUAL_TREND }
}

/** How the parameters of a URL are read; each tells what is wrong with its own. */
interface PlayerParameters {
  readonly text: (name: string) => string | null
  readonly oneOf: <T extends string>(name: string, words: readonly T[]) => T | null
}

/** The page of a path below `/players`; null: it is none. */
export function readPlayerAddress(
  pathname: string,
  scope: () => Scope,
  { text, oneOf }: PlayerParameters,
): PlayersAddress | PlayerAddress | null {
  if (pathname === '/players') return { page: 'players', scope: scope(), search: text('search') }
  const [, part] = /^\/players\/([^/]+)$/.exec(pathname) ?? []
  const guid = part === undefined ? null : decoded(part)
  if (guid === null) return null
  return { page: 'player', guid, scope: scope(), trend: oneOf('trend', MEASURES) ?? USUAL_TREND }
}

/** The path and the parameters of one of these pages; what is as usual is left out. */
export function writePlayerAddress(address: PlayersAddress | PlayerAddress) {
  const { scope } = address
  if (address.page === 'players') return { path: '/players', query: { ...scope, search: address.search } }
  const { guid, trend } = address
  return {
    path: `/players/${encodeURIComponent(guid)}`,
    query: { ...scope, trend: trend === USUAL_TREND ? null : trend },
  }
}
