import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { type Cursor, idOf, pageOf } from './page.ts'
import { allRoundsIn, countedRounds, type Scope } from './scope.ts'

/**
 * Gaming sessions by their counted rounds, the newest first. One without any is told by the rounds that it has, and its
 * sums are zero.
 */
export async function sessions(db: Kysely<Database>, scope: Scope, limit: number, after: Cursor | null) {
  let query = db
    .selectFrom(roundsOfSessions(db, scope).as('rounds'))
    .innerJoin('server', 'server.id', 'rounds.server_id')
    .leftJoin('derived_round', (join) =>
      join.onRef('derived_round.round_id', '=', 'rounds.id').onRef('rounds.counts', '=', sql.lit(true)),
    )
    .where((eb) => eb.or([eb('rounds.counts', '=', true), eb('rounds.counted', '=', 0)]))
    .groupBy(['rounds.gaming_session_id', 'server.name', 'rounds.counted', 'rounds.excluded'])
    .select(({ fn }) => [
      'rounds.gaming_session_id as id',
      'server.name as server',
      fn.min<number>('rounds.started_unix').as('start_unix'),
      sql<number>`max(greatest(rounds.started_unix, rounds.round_end_unix))`.as('end_unix'),
      sql<string[]>`array_agg(distinct rounds.session_date::text order by rounds.session_date::text)`.as(
        'session_dates',
      ),
      sql<string[]>`array_agg(rounds.map_name order by rounds.started_unix, rounds.id)`.as('map_names'),
      'rounds.counted as rounds',
      'rounds.excluded as excluded_rounds',
      sql<number>`coalesce(sum(derived_round.fights), 0)`.as('fights'),
      sql<number>`coalesce(sum(derived_round.killed), 0)`.as('killed'),
      sql<number>`coalesce(sum(derived_round.crossfires), 0)`.as('crossfires'),
    ])
  if (after !== null) {
    query = query.having(
      sql<boolean>`(min(rounds.started_unix), rounds.gaming_session_id) < (${after.value}, ${idOf(after)})`,
    )
  }
  const rows = await query
    .orderBy('start_unix', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, next } = pageOf(rows, limit, ({ start_unix, id }) => ({ value: start_unix, key: String(id) }))
  const players = await playerCounts(
    db,
    scope,
    page.map(({ id }) => id as number),
  )
  return {
    sessions: page.map(({ map_names, ...row }) => ({
      ...row,
      id: row.id as number,
      maps: [...Map.groupBy(map_names, (name) => name)].map(([map_name, plays]) => ({
        map_name,
        rounds: plays.length,
      })),
      players: players.get(row.id as number) ?? 0,
    })),
    next,
  }
}

/** Every round that is in a session, whether it counts, and how many of its session do and do not. */
function roundsOfSessions(db: Kysely<Database>, scope: Scope) {
  const counts = sql<boolean>`(rounds.exclusion is null and rounds.file_id is not null)`
  return allRoundsIn(db, scope)
    .where('rounds.gaming_session_id', 'is not', null)
    .where('rounds.started_unix', 'is not', null)
    .select([
      'rounds.id',
      'rounds.gaming_session_id',
      'rounds.server_id',
      'rounds.started_unix',
      'rounds.round_end_unix',
      'rounds.session_date',
      'rounds.map_name',
      counts.as('counts'),
      sql<number>`count(*) filter (where ${counts}) over (partition by rounds.gaming_session_id)`.as('counted'),
      sql<number>`count(*) filter (where not ${counts}) over (partition by rounds.gaming_session_id)`.as('excluded'),
    ])
}

async function playerCounts(db: Kysely<Database>, scope: Scope, ids: readonly number[]) {
  if (ids.length === 0) return new Map<number, number>()
  const rows = await countedRounds(db, scope)
    .innerJoin('derived_player', 'derived_player.round_id', 'rounds.id')
    .innerJoin('player', 'player.id', 'derived_player.player_id')
    .where('rounds.gaming_session_id', 'in', ids)
    .where('player.kind', '<>', 'bot')
    .groupBy('rounds.gaming_session_id')
    .select(({ fn }) => ['rounds.gaming_session_id as id', fn.count<number>('player.id').distinct().as('players')])
    .execute()
  return new Map(rows.map(({ id, players }) => [id as number, players]))
}
