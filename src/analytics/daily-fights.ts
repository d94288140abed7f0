import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { countedRounds, playerOf, type Scope } from './scope.ts'

/** Fights and crossfires by date, ascending; with a player only those against him. */
export async function dailyFights(db: Kysely<Database>, scope: Scope) {
  const rounds = countedRounds(db, scope).select(['rounds.id', 'rounds.session_date']).as('round')
  if (scope.player_guid !== null) {
    return await db
      .selectFrom('derived_fight')
      .innerJoin(rounds, (join) => join.onRef('round.id', '=', 'derived_fight.round_id'))
      .where('derived_fight.category', '=', 'fight')
      .where('derived_fight.target_id', '=', playerOf(db, scope.player_guid))
      .groupBy('round.session_date')
      .orderBy('round.session_date')
      .select(({ fn }) => [
        'round.session_date as date',
        fn.countAll<number>().as('engagements'),
        fn.countAll<number>().filterWhere('derived_fight.is_crossfire', '=', true).as('crossfires'),
      ])
      .execute()
  }
  return await db
    .selectFrom('derived_round')
    .innerJoin(rounds, (join) => join.onRef('round.id', '=', 'derived_round.round_id'))
    .groupBy('round.session_date')
    .orderBy('round.session_date')
    .select(({ fn }) => [
      'round.session_date as date',
      fn.sum<number>('fights').as('engagements'),
      fn.sum<number>('crossfires').as('crossfires'),
    ])
    .execute()
}
