import type { Kysely } from 'kysely'
import type { PlayerKind } from '../metrics/derived.ts'
import type { Database } from '../store/database.ts'
import { playerOf, roundsIn, type Scope } from './scope.ts'

/** Who is left out of every list and pair of players (L-41), as a subquery of ids. */
export function bots(db: Kysely<Database>) {
  return db.selectFrom('player').select('player.id').where('player.kind', '=', 'bot')
}

/** The sums of people, one row per person and round of a scope; with a player only his. */
export function peopleIn(db: Kysely<Database>, scope: Scope) {
  const people = db
    .selectFrom('derived_player')
    .where('derived_player.round_id', 'in', roundsIn(db, scope))
    .where('derived_player.player_id', 'not in', bots(db))
  if (scope.player_guid === null) return people
  return people.where('derived_player.player_id', '=', playerOf(db, scope.player_guid))
}

/** The identifiers of all people by id. */
export async function guidsOfPeople(db: Kysely<Database>): Promise<ReadonlyMap<number, string>> {
  const rows = await db.selectFrom('player').select(['id', 'guid']).where('kind', '<>', 'bot').execute()
  return new Map(rows.map(({ id, guid }) => [id, guid]))
}

/** Whoever has an identifier. */
export interface Person {
  readonly id: number
  readonly guid: string
  readonly kind: PlayerKind
}

/** Who has an identifier, whatever its case, bots too; undefined if nobody has. */
export async function personOf(db: Kysely<Database>, guid: string): Promise<Person | undefined> {
  return await db.selectFrom('player').selectAll().where('id', '=', playerOf(db, guid)).executeTakeFirst()
}
