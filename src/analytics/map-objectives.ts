import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { roundsIn, type Scope } from './scope.ts'

const MOST = 40

export interface Objective {
  readonly what: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly n: number
}

/**
 * Where things were done to objectives: what the game announced with a place, and in rounds without such rows the work of
 * engineers and what was carried. Places of one deed within 512 units are one.
 */
export async function mapObjectives(db: Kysely<Database>, scope: Scope): Promise<readonly Objective[]> {
  const { rows } = await sql<Objective>`
    with asked as materialized (${roundsIn(db, scope)}),
    announced as (
      select round_id, event as what, object as name, x, y from fact_game_events
      where round_id in (select id from asked) and x is not null and y is not null
    ),
    silent as (select id from asked where id not in (select round_id from announced)),
    done as (
      select what, name, x, y from announced
      union all
      select event_type, track_name, player_x, player_y from fact_construction_events
      where round_id in (select id from silent)
      union all
      select 'objective_taken', flag_team, pickup_x, pickup_y from fact_carrier_events
      where round_id in (select id from silent)
    )
    select what, name, round(avg(x))::integer as x, round(avg(y))::integer as y, count(*)::integer as n
    from done group by what, name, floor(x / 512), floor(y / 512)
    order by n desc, what, name, 3, 4 limit ${MOST}`.execute(db)
  return rows
}
