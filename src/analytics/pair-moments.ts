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

const NEWEST = sql`asked.started_unix desc nulls last, asked.map_name, asked.id desc`
const NEWER = sql`between unbounded preceding and 1 preceding`

/** A crossfire of two people. */
export interface PairCrossfire extends PairRound {
  readonly row_no: number
  readonly target_id: number
  readonly is_kill: boolean
  /** Null where the places of the round are not known. */
  readonly place: EndPlace | null
}

/**
 * Crossfires in which both took part, the newest first: of each map at least the newest so many, and of all maps at least
 * the newest so many that ended with a kill. Rounds beyond are not read.
 */
export async function pairCrossfires(
  db: Kysely<Database>,
  scope: Scope,
  { id1, id2 }: PairOfIds,
  least: { readonly of_map: number; readonly kills: number },
): Promise<readonly PairCrossfire[]> {
  const { rows } = await sql<Omit<PairCrossfire, 'place'>>`
    select asked.id as round_id, asked.map_name, asked.started_unix, asked.round_number, fight.row_no, fight.target_id,
      fight.cause = 'enemy' as is_kill
    from (
      select asked.*, pair.crossfire_kills,
        sum(pair.crossfire_count) over (partition by asked.map_name order by ${NEWEST} rows ${NEWER}) as newer_of_map,
        sum(pair.crossfire_kills) over (order by ${NEWEST} rows ${NEWER}) as newer_kills
      from (${asked(db, scope)}) asked
      join derived_pair pair on pair.round_id = asked.id
        and pair.player1_id = ${id1} and pair.player2_id = ${id2} and pair.crossfire_count > 0
    ) asked
    join derived_fight fight on fight.round_id = asked.id and fight.is_crossfire and fight.category <> 'bot'
      and fight.crossfire_ids @> array[${id1}::integer, ${id2}::integer]
    where coalesce(asked.newer_of_map, 0) < ${least.of_map}
      or asked.crossfire_kills > 0 and coalesce(asked.newer_kills, 0) < ${least.kills}
    order by ${NEWEST}`.execute(db)
  const rounds = Map.groupBy(rows, ({ round_id }) => round_id)
  const places = await placesOf(db, rounds)
  return [...rounds].flatMap(([round_id, fights]) => {
    const ofRound = places.get(round_id)
    return fights
      .map((fight) => ({ ...fight, place: ofRound?.get(fight.row_no) ?? null }))
      .sort((a, b) => (b.place?.end_time_ms ?? 0) - (a.place?.end_time_ms ?? 0) || b.row_no - a.row_no)
  })
}

/** Where some fights ended, by round and row. */
async function placesOf(
  db: Kysely<Database>,
  fights: ReadonlyMap<number, readonly { readonly row_no: number }[]>,
): Promise<ReadonlyMap<number, ReadonlyMap<number, EndPlace>>> {
  if (fights.size === 0) return new Map()
  const stored = db.selectFrom('derived_place').where('round_id', 'in', [...fights.keys()])
  const rounds = await stored.select(['round_id', 'places']).execute()
  return new Map(
    rounds.map(({ round_id, places }) => {
      const rows = new Set(fights.get(round_id)?.map(({ row_no }) => row_no))
      const found = new Map<number, EndPlace>()
      const add = (place: EndPlace & { readonly row_no: number }) => found.set(place.row_no, place)
      eachPlace(places, add, (row_no) => rows.has(row_no))
      return [round_id, found]
    }),
  )
}

/** Crossfires as moments. */
export async function crossfireMoments(
  db: Kysely<Database>,
  crossfires: readonly PairCrossfire[],
): Promise<readonly PairMoment[]> {
  if (crossfires.length === 0) return []
  const keys = crossfires.map(({ round_id, row_no }) => sql`(${round_id}::integer, ${row_no}::integer)`)
  const { rows } = await sql<Pick<PairMoment, 'round_id' | 'engagement_id' | 'time_ms'> & { readonly row_no: number }>`
    select round_id, row_no, engagement_id, end_time_ms as time_ms from fact_engagements
    where (round_id, row_no) in (${sql.join(keys)})`.execute(db)
  return crossfires.flatMap(({ place: _, row_no, ...crossfire }) => {
    const fight = rows.find((row) => row.round_id === crossfire.round_id && row.row_no === row_no)
    if (fight === undefined) return []
    return [{ ...crossfire, time_ms: fight.time_ms, engagement_id: fight.engagement_id }]
  })
}

/** The deaths of each that the other traded at a chance, the newest first; the time is that of the kill. */
export async function pairTrades(db: Kysely<Database>, scope: Scope, { id1, id2 }: PairOfIds, limit: number) {
  const { rows } = await sql<PairMoment>`
    select asked.id as round_id, asked.map_name, asked.started_unix, asked.round_number,
      fight.mates[at + 2] as time_ms, fact.engagement_id, fight.victim_id as target_id, true as is_kill
    from (
      select asked.* from (${asked(db, scope)}) asked
      join derived_pair pair on pair.round_id = asked.id and pair.player1_id = ${id1} and pair.player2_id = ${id2}
        and pair.trades_1_for_2 + pair.trades_2_for_1 > 0
      order by ${NEWEST}
      limit ${limit}
    ) asked
    join derived_trade fight on fight.round_id = asked.id and fight.victim_id in (${id1}, ${id2})
    cross join lateral generate_series(1, cardinality(fight.mates), ${MATE_NUMBERS}::integer) at
    join fact_engagements fact on fact.round_id = asked.id and fact.row_no = fight.row_no
    where fight.mates[at] = ${SUCCESS} and fight.mates[at + 1] = ${id1}::integer + ${id2}::integer - fight.victim_id
    order by ${NEWEST}, time_ms desc, fight.row_no desc
    limit ${limit}`.execute(db)
  return rows
}
