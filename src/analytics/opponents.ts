import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { namedPeople } from './named-people.ts'
import { roundsIn, type Scope } from './scope.ts'

/** Opponents shown. */
const MOST_OPPONENTS = 50

interface OpponentRow {
  readonly id: number
  readonly rounds: number
  readonly attacks: number
  readonly attacked: number
  readonly kills: number
  readonly deaths: number
}

/** The people whom one fights, by number of fights; equal ones go by identifier. */
export async function opponents(db: Kysely<Database>, scope: Scope, id: number) {
  const played = db
    .selectFrom('derived_player')
    .where('derived_player.player_id', '=', id)
    .where('derived_player.round_id', 'in', roundsIn(db, scope))
    .select('derived_player.round_id')
  const { rows } = await sql<OpponentRow>`
    with met as (
      select round_id, case when attacker = ${id} then target else attacker end as id, attacker = ${id} as is_own,
        one.fights, one.kills
      from derived_opponent
      cross join lateral unnest(attacker_ids, target_ids, fights, kills) as one (attacker, target, fights, kills)
      where round_id in (${played}) and (attacker = ${id} or target = ${id})
    )
    select met.id, count(distinct met.round_id)::integer as rounds,
      coalesce(sum(fights) filter (where is_own), 0)::integer as attacks,
      coalesce(sum(fights) filter (where not is_own), 0)::integer as attacked,
      coalesce(sum(kills) filter (where is_own), 0)::integer as kills,
      coalesce(sum(kills) filter (where not is_own), 0)::integer as deaths
    from met join player on player.id = met.id and player.kind <> 'bot'
    group by met.id, player.guid
    order by sum(fights) desc, player.guid
    limit ${MOST_OPPONENTS}`.execute(db)
  const named = await namedPeople(
    db,
    rows.map((row) => row.id),
  )
  return rows.map(({ id: enemy, ...row }) => ({ ...named(enemy), ...row }))
}
