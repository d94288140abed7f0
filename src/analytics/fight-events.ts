import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { eventId } from './event-id.ts'
import { newestRounds, ROUND, type RowsOfRound } from './newest-rounds.ts'
import { playerOf, type Scope } from './scope.ts'

/** The latest fights, the newest first; with a player those that he was in, as target or attacker. */
export async function fightEvents(db: Kysely<Database>, scope: Scope, limit: number) {
  const rounds = await newestRounds(db, scope, fightsOfRound(db, scope), limit)
  if (rounds.length === 0) return []
  let fights = db
    .selectFrom('derived_fight as fight')
    .where('fight.round_id', 'in', rounds)
    .where('fight.category', '=', 'fight')
  if (scope.player_guid !== null) {
    const wanted = playerOf(db, scope.player_guid)
    fights = fights.where((eb) =>
      eb.or([eb('fight.target_id', '=', wanted), sql<boolean>`${wanted} = any(fight.attacker_ids)`]),
    )
  }
  const rows = await fights
    .innerJoin('fact_engagements as fact', (join) =>
      join.onRef('fact.round_id', '=', 'fight.round_id').onRef('fact.row_no', '=', 'fight.row_no'),
    )
    .innerJoin('rounds', 'rounds.id', 'fight.round_id')
    .innerJoin('round_name as target', (join) =>
      join.onRef('target.round_id', '=', 'fact.round_id').onRef('target.name_no', '=', 'fact.target_no'),
    )
    .innerJoin('player as target_player', 'target_player.id', 'fight.target_id')
    .leftJoin('player as killer_player', 'killer_player.id', 'fight.killer_id')
    .orderBy('rounds.started_unix', 'desc')
    .orderBy('rounds.map_name')
    .orderBy('rounds.id', 'desc')
    .orderBy('fact.start_time_ms', 'desc')
    .orderBy('fact.row_no', 'desc')
    .limit(limit)
    .select((eb) => [
      'fight.round_id',
      'fight.row_no',
      'rounds.session_date as date',
      'rounds.round_number as round',
      'rounds.map_name as map',
      'target.name as target',
      'fact.outcome',
      'fact.duration_ms',
      'fact.distance_traveled',
      'fight.attackers',
      'fight.is_crossfire as crossfire',
      'rounds.round_date',
      'rounds.round_time',
      'target_player.guid as target_guid',
      eb
        .selectFrom('round_name as named')
        .whereRef('named.round_id', '=', 'fight.round_id')
        .whereRef('named.player_id', '=', 'fight.killer_id')
        .orderBy('named.name_no', 'desc')
        .limit(1)
        .select('named.name')
        .as('killer'),
      'killer_player.guid as killer_guid',
      'fight.cause',
      'fact.start_time_ms',
    ])
    .execute()
  return rows.map((row) => ({ ...row, id: eventId(row.round_id, row.row_no) }))
}

function fightsOfRound(db: Kysely<Database>, scope: Scope): RowsOfRound {
  if (scope.player_guid === null) {
    return db.selectFrom('derived_round').where('round_id', '=', ROUND).select('fights as rows').as('of_round')
  }
  return db
    .selectFrom('derived_player')
    .where('round_id', '=', ROUND)
    .where('player_id', '=', playerOf(db, scope.player_guid))
    .select(({ eb }) => eb('times_targeted', '+', eb.ref('attacks')).as('rows'))
    .as('of_round')
}
