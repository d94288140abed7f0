import type { QueryAt } from '../contract/client.ts'
import { CLASSES } from './map-address.ts'
import { NO_SCOPE, type Scope } from './scope/scope.ts'

type BoardName = NonNullable<QueryAt<'/api/proximity/leaderboards'>['board']>

export const BOARDS = [
  'crossfires',
  'trades',
  'support',
  'escapes',
  'reactions',
] as const satisfies readonly BoardName[]

/** Who is best in what; `player`: whose line stands out. */
export interface LeaderboardsAddress {
  readonly page: 'leaderboards'
  readonly scope: Scope
  readonly board: BoardName
  /** Of reactions alone. */
  readonly player_class: (typeof CLASSES)[number] | null
  readonly player: string | null
}

const USUAL_BOARD = 'crossfires'

/** The first board of the usual days. */
export const ALL_BOARDS: LeaderboardsAddress = {
  page: 'leaderboards',
  scope: NO_SCOPE,
  board: USUAL_BOARD,
  player_class: null,
  player: null,
}

/** The page of the path `/leaderboards`; null: it is another one. */
export function readBoardAddress(
  pathname: string,
  scope: () => Scope,
  text: (name: string) => string | null,
  oneOf: <T extends string>(name: string, words: readonly T[]) => T | null,
): LeaderboardsAddress | null {
  if (pathname !== '/leaderboards') return null
  const board = oneOf('board', BOARDS) ?? USUAL_BOARD
  const player_class = board === 'reactions' ? oneOf('class', CLASSES) : null
  return { page: 'leaderboards', scope: scope(), board, player_class, player: text('player') }
}

/** The parameters of the page; what is as usual is left out. */
export function writeBoardAddress({ scope, board, player_class, player }: LeaderboardsAddress): object {
  return { ...scope, board: board === USUAL_BOARD ? null : board, class: player_class, player }
}
