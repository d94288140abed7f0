import type { QueryAt } from '../contract/client.ts'
import { type LeaderboardsAddress, readBoardAddress, writeBoardAddress } from './board-address.ts'
import { type MapAddress, type MapsAddress, readMapAddress, writeMapAddress } from './map-address.ts'
import { type MapView, readMapView, writeMapView } from './map-view.ts'
import { type PairAddress, type PairsAddress, readPairAddress, writePairAddress } from './pair-address.ts'
import { type PlayerAddress, type PlayersAddress, readPlayerAddress, writePlayerAddress } from './player-address.ts'
import { NO_SCOPE, type Scope } from './scope/scope.ts'

export type FileState = NonNullable<QueryAt<'/api/proximity/files'>['state']>
export const FILE_STATES = ['imported', 'superseded', 'rejected'] as const satisfies readonly FileState[]

/**
 * An evening, or the figures and lists of another scope; `round_id`: the round whose file is shown; `month`: what the
 * calendar of evenings shows, `YYYY-MM`, null: their list.
 */
export interface EveningsAddress {
  readonly page: 'evenings'
  readonly scope: Scope
  readonly round_id: number | null
  readonly month: string | null
}

export interface FilesAddress {
  readonly page: 'files'
  readonly state: FileState | null
}

/** A round of the server by its number, or `file-1`: the first file that the reader opened in this tab. */
export type RoundId = number | `file-${number}`

/** Which file it is; null: none, but a round of the server. */
export function fileOf(id: RoundId): number | null {
  return typeof id === 'number' ? null : Number(id.slice('file-'.length))
}

/** One round; `player`: the identifier of the one whose part in it is shown. */
export interface RoundAddress {
  readonly page: 'round'
  readonly id: RoundId
  readonly player: string | null
}

/**
 * A round as it was played; `t_ms`: the moment, `fight`: the engagement that is repeated, `player`: who is followed,
 * `view`: the part of the map that is seen, all of it unless given.
 */
export interface ReplayAddress {
  readonly page: 'replay'
  readonly id: RoundId
  readonly t_ms: number | null
  readonly fight: number | null
  readonly player: string | null
  readonly view?: MapView | null
}

/** A place that a link can lead to. */
export type Place =
  | EveningsAddress
  | FilesAddress
  | RoundAddress
  | ReplayAddress
  | MapsAddress
  | MapAddress
  | LeaderboardsAddress
  | PlayersAddress
  | PlayerAddress
  | PairsAddress
  | PairAddress
  | { readonly page: 'status' }
  | { readonly page: 'try' }

/** What is shown of files that the reader opened in this tab. */
export type FileAddress =
  | { readonly page: 'try' }
  | ((RoundAddress | ReplayAddress) & { readonly id: `file-${number}` })
  | (MapAddress & { readonly file: number })

/** The file of this tab that an address is about, counted from 1; null: none. */
export function fileIn(address: Address): number | null {
  if (address.page === 'map') return address.file
  return address.page === 'round' || address.page === 'replay' ? fileOf(address.id) : null
}

/** True for what is shown of files of this tab, which needs no server. */
export function isOfFiles(address: Address): address is FileAddress {
  return address.page === 'try' || fileIn(address) !== null
}

/** What the page shows: all of it stands in the address bar, so that a link shows what its sender saw. */
export type Address = Place | { readonly page: 'unknown'; readonly reason: string }

/** Without a scope: the latest evening. */
export const LATEST: EveningsAddress = { page: 'evenings', scope: NO_SCOPE, round_id: null, month: null }

/** The address in a URL, of which only path and query matter. What cannot be understood is said, not passed over (L-60). */
export function readAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Address {
  const given = new URLSearchParams(search)
  const wrong: string[] = []
  const text = (name: string) => given.get(name) || null
  const count = (name: string) => {
    const value = text(name)
    if (value === null || /^\d{1,10}$/.test(value)) return value === null ? null : Number(value)
    wrong.push(`${name} must be a whole number`)
    return null
  }
  const seconds = (name: string) => {
    const value = text(name)
    if (value === null || /^-?\d{1,7}(\.\d{1,3})?$/.test(value))
      return value === null ? null : Math.round(Number(value) * 1000)
    wrong.push(`${name} must be a number of seconds`)
    return null
  }
  const view = (name: string) => {
    const value = text(name)
    const known = value === null ? null : readMapView(value)
    if (value !== null && known === null) wrong.push(`${name} must be like 1200,-300,2.5`)
    return known
  }
  const oneOf = <T extends string | number>(name: string, words: readonly T[]) => {
    const value = text(name)
    const known = words.find((word) => String(word) === value) ?? null
    if (value !== null && known === null) wrong.push(`${name} must be one of ${words.join(', ')}`)
    return known
  }
  const month = (name: string) => {
    const value = text(name)
    if (value === null || /^\d{4}-(0[1-9]|1[0-2])$/.test(value)) return value
    wrong.push(`${name} must be a year and a month, as 2026-02`)
    return null
  }
  const address =
    roundPageOf(pathname, { text, count, seconds, view }) ??
    readMapAddress(pathname, () => scopeIn(text, count), { text, count, oneOf, view }) ??
    readPairAddress(pathname, () => scopeIn(text, count), { text, count, oneOf }) ??
    readBoardAddress(pathname, () => scopeIn(text, count), text, oneOf) ??
    readPlayerAddress(pathname, () => scopeIn(text, count), { text, oneOf }) ??
    pageOf(pathname, text, count, month)
  if (address === null) return { page: 'unknown', reason: 'There is no such page.' }
  return wrong.length === 0 ? address : { page: 'unknown', reason: `This link has a mistake: ${wrong.join(', ')}.` }
}

