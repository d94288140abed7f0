import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { eachPlace } from '../store/place-bytes.ts'
import { eventId } from './event-id.ts'
import { countedRounds, type Scope } from './scope.ts'

/** Two people as the pair's rows have them: the first has the smaller guid. */
export interface PairOfIds {
  readonly id1: number
  readonly id2: number
}

/** Where and when two people did something together. */
export interface PairMoment {
  readonly round_id: number
  readonly map_name: string
  readonly started_unix: number | null
  readonly round_number: number
  readonly time_ms: number
  readonly engagement_id: number
  readonly target_id: number
  readonly is_kill: boolean
}

/** Where the target of a fight was at its end. */
interface EndPlace {
  readonly x: number
  readonly y: number
}

const NEWEST_FIRST = sql`order by asked.started_unix desc nulls last, asked.map_name, asked.id desc,
  time_ms desc, fight.row_no desc`

function asked(db: Kysely<Database>, scope: Scope) {
  return countedRounds(db, scope).select(['rounds.id', 'rounds.map_name', 'rounds.started_unix', 'rounds.round_number'])
}

/** All crossfires in which both took part, the newest first. */
export async function pairCrossfires(db: Kysely<Database>, scope: Scope, { id1, id2 }: PairOfIds) {
  const { rows } = await sql<PairMoment & { readonly row_no: number }>`
    select asked.id as round_id, asked.map_name, asked.started_unix, asked.round_number, fight.row_no,
      fact.end_time_ms as time_ms, fact.engagement_id, fight.target_id, fight.cause = 'enemy' as is_kill
    from (${asked(db, scope)}) asked
    join derived_pair pair on pair.round_id = asked.id
      and pair.player1_id = ${id1} and pair.player2_id = ${id2} and pair.crossfire_count > 0
    join derived_fight fight on fight.round_id = asked.id and fight.category <> 'bot'
      and fight.crossfire_ids @> array[${id1}::integer, ${id2}::integer]
    join fact_engagements fact on fact.round_id = asked.id and fact.row_no = fight.row_no
    ${NEWEST_FIRST}`.execute(db)
  const placeOf = await endPlaces(db, new Set(rows.map(({ round_id }) => round_id)))
  return rows.map(({ row_no, ...moment }) => ({ ...moment, place: placeOf(moment.round_id, row_no) }))
}

/** The places of the fights of some rounds, by round and row. */
async function endPlaces(db: Kysely<Database>, rounds: ReadonlySet<number>) {
  const found = new Map<number, EndPlace>()
  if (rounds.size > 0) {
    const stored = db.selectFrom('derived_place').where('round_id', 'in', [...rounds])
    for (const { round_id, places } of await stored.select(['round_id', 'places']).execute()) {
      eachPlace(places, ({ row_no, x, y }) => found.set(eventId(round_id, row_no), { x, y }))
    }
  }
  return (round_id: number, row_no: number) => found.get(eventId(round_id, row_no)) ?? null
}

/** The deaths of each that the other traded at a chance, the newest first; the time is that of the kill. */
export async function pairTrades(db: Kysely<Database>, scope: Scope, { id1, id2 }: PairOfIds, limit: number) {
  const { rows } = await sql<PairMoment>`
    select asked.id as round_id, asked.map_name, asked.started_unix, asked.round_number,
      (success -> 1)::integer as time_ms, fact.engagement_id, fight.victim_id as target_id, true as is_kill
    from (${asked(db, scope)}) asked
    join derived_pair pair on pair.round_id = asked.id and pair.player1_id = ${id1} and pair.player2_id = ${id2}
      and pair.trades_1_for_2 + pair.trades_2_for_1 > 0
    join derived_trade fight on fight.round_id = asked.id and fight.victim_id in (${id1}, ${id2})
    cross join lateral jsonb_array_elements(fight.successes) success
    join fact_engagements fact on fact.round_id = asked.id and fact.row_no = fight.row_no
    where (success -> 0)::integer = ${id1}::integer + ${id2}::integer - fight.victim_id
    ${NEWEST_FIRST} limit ${limit}`.execute(db)
  return rows
}
