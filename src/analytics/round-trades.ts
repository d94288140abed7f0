import type { Kysely } from 'kysely'
import { TEAMS } from '../format/codec.ts'
import type { Database } from '../store/database.ts'
import { matesOf } from '../store/trade-mates.ts'
import { eventId } from './event-id.ts'
import type { RoundPeople } from './round-people.ts'

/** The deaths by enemies of a round and what mates made of them. */
export async function roundTrades(db: Kysely<Database>, round_id: number, { byPlayer }: RoundPeople) {
  const rows = await db
    .selectFrom('derived_trade')
    .selectAll()
    .where('round_id', '=', round_id)
    .orderBy('row_no')
    .execute()
  const index = (player_id: number) => byPlayer.get(player_id) as number
  return rows.map(({ mates, ...row }) => ({
    id: eventId(round_id, row.row_no),
    victim: index(row.victim_id),
    killer: index(row.killer_id),
    victim_team: TEAMS[row.victim_team] ?? 'SPEC',
    death_time_ms: row.death_time_ms,
    trade_window_ms: row.trade_window_ms,
    nearest_teammate_dist: row.nearest_teammate_dist,
    is_isolation_death: row.is_isolation_death,
    ...matesByIndex(mates, index),
  }))
}

/** The mates of a trade; people by their index in the round's list. */
function matesByIndex(stored: readonly number[] | null, index: (player_id: number) => number) {
  const { opportunities, attempts, successes, missed } = matesOf(stored)
  const indexed = <T extends { readonly player_id: number }>({ player_id, ...rest }: T) => ({
    player: index(player_id),
    ...rest,
  })
  return {
    opportunities: opportunities.map(indexed),
    attempts: attempts.map(indexed),
    successes: successes.map(indexed),
    missed: missed.map(indexed),
  }
}
