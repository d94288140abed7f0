import type { Kysely } from 'kysely'
import type { PLAYER_CLASSES } from '../format/codec.ts'
import type { Database } from '../store/database.ts'
import { type Bound, bestOf } from './board-ranking.ts'
import { reactionStandings, type ShareBoard, type Standing, shareStandings } from './board-standings.ts'
import { namedPeople } from './named-people.ts'
import { playerOf, type Scope } from './scope.ts'

export type Board = ShareBoard | 'reactions'

interface BoardQuestion {
  readonly board: Board
  readonly player_class: (typeof PLAYER_CLASSES)[number] | null
  /** Whose line is wanted wherever he stands. */
  readonly own_guid: string | null
  readonly limit: number
}

/** Cases from which on somebody is compared: as many as a share needs to be shown, and rounds enough to differ. */
const LEAST: Readonly<Record<Board, number>> = { crossfires: 20, trades: 20, support: 10, escapes: 20, reactions: 20 }
const MOST_WAITING = 200

// a share that may be none says nothing, and so does a time that half of the cases may never see
const atLeast: Bound = ({ low }) => (low === null || low === 0 ? null : low)
const atMost: Bound = ({ high }) => (high === null ? null : -high)

/** The best in something, somebody's own line, and who has too few cases so far. */
export async function leaderboard(db: Kysely<Database>, scope: Scope, question: BoardQuestion) {
  const { board, player_class, own_guid, limit } = question
  const standings =
    board === 'reactions' ? await reactionStandings(db, scope, player_class) : await shareStandings(db, scope, board)
  const least = LEAST[board]
  const best = bestOf(standings, { least, boundOf: board === 'reactions' ? atMost : atLeast, limit })
  const own = own_guid === null ? undefined : await standingOf(db, standings, own_guid)
  const few = standings.filter(({ n }) => n < least)
  const named = await namedPeople(
    db,
    [...best.map(({ standing }) => standing), ...few, ...(own ? [own] : [])].map(idOf),
  )
  const entry = ({ player_id, n, value, low, high }: Standing) => ({ ...named(player_id), n, value, low, high })
  return {
    unit: board === 'reactions' ? ('ms' as const) : ('pct' as const),
    least,
    compared: standings.length - few.length,
    best: best
      .map(({ standing, rank }) => ({ rank, ...entry(standing) }))
      .sort((a, b) => a.rank - b.rank || byText(a.guid, b.guid)),
    own:
      own === undefined ? null : { rank: best.find(({ standing }) => standing === own)?.rank ?? null, ...entry(own) },
    waiting: few
      .map(({ player_id, n }) => ({ ...named(player_id), n }))
      .sort((a, b) => byText(plain(a.name), plain(b.name)) || byText(a.guid, b.guid))
      .slice(0, MOST_WAITING),
    hasAny: standings.length > 0,
  }
}

function idOf({ player_id }: Standing): number {
  return player_id
}

async function standingOf(db: Kysely<Database>, standings: readonly Standing[], guid: string) {
  const own = await playerOf(db, guid).executeTakeFirst()
  return standings.find(({ player_id }) => player_id === own?.id)
}

/** A name without its colours, for the order of the alphabet. */
function plain(name: string): string {
  return name.replaceAll(/\^[^^]/g, '').toLowerCase()
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