interface RoundParameters {
  readonly text: (name: string) => string | null
  readonly count: (name: string) => number | null
  readonly seconds: (name: string) => number | null
  readonly view: (name: string) => MapView | null
}

function roundPageOf(
  pathname: string,
  { text, count, seconds, view }: RoundParameters,
): RoundAddress | ReplayAddress | null {
  const [, folder, number, isReplay] = /^\/(rounds|try)\/(\d{1,10})(\/replay)?$/.exec(pathname) ?? []
  if (number === undefined) return null
  const id: RoundId = folder === 'try' ? `file-${Number(number)}` : Number(number)
  const player = text('player')
  if (isReplay === undefined) return { page: 'round', id, player }
  return { page: 'replay', id, t_ms: seconds('t'), fight: count('fight'), player, view: view('view') }
}

function pageOf(
  pathname: string,
  text: (name: string) => string | null,
  count: (name: string) => number | null,
  month: (name: string) => string | null,
): Address | null {
  if (pathname === '/status') return { page: 'status' }
  if (pathname === '/try') return { page: 'try' }
  if (pathname === '/files') {
    const state = text('state')
    const known = FILE_STATES.find((one) => one === state)
    return state !== null && known === undefined ? null : { page: 'files', state: known ?? null }
  }
  if (pathname !== '/') return null
  return {
    page: 'evenings',
    scope: scopeIn(text, count),
    round_id: count('round_id'),
    month: month('month'),
  }
}

function scopeIn(text: (name: string) => string | null, count: (name: string) => number | null): Scope {
  return {
    range_days: count('range_days'),
    session_id: count('session_id'),
    session_date: text('session_date'),
    map_name: text('map_name'),
    round_number: count('round_number'),
    round_start_unix: count('round_start_unix'),
    server: text('server'),
  }
}

/** The number whose card is open, whatever the page; null: none. */
export function readCard({ search }: Pick<URL, 'search'>): string | null {
  return new URLSearchParams(search).get('card') || null
}

/** The URL of an address, relative to the server; `card`: the number whose card is open there. */
export function writeAddress(address: Place, card: string | null = null): string {
  const url = urlOf(address)
  if (card === null) return url
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams({ card })}`
}

function urlOf(address: Place): string {
  if (address.page === 'status') return '/status'
  if (address.page === 'try') return '/try'
  if (address.page === 'round') return `${roundPath(address.id)}${searchOf({ player: address.player })}`
  if (address.page === 'replay') {
    const { id, t_ms, fight, player, view = null } = address
    const seen = { t: t_ms === null ? null : t_ms / 1000, fight, player, view: view && writeMapView(view) }
    return `${roundPath(id)}/replay${searchOf(seen)}`
  }
  if (address.page === 'maps' || address.page === 'map') {
    const { path, query } = writeMapAddress(address)
    return path + searchOf(query)
  }
  if (address.page === 'leaderboards') return `/leaderboards${searchOf(writeBoardAddress(address))}`
  if (address.page === 'players' || address.page === 'player') {
    const { path, query } = writePlayerAddress(address)
    return path + searchOf(query)
  }
  if (address.page === 'pairs' || address.page === 'pair') {
    const { path, query } = writePairAddress(address)
    return path + searchOf(query)
  }
  if (address.page === 'files') return `/files${searchOf({ state: address.state })}`
  return `/${searchOf({ ...address.scope, round_id: address.round_id, month: address.month })}`
}

function roundPath(id: RoundId): string {
  return fileOf(id) === null ? `/rounds/${id}` : `/try/${fileOf(id)}`
}

function searchOf(values: object): string {
  const given = Object.entries(values).filter(([, value]) => value !== null)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}
