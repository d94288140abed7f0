import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { eachPlace } from '../store/place-bytes.ts'
import { MATE_NUMBERS, SUCCESS } from '../store/trade-mates.ts'
import { countedRounds, type Scope } from './scope.ts'

/** Two people as the pair's rows have them: the first has the smaller guid. */
export interface PairOfIds {
  readonly id1: number
  readonly id2: number
}

/** The round of a moment. */
interface PairRound {
  readonly round_id: number
  readonly map_name: string
  readonly started_unix: number | null
  readonly round_number: number
}

/** When two people did something together. */
interface PairMoment extends PairRound {
  readonly time_ms: number
  readonly engagement_id: number
  readonly target_id: number
  readonly is_kill: boolean
}

/** Where and when a fight ended for its target. */
interface EndPlace {
  readonly x: number
  readonly y: number
  readonly end_time_ms: number
}

function asked(db: Kysely<Database>, scope: Scope) {
  return countedRounds(db, scope).select(['rounds.id', 'rounds.map_name', 'rounds.started_unix', 'rounds.round_number'])
}

/** A crossfire of two people. */
export interface PairCrossfire extends PairRound {
  readonly row_no: number
  readonly target_id: number
  readonly is_kill: boolean
  /** Null where the places of the round are not known. */
  readonly place: EndPlace | null
}

/** All crossfires in which both took part, the newest first. */
export async function pairCrossfires(
  db: Kysely<Database>,
  scope: Scope,
  { id1, id2 }: PairOfIds,
): Promise<readonly PairCrossfire[]> {
  const { rows } = await sql<Omit<PairCrossfire, 'place'>>`
    select asked.id as round_id, asked.map_name, asked.started_unix, asked.round_number, fight.row_no, fight.target_id,
      fight.cause = 'enemy' as is_kill
    from (${asked(db, scope)}) asked
    join derived_pair pair on pair.round_id = asked.id
      and pair.player1_id = ${id1} and pair.player2_id = ${id2} and pair.crossfire_count > 0
    join derived_fight fight on fight.round_id = asked.id and fight.is_crossfire and fight.category <> 'bot'
      and fight.crossfire_ids @> array[${id1}::integer, ${id2}::integer]
    order by asked.started_unix desc nulls last, asked.map_name, asked.id desc`.execute(db)
  const rounds = [...Map.groupBy(rows, ({ round_id }) => round_id)]
  const places = await placesOf(
    db,
    rounds.map(([id]) => id),
  )
  return rounds.flatMap(([round_id, fights]) => {
    const placeOf = places.get(round_id) ?? (() => null)
    return fights
      .map((fight) => ({ ...fight, place: placeOf(fight.row_no) }))
      .sort((a, b) => (b.place?.end_time_ms ?? 0) - (a.place?.end_time_ms ?? 0) || b.row_no - a.row_no)
  })
}

/** The places of the fights of some rounds, by round and row. */
async function placesOf(db: Kysely<Database>, rounds: readonly number[]) {
  if (rounds.length === 0) return new Map<number, never>()
  const stored = db.selectFrom('derived_place').where('round_id', 'in', rounds)
  const found = await stored.select(['round_id', 'places']).execute()
  return new Map(found.map(({ round_id, places }) => [round_id, endPlaces(places)]))
}

function endPlaces(bytes: Uint8Array): (row_no: number) => EndPlace | null {
  const places: EndPlace[] = []
  eachPlace(bytes, (place) => {
    places[place.row_no] = place
  })
  return (row_no) => places[row_no] ?? null
}

/** A crossfire as a moment. */
export async function momentOf(db: Kysely<Database>, { place: _, row_no, ...crossfire }: PairCrossfire) {
  const { rows } = await sql<Pick<PairMoment, 'engagement_id' | 'time_ms'>>`
    select engagement_id, end_time_ms as time_ms from fact_engagements
    where round_id = ${crossfire.round_id} and row_no = ${row_no}`.execute(db)
  return rows.map((fight): PairMoment => ({ ...crossfire, ...fight }))
}

/** The deaths of each that the other traded at a chance, the newest first; the time is that of the kill. */
export async function pairTrades(db: Kysely<Database>, scope: Scope, { id1, id2 }: PairOfIds, limit: number) {
  const { rows } = await sql<PairMoment>`
    select asked.id as round_id, asked.map_name, asked.started_unix, asked.round_number,
      fight.mates[at + 2] as time_ms, fact.engagement_id, fight.victim_id as target_id, true as is_kill
    from (${asked(db, scope)}) asked
    join derived_pair pair on pair.round_id = asked.id and pair.player1_id = ${id1} and pair.player2_id = ${id2}
      and pair.trades_1_for_2 + pair.trades_2_for_1 > 0
    join derived_trade fight on fight.round_id = asked.id and fight.victim_id in (${id1}, ${id2})
    cross join lateral generate_series(1, cardinality(fight.mates), ${MATE_NUMBERS}::integer) at
    join fact_engagements fact on fact.round_id = asked.id and fact.row_no = fight.row_no
    where fight.mates[at] = ${SUCCESS} and fight.mates[at + 1] = ${id1}::integer + ${id2}::integer - fight.victim_id
    order by asked.started_unix desc nulls last, asked.map_name, asked.id desc, time_ms desc, fight.row_no desc
    limit ${limit}`.execute(db)
  return rows
}
