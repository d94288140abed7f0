import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { countedRounds, type Scope } from './scope.ts'

const MOST = 40

export interface Objective {
  readonly what: string
  readonly name: string
  readonly x: number
  readonly y: number
  readonly n: number
}

/** Of one map those with most deeds; see {@link objectivesByMap}. */
export async function mapObjectives(db: Kysely<Database>, scope: Scope): Promise<readonly Objective[]> {
  return [...(await objectivesByMap(db, scope)).values()].flat().slice(0, MOST)
}

/**
 * Where things were done to objectives: what the game announced with a place, and in rounds without such rows the work of
 * engineers and what was carried. Places of one deed within 512 units are one; those with most deeds come first.
 */
export async function objectivesByMap(
  db: Kysely<Database>,
  scope: Scope,
): Promise<ReadonlyMap<string, readonly Objective[]>> {
  const { rows } = await sql<Objective & { readonly map_name: string }>`
    with asked as materialized (${countedRounds(db, scope).select(['rounds.id', 'rounds.map_name'])}),
    announced as (
      select round_id, event as what, object as name, x, y from fact_game_events
      where round_id in (select id from asked) and x is not null and y is not null
    ),
    silent as (select id from asked where id not in (select round_id from announced)),
    done as (
      select round_id, what, name, x, y from announced
      union all
      select round_id, event_type, track_name, player_x, player_y from fact_construction_events
      where round_id in (select id from silent)
      union all
      select round_id, 'objective_taken', flag_team, pickup_x, pickup_y from fact_carrier_events
      where round_id in (select id from silent)
    )
    select map_name, what, name, round(avg(x))::integer as x, round(avg(y))::integer as y, count(*)::integer as n
    from done join asked on asked.id = done.round_id
    group by map_name, what, name, floor(x / 512), floor(y / 512)
    order by n desc, what, name, 4, 5`.execute(db)
  const found = new Map<string, Objective[]>()
  for (const { map_name, ...objective } of rows) {
    const own = found.get(map_name)
    if (own === undefined) found.set(map_name, [objective])
    else own.push(objective)
  }
  return found
}
