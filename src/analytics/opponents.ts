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
  // a death counts whoever hit before it, as in the sums of a player
  const { rows } = await sql<OpponentRow>`
    with own as materialized (
      select round_id, target_id, killer_id, category, attacker_ids from derived_fight
      where round_id in (${played}) and category <> 'bot' and (target_id = ${id} or ${id}::integer = any(attacker_ids) or killer_id = ${id})
    ), met as (
      select round_id, enemy as id, 0 as attacks, 1 as attacked, 0 as kills, 0 as deaths
      from own cross join lateral unnest(attacker_ids) enemy where target_id = ${id} and category = 'fight'
      union all
      select round_id, target_id, 1, 0, 0, 0 from own where ${id}::integer = any(attacker_ids) and category = 'fight'
      union all
      select round_id, target_id, 0, 0, 1, 0 from own where killer_id = ${id}
      union all
      select round_id, killer_id, 0, 0, 0, 1 from own where target_id = ${id} and killer_id is not null
    )
    select met.id, count(distinct met.round_id)::integer as rounds, sum(attacks)::integer as attacks,
      sum(attacked)::integer as attacked, sum(kills)::integer as kills, sum(deaths)::integer as deaths
    from met join player on player.id = met.id and player.kind <> 'bot'
    group by met.id, player.guid
    order by sum(attacks) + sum(attacked) desc, player.guid
    limit ${MOST_OPPONENTS}`.execute(db)
  const named = await namedPeople(
    db,
    rows.map((row) => row.id),
  )
  return rows.map(({ id: enemy, ...row }) => ({ ...named(enemy), ...row }))
}
