import type { AliasedExpression, Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { countedRounds, type Scope } from './scope.ts'

/** How many rows of a list each round has. */
export type RowsPerRound = AliasedExpression<{ round_id: number; rows: number }, 'per_round'>

/**
 * The newest rounds of a scope that hold the first `limit` rows of a list: a list of the latest events reads these
 * rounds only, however long the history. They are numbers and no subquery, because a plan is made from how many they are.
 */
export async function newestRounds(
  db: Kysely<Database>,
  scope: Scope,
  perRound: RowsPerRound,
  limit: number,
): Promise<number[]> {
  const counted = countedRounds(db, scope)
    .innerJoin(perRound, (join) => join.onRef('per_round.round_id', '=', 'rounds.id'))
    .where('per_round.rows', '>', 0)
    .select(({ eb, fn }) => [
      'rounds.id',
      eb(
        fn
          .sum<number>('per_round.rows')
          .over((over) =>
            over.orderBy('rounds.started_unix', 'desc').orderBy('rounds.map_name').orderBy('rounds.id', 'desc'),
          ),
        '-',
        eb.ref('per_round.rows'),
      ).as('rows_before'),
    ])
  const rows = await db
    .selectFrom(counted.as('counted'))
    .select('counted.id')
    .where('counted.rows_before', '<', limit)
    .execute()
  return rows.map(({ id }) => id)
}
