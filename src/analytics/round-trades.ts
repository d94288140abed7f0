import type { Kysely } from 'kysely'
import { TEAMS } from '../format/codec.ts'
import type { Database } from '../store/database.ts'
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
  return rows.map((row) => ({
    id: eventId(round_id, row.row_no),
    victim: index(row.victim_id),
    killer: index(row.killer_id),
    victim_team: TEAMS[row.victim_team] ?? 'SPEC',
    death_time_ms: row.death_time_ms,
    trade_window_ms: row.trade_window_ms,
    nearest_teammate_dist: row.nearest_teammate_dist,
    is_isolation_death: row.is_isolation_death,
    opportunities: row.opportunities.map(([id, distance, delta_ms]) => ({ player: index(id), distance, delta_ms })),
    attempts: row.attempts.map(([id, first_hit_ms, damage]) => ({ player: index(id), first_hit_ms, damage })),
    successes: row.successes.map(([id, kill_time_ms]) => ({ player: index(id), kill_time_ms })),
    missed: row.missed.map(([id, distance]) => ({ player: index(id), distance })),
  }))
}
