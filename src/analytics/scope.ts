import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'

/** Which rounds a question is about: all that is given must hold. Null: not given. */
export interface Scope {
  /** First day that counts, `YYYY-MM-DD`. */
  readonly since: string | null
  /** Exactly this date of the round files' names, `YYYY-MM-DD`. */
  readonly session_date: string | null
  readonly map_name: string | null
  readonly round_number: number | null
  readonly round_start_unix: number | null
  /** Gaming session. */
  readonly session_id: number | null
  /** Game server by name. */
  readonly server: string | null
  /** Rounds in which this person took part. */
  readonly player_guid: string | null
}

/** Every round there is. */
export const EVERYTHING: Scope = {
  since: null,
  session_date: null,
  map_name: null,
  round_number: null,
  round_start_unix: null,
  session_id: null,
  server: null,
  player_guid: null,
}

/** The rounds of a scope, also those that count for nothing. */
export function allRoundsIn(db: Kysely<Database>, scope: Scope) {
  let rounds = db.selectFrom('rounds')
  if (scope.since !== null) rounds = rounds.where('rounds.session_date', '>=', scope.since)
  if (scope.session_date !== null) rounds = rounds.where('rounds.session_date', '=', scope.session_date)
  if (scope.map_name !== null) rounds = rounds.where('rounds.map_name', '=', scope.map_name)
  if (scope.round_number !== null) rounds = rounds.where('rounds.round_number', '=', scope.round_number)
  if (scope.round_start_unix !== null) rounds = rounds.where('rounds.round_start_unix', '=', scope.round_start_unix)
  if (scope.session_id !== null) rounds = rounds.where('rounds.gaming_session_id', '=', scope.session_id)
  if (scope.server !== null) {
    const servers = db.selectFrom('server').select('server.id').where('server.name', '=', scope.server)
    rounds = rounds.where('rounds.server_id', 'in', servers)
  }
  if (scope.player_guid !== null) {
    const played = db
      .selectFrom('derived_player')
      .select('derived_player.round_id')
      .where('derived_player.player_id', '=', playerOf(db, scope.player_guid))
    rounds = rounds.where('rounds.id', 'in', played)
  }
  return rounds
}

/** The rounds of a scope that count, for joins: those with telemetry and no reason against them. */
export function countedRounds(db: Kysely<Database>, scope: Scope) {
  return allRoundsIn(db, scope).where('rounds.exclusion', 'is', null).where('rounds.file_id', 'is not', null)
}

/** Their ids, as a subquery. */
export function roundsIn(db: Kysely<Database>, scope: Scope) {
  return countedRounds(db, scope).select('rounds.id')
}

/** The id of the person with an identifier, whatever its case, as a subquery of one value; none if nobody has it. */
export function playerOf(db: Kysely<Database>, guid: string) {
  return db
    .selectFrom('player')
    .select('player.id')
    .where('player.guid', 'in', [guid, guid.toUpperCase()])
    .orderBy('player.id')
    .limit(1)
}
