import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { type Cursor, idOf, pageOf } from './page.ts'
import { ROUND_COLUMNS, shownRound } from './round-facts.ts'
import { allRoundsIn, type Scope } from './scope.ts'

/** Every round of a scope with what became of it, also those that count for nothing, the newest first. */
export async function roundList(db: Kysely<Database>, scope: Scope, limit: number, after: Cursor | null) {
  // a round of another source has no start of its own reckoning
  const started = sql<number>`coalesce(rounds.started_unix, rounds.round_start_unix)`
  let query = allRoundsIn(db, scope)
    .innerJoin('server', 'server.id', 'rounds.server_id')
    .leftJoin('round_file', 'round_file.id', 'rounds.file_id')
    .leftJoin('derived_round as sums', 'sums.round_id', 'rounds.id')
  if (after !== null) query = query.where(sql<boolean>`(${started}, rounds.id) < (${after.value}, ${idOf(after)})`)
  const rows = await query
    .select([
      ...ROUND_COLUMNS,
      started.as('ordering'),
      'server.name as server',
      'round_file.id as file_id',
      'round_file.name as file_name',
      'round_file.problem_count',
      'round_file.sha256',
      'sums.clock_start_ms',
      'sums.clock_end_ms',
      'sums.humans',
      'sums.bots',
      'sums.unknown_players',
      'sums.engagements',
      'sums.fights',
      'sums.killed',
      'sums.escaped',
      'sums.crossfires',
      'sums.lives',
    ])
    .orderBy('ordering', 'desc')
    .orderBy('rounds.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, next } = pageOf(rows, limit, ({ ordering, id }) => ({ value: ordering, key: String(id) }))
  return {
    rounds: page.map(({ ordering: _, clock_start_ms, clock_end_ms, ...row }) => ({
      ...shownRound(row),
      state: row.file_id === null ? ('without_file' as const) : ('imported' as const),
      problem_count: row.problem_count ?? 0,
      duration_ms: clock_start_ms === null || clock_end_ms === null ? null : clock_end_ms - clock_start_ms,
      humans: row.humans ?? 0,
      bots: row.bots ?? 0,
      unknown_players: row.unknown_players ?? 0,
      engagements: row.engagements ?? 0,
      fights: row.fights ?? 0,
      killed: row.killed ?? 0,
      escaped: row.escaped ?? 0,
      crossfires: row.crossfires ?? 0,
      lives: row.lives ?? 0,
    })),
    next,
  }
}
