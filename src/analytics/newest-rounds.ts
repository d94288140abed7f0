import { type AliasedExpression, type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { countedRounds, type Scope } from './scope.ts'

/** How many rows of a list a round has, {@link ROUND} being the round. */
export type RowsOfRound = AliasedExpression<{ rows: number }, 'of_round'>

/** The round that is looked at. */
export const ROUND = sql.ref<number>('rounds.id')

/**
 * The newest rounds of a scope that hold the first `limit` rows of a list: a list of the latest events reads these
 * rounds only, however long the history. They are numbers and no subquery, because a plan is made from how many they are.
 */
export async function newestRounds(
  db: Kysely<Database>,
  scope: Scope,
  rowsOfRound: RowsOfRound,
  limit: number,
): Promise<number[]> {
  // each has a row, so that as many rounds as rows are enough
  const newest = countedRounds(db, scope)
    .innerJoinLateral(rowsOfRound, (join) => join.onTrue())
    .where('of_round.rows', '>', 0)
    .select(['rounds.id', 'of_round.rows'])
    .orderBy('rounds.started_unix', 'desc')
    .orderBy('rounds.map_name')
    .orderBy('rounds.id', 'desc')
    .limit(limit)
  const rounds: number[] = []
  let found = 0
  for (const { id, rows } of await newest.execute()) {
    if (found >= limit) break
    rounds.push(id)
    found += rows
  }
  return rounds
}
