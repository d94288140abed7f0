import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { countedRounds, type Scope } from './scope.ts'

/** The maps that one person played in a scope, the most played first; equal ones by name. */
export function playerMaps(db: Kysely<Database>, scope: Scope, id: number) {
  return countedRounds(db, scope)
    .innerJoin('derived_player', 'derived_player.round_id', 'rounds.id')
    .where('derived_player.player_id', '=', id)
    .groupBy('rounds.map_name')
    .select(({ fn }) => ['rounds.map_name', fn.countAll<number>().as('rounds')])
    .orderBy('rounds', 'desc')
    .orderBy('rounds.map_name')
    .execute()
}
