import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { type Cursor, idOf, pageOf } from './page.ts'
import { countedRounds, type Scope } from './scope.ts'

/** Gaming sessions by their counted rounds, the newest first. */
export async function sessions(db: Kysely<Database>, scope: Scope, limit: number, after: Cursor | null) {
  let query = countedRounds(db, scope)
    .innerJoin('derived_round', 'derived_round.round_id', 'rounds.id')
    .innerJoin('server', 'server.id', 'rounds.server_id')
    .where('rounds.gaming_session_id', 'is not', null)
    .where('rounds.started_unix', 'is not', null)
    .groupBy(['rounds.gaming_session_id', 'server.name'])
    .select(({ fn }) => [
      'rounds.gaming_session_id as id',
      'server.name as server',
      fn.min<number>('rounds.started_unix').as('start_unix'),
      sql<number>`max(greatest(rounds.started_unix, rounds.round_end_unix))`.as('end_unix'),
      sql<string[]>`array_agg(distinct rounds.session_date::text order by rounds.session_date::text)`.as(
        'session_dates',
      ),
      sql<string[]>`array_agg(rounds.map_name order by rounds.started_unix, rounds.id)`.as('map_names'),
      fn.countAll<number>().as('rounds'),
      fn.sum<number>('derived_round.fights').as('fights'),
      fn.sum<number>('derived_round.killed').as('killed'),
      fn.sum<number>('derived_round.crossfires').as('crossfires'),
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
