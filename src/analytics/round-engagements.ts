import type { Kysely } from 'kysely'
import { TEAMS } from '../format/codec.ts'
import { attackersOf, type StoredAttacker } from '../store/attacker-bytes.ts'
import type { Database } from '../store/database.ts'
import { positionsOf } from '../store/path-bytes.ts'
import { eventId } from './event-id.ts'
import type { RoundPeople } from './round-people.ts'

/** The engagements of a round in the order of its file, with how they were judged. */
export async function roundEngagements(db: Kysely<Database>, round_id: number, people: RoundPeople) {
  const rows = await db
    .selectFrom('fact_engagements as fact')
    .innerJoin('derived_fight as fight', (join) =>
      join.onRef('fight.round_id', '=', 'fact.round_id').onRef('fight.row_no', '=', 'fact.row_no'),
    )
    .where('fact.round_id', '=', round_id)
    .orderBy('fact.row_no')
    .select([
      'fact.row_no',
      'fact.engagement_id',
      'fact.start_time_ms',
      'fact.end_time_ms',
      'fact.target_no',
      'fact.target_team',
      'fact.outcome',
      'fact.total_damage_taken as total_damage',
      'fact.start_x',
      'fact.start_y',
      'fact.start_z',
      'fact.end_x',
      'fact.end_y',
      'fact.end_z',
      'fact.distance_traveled',
      'fact.positions',
      'fact.attackers',
      'fight.killer_id',
      'fight.attackers as num_attackers',
      'fight.defenders',
      'fight.is_crossfire',
      'fight.crossfire_delay_ms',
      'fight.crossfire_ids',
      'fight.category',
      'fight.cause',
    ])
    .execute()
  const { byPlayer, names } = people
  const index = (player_id: number) => byPlayer.get(player_id) as number
  return rows.map((row) => ({
    id: eventId(round_id, row.row_no),
    engagement_id: row.engagement_id,
    start_time_ms: row.start_time_ms,
    end_time_ms: row.end_time_ms,
    target: names[row.target_no]?.player as number,
    target_name: names[row.target_no]?.name as string,
    target_team: TEAMS[row.target_team] ?? 'SPEC',
    outcome: row.outcome,
    category: row.category,
    cause: row.cause,
    killer: row.killer_id === null ? null : index(row.killer_id),
    total_damage: row.total_damage,
    num_attackers: row.num_attackers,
    defenders: row.defenders,
    is_crossfire: row.is_crossfire,
    crossfire_delay_ms: row.crossfire_delay_ms,
    crossfire: (row.crossfire_ids ?? []).map(index),
    start: { x: row.start_x, y: row.start_y, z: row.start_z },
    end: { x: row.end_x, y: row.end_y, z: row.end_z },
    distance_traveled: row.distance_traveled,
    positions: positionsOf(row.positions),
    attackers: attackersOf(row.attackers).map((attacker) => attackerOf(attacker, people)),
  }))
}

function attackerOf({ name_no, team, ...rest }: StoredAttacker, { names }: RoundPeople) {
  return { ...rest, player: names[name_no]?.player as number, team: TEAMS[team] ?? 'SPEC' }
}
