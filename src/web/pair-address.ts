import { NO_SCOPE, type Scope } from './scope/scope.ts'

export const PAIR_VIEWS = ['network', 'matrix', 'trios'] as const
export const PAIR_MEASURES = ['crossfires', 'trades', 'support'] as const
export type PairMeasure = (typeof PAIR_MEASURES)[number]

/** Everybody with everybody; `measure`: whose effect is drawn; `least_rounds`: fewer together are not shown. */
export interface PairsAddress {
  readonly page: 'pairs'
  readonly scope: Scope
  readonly view: (typeof PAIR_VIEWS)[number]
  readonly measure: PairMeasure
  readonly least_rounds: number | null
}

/** Two people; `shown_map`: the map whose places are shown. */
export interface PairAddress {
  readonly page: 'pair'
  readonly guid1: string
  readonly guid2: string
  readonly scope: Scope
  readonly shown_map: string | null
}

interface PairParameters {
  readonly text: (name: string) => string | null
  readonly count: (name: string) => number | null
  readonly oneOf: <T extends string>(name: string, words: readonly T[]) => T | null
}

/** The page of a path at or below `/pairs`; null: it is none. */
export function readPairAddress(
  pathname: string,
  scope: () => Scope,
  { text, count, oneOf }: PairParameters,
): PairsAddress | PairAddress | null {
  if (pathname === '/pairs') {
    return {
      page: 'pairs',
      scope: scope(),
      view: oneOf('view', PAIR_VIEWS) ?? 'network',
      measure: oneOf('measure', PAIR_MEASURES) ?? 'crossfires',
      least_rounds: count('rounds'),
    }
  }
  const [, guid1, guid2] = /^\/pairs\/(\w{1,64})\/(\w{1,64})$/.exec(pathname) ?? []
  if (guid1 === undefined || guid2 === undefined) return null
  return { page: 'pair', guid1, guid2, scope: scope(), shown_map: text('where') }
}

/** The path and the parameters of a page about pairs; what is as usual is left out. */
export function writePairAddress(address: PairsAddress | PairAddress): {
  readonly path: string
  readonly query: object
} {
  if (address.page === 'pair') {
    const { guid1, guid2, scope, shown_map } = address
    return { path: `/pairs/${guid1}/${guid2}`, query: { ...scope, where: shown_map } }
  }
  const { scope, view, measure, least_rounds } = address
  return {
    path: '/pairs',
    query: {
      ...scope,
      view: view === 'network' ? null : view,
      measure: measure === 'crossfires' ? null : measure,
      rounds: least_rounds,
    },
  }
}

/** Everybody of the usual days. */
export const ALL_PAIRS: PairsAddress = {
  page: 'pairs',
  scope: NO_SCOPE,
  view: 'network',
  measure: 'crossfires',
  least_rounds: null,
}

export function addressOfPair(guid1: string, guid2: string, scope: Scope): PairAddress {
  return { page: 'pair', guid1, guid2, scope, shown_map: null }
}
