import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { matesOf } from '../store/trade-mates.ts'
import { eventId } from './event-id.ts'
import { newestRounds, ROUND, type RowsOfRound } from './newest-rounds.ts'
import { bots } from './people.ts'
import { playerOf, type Scope } from './scope.ts'

/** The latest deaths of people by enemies and what mates made of them, the newest first; with a player only his. */
export async function tradeEvents(db: Kysely<Database>, scope: Scope, limit: number) {
  const rounds = await newestRounds(db, scope, deathsOfRound(db, scope), limit)
  if (rounds.length === 0) return []
  let trades = db
    .selectFrom('derived_trade as trade')
    .innerJoin('player as victim', 'victim.id', 'trade.victim_id')
    .where('trade.round_id', 'in', rounds)
  if (scope.player_guid !== null) trades = trades.where('victim.id', '=', playerOf(db, scope.player_guid))
  const rows = await trades
    .innerJoin('rounds', 'rounds.id', 'trade.round_id')
    .innerJoin('player as killer', 'killer.id', 'trade.killer_id')
    .innerJoin('fact_engagements as fact', (join) =>
      join.onRef('fact.round_id', '=', 'trade.round_id').onRef('fact.row_no', '=', 'trade.row_no'),
    )
    .innerJoin('round_name as victim_name', (join) =>
      join.onRef('victim_name.round_id', '=', 'fact.round_id').onRef('victim_name.name_no', '=', 'fact.target_no'),
    )
    .orderBy('rounds.started_unix', 'desc')
    .orderBy('rounds.map_name')
    .orderBy('rounds.id', 'desc')
    .orderBy('trade.death_time_ms', 'desc')
    .orderBy('trade.row_no', 'desc')
    .limit(limit)
    .select((eb) => [
      'trade.round_id',
      'trade.row_no',
      'rounds.session_date as date',
      'rounds.round_number as round',
      'rounds.map_name as map',
      'victim_name.name as victim',
      eb
        .selectFrom('round_name as named')
        .whereRef('named.round_id', '=', 'trade.round_id')
        .whereRef('named.player_id', '=', 'trade.killer_id')
        .orderBy('named.name_no', 'desc')
        .limit(1)
        .select('named.name')
        .as('killer'),
      'trade.mates',
      'rounds.round_date',
      'rounds.round_time',
      'victim.guid as victim_guid',
      'killer.guid as killer_guid',
      'trade.death_time_ms',
      'trade.nearest_teammate_dist',
      'trade.is_isolation_death',
    ])
    .execute()
  return rows.map(({ mates, ...row }) => {
    const counts = countsOf(matesOf(mates))
    return { ...row, ...counts, id: eventId(row.round_id, row.row_no), outcome: outcomeOf(counts) }
  })
}

function deathsOfRound(db: Kysely<Database>, scope: Scope): RowsOfRound {
  const people = db.selectFrom('derived_player').where('round_id', '=', ROUND).where('player_id', 'not in', bots(db))
  const wanted = scope.player_guid === null ? people : people.where('player_id', '=', playerOf(db, scope.player_guid))
  return wanted.select(({ fn }) => fn.sum<number>('tradable_deaths').as('rows')).as('of_round')
}

/** How many mates are in each list. */
function countsOf({ opportunities, attempts, successes, missed }: ReturnType<typeof matesOf>) {
  return {
    ...{ opportunities: opportunities.length, attempts: attempts.length },
    ...{ success: successes.length, missed: missed.length },
  }
}

type Outcome = 'trade_success' | 'trade_attempt' | 'missed_candidate' | 'trade_event'

function outcomeOf(counts: Readonly<Record<'success' | 'attempts' | 'missed', number>>): Outcome {
  if (counts.success > 0) return 'trade_success'
  if (counts.attempts > 0) return 'trade_attempt'
  return counts.missed > 0 ? 'missed_candidate' : 'trade_event'
}
