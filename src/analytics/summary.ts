import { type Kysely, sql } from 'kysely'
import { meanOf, percentOf } from '../metrics/rounding.ts'
import { intervalOf } from '../metrics/share-interval.ts'
import { differentCells } from '../store/area-bytes.ts'
import type { Database } from '../store/database.ts'
import { duos } from './duos.ts'
import { peopleIn } from './people.ts'
import { countedRounds, roundsIn, type Scope } from './scope.ts'
import { totals } from './totals.ts'

const TOP_DUOS = 10

const LIFE_SUMS = [
  'lives',
  'distance_sum',
  'distance_count',
  'speed_sum',
  'speed_count',
  'sprint_percentage_sum',
  'sprint_percentage_count',
  'first_move_sum_ms',
  'first_move_count',
] as const

/** Key figures of a scope. */
export async function summary(db: Kysely<Database>, scope: Scope) {
  const fights = await fightSums(db, scope)
  const lives = await lifeSums(db, scope)
  const part = (cases: number | null) => intervalOf(cases ?? 0, fights.fights ?? 0)
  return {
    total_engagements: fights.fights ?? 0,
    avg_distance_m: meanOf(fights.distance_sum, fights.fights, 1),
    crossfire_events: fights.crossfires ?? 0,
    hotzones: await cellCount(db, scope),
    avg_duration_ms: meanOf(fights.duration_sum_ms, fights.fights, 0),
    avg_attackers: meanOf(fights.attackers_sum, fights.fights, 2),
    escape_rate_pct: percentOf(fights.escaped, fights.fights, 1),
    kill_rate_pct: percentOf(fights.killed, fights.fights, 1),
    killed: fights.killed ?? 0,
    escaped: fights.escaped ?? 0,
    intervals: {
      killed: part(fights.killed),
      escaped: part(fights.escaped),
      crossfire_events: part(fights.crossfires),
    },
    unique_players: lives.players,
    avg_track_distance_m: meanOf(lives.distance_sum, lives.distance_count, 1),
    avg_speed: meanOf(lives.speed_sum, lives.speed_count, 2),
    avg_sprint_pct: meanOf(lives.sprint_percentage_sum, lives.sprint_percentage_count, 1),
    avg_time_to_first_move_ms: meanOf(lives.first_move_sum_ms, lives.first_move_count, 0),
    sample_rounds: fights.rounds,
    tracks: lives.lives,
    shapes: {
      '1v1': fights.shape_1v1 ?? 0,
      '2v1': fights.shape_2v1 ?? 0,
      '2v2': fights.shape_2v2 ?? 0,
      '1v2': fights.shape_1v2 ?? 0,
      other: fights.shape_other ?? 0,
    },
    top_duos: await duos(db, scope, TOP_DUOS),
  }
}

function fightSums(db: Kysely<Database>, scope: Scope) {
  return db
    .selectFrom('derived_round')
    .where('round_id', 'in', roundsIn(db, scope))
    .select(({ fn }) => [
      fn.countAll<number>().as('rounds'),
      fn.sum<number | null>('fights').as('fights'),
      fn.sum<number | null>('killed').as('killed'),
      fn.sum<number | null>('escaped').as('escaped'),
      fn.sum<number | null>('crossfires').as('crossfires'),
      fn.sum<number | null>('distance_sum').as('distance_sum'),
      fn.sum<number | null>('duration_sum_ms').as('duration_sum_ms'),
      fn.sum<number | null>('attackers_sum').as('attackers_sum'),
      fn.sum<number | null>('shape_1v1').as('shape_1v1'),
      fn.sum<number | null>('shape_2v1').as('shape_2v1'),
      fn.sum<number | null>('shape_2v2').as('shape_2v2'),
      fn.sum<number | null>('shape_1v2').as('shape_1v2'),
      fn.sum<number | null>('shape_other').as('shape_other'),
    ])
    .executeTakeFirstOrThrow()
}

/** Sums of the lives of people, and how many people. */
async function lifeSums(db: Kysely<Database>, scope: Scope) {
  // by person: counting different people in the database would sort every row
  const rows = await peopleIn(db, scope)
    .where('lives', '>', 0)
    .groupBy('player_id')
    .select(({ fn }) => LIFE_SUMS.map((name) => fn.sum<number>(name).as(name)))
    .execute()
  return { players: rows.length, ...totals(rows, LIFE_SUMS) }
}

/** Cells, by map, in which fights ended. */
async function cellCount(db: Kysely<Database>, scope: Scope): Promise<number> {
  const maps = await countedRounds(db, scope)
    .innerJoin('derived_area', 'derived_area.round_id', 'rounds.id')
    .groupBy('rounds.map_name')
    .select(sql<Uint8Array>`string_agg(derived_area.fight_places, '')`.as('cells'))
    .execute()
  return maps.reduce((sum, { cells }) => sum + differentCells(cells), 0)
}
