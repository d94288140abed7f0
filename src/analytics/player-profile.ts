import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { PLAYER_SUMS, type PlayerSums } from '../store/player-sums.ts'
import { className } from './classes.ts'
import { latestNames } from './latest-names.ts'
import { meanOf, percentOf, rounded } from './rounding.ts'
import { countedRounds, playerOf, roundsIn, type Scope } from './scope.ts'

/** Partners shown. */
const MOST_PARTNERS = 50

const PAIR_COLUMNS = ['together_ms', 'crossfire_count', 'crossfire_kills', 'delay_sum_ms', 'delay_count'] as const

const SEEN_FROM = {
  first: [
    ...PAIR_COLUMNS,
    'player2_id as partner_id',
    'trade_chances_1_for_2 as trade_chances_for',
    'trades_1_for_2 as trades_for',
    'trade_chances_2_for_1 as trade_chances_by',
    'trades_2_for_1 as trades_by',
  ],
  second: [
    ...PAIR_COLUMNS,
    'player1_id as partner_id',
    'trade_chances_2_for_1 as trade_chances_for',
    'trades_2_for_1 as trades_for',
    'trade_chances_1_for_2 as trade_chances_by',
    'trades_1_for_2 as trades_by',
  ],
} as const

/** Everything about one person in a scope; undefined if nobody has the identifier. Bots have no profile. */
export async function playerProfile(db: Kysely<Database>, scope: Scope, guid: string) {
  const person = await db
    .selectFrom('player')
    .selectAll()
    .where('id', '=', playerOf(db, guid))
    .where('kind', '<>', 'bot')
    .executeTakeFirst()
  if (person === undefined) return undefined
  const names = await namesOf(db, person.id)
  const { rounds, first_seen_unix, last_seen_unix, ...sums } = await sumsOf(db, scope, person.id)
  const filled = Object.fromEntries(PLAYER_SUMS.map((name) => [name, rounded(sums[name] ?? 0, 1)])) as PlayerSums
  return {
    guid: person.guid,
    name: names[0]?.name ?? '',
    kind: person.kind,
    rounds,
    first_seen_unix,
    last_seen_unix,
    sums: filled,
    means: meansOf(filled),
    names,
    maps: await mapsOf(db, scope, person.id),
    classes: await classesOf(db, scope, person.id),
    partners: await partnersOf(db, scope, person.id),
  }
}

function sumsOf(db: Kysely<Database>, scope: Scope, id: number) {
  return countedRounds(db, scope)
    .innerJoin('derived_player', 'derived_player.round_id', 'rounds.id')
    .where('derived_player.player_id', '=', id)
    .select(({ fn }) => [
      fn.countAll<number>().as('rounds'),
      fn.min<number | null>('rounds.started_unix').as('first_seen_unix'),
      fn.max<number | null>('rounds.started_unix').as('last_seen_unix'),
      ...PLAYER_SUMS.map((name) => fn.sum<number | null>(`derived_player.${name}`).as(name)),
    ])
    .executeTakeFirstOrThrow()
}

/** Means and rates with the number of cases. */
function meansOf(sums: PlayerSums) {
  const mean = (sum: number, n: number, places: number) => ({ value: meanOf(sum, n, places), n })
  const rate = (part: number, n: number) => ({ value: percentOf(part, n, 1), n })
  return {
    fight_duration_ms: mean(sums.target_duration_sum_ms, sums.times_targeted, 0),
    escape_distance: mean(sums.escape_distance_sum, sums.escape_count, 1),
    focus_escape_pct: rate(sums.focus_escapes, sums.times_focused),
    solo_escape_pct: rate(sums.solo_escapes, sums.times_targeted - sums.times_focused),
    crossfire_delay_ms: mean(sums.crossfire_delay_sum_ms, sums.crossfire_delay_count, 1),
    crossfire_kill_pct: rate(sums.crossfire_kills, sums.crossfire_participations),
    trade_success_pct: rate(sums.trade_opportunity_successes, sums.trade_opportunities),
    traded_death_pct: rate(sums.traded_deaths, sums.tradable_deaths),
    isolation_death_pct: rate(sums.isolation_deaths, sums.tradable_deaths),
    support_uptime_pct: rate(sums.support_samples, sums.total_samples),
    life_duration_ms: mean(sums.life_duration_sum_ms, sums.life_duration_count, 0),
    life_distance: mean(sums.distance_sum, sums.distance_count, 1),
    avg_speed: mean(sums.speed_sum, sums.speed_count, 2),
    sprint_percentage: mean(sums.sprint_percentage_sum, sums.sprint_percentage_count, 1),
    time_to_first_move_ms: mean(sums.first_move_sum_ms, sums.first_move_count, 0),
  }
}

/** Every name ever used, the latest first. */
function namesOf(db: Kysely<Database>, id: number) {
  return db
    .selectFrom('round_name')
    .innerJoin('rounds', 'rounds.id', 'round_name.round_id')
    .where('round_name.player_id', '=', id)
    .groupBy('round_name.name')
    .select(({ fn }) => [
      'round_name.name',
      fn.count<number>('rounds.id').distinct().as('rounds'),
      fn.max<number | null>('rounds.started_unix').as('last_seen_unix'),
    ])
    .orderBy('last_seen_unix', (order) => order.desc().nullsLast())
    .orderBy(({ fn }) => fn.max('rounds.id'), 'desc')
    .orderBy(({ fn }) => fn.max('round_name.name_no'), 'desc')
    .execute()
}

function mapsOf(db: Kysely<Database>, scope: Scope, id: number) {
  return countedRounds(db, scope)
    .innerJoin('derived_player', 'derived_player.round_id', 'rounds.id')
    .where('derived_player.player_id', '=', id)
    .groupBy('rounds.map_name')
    .select(({ fn }) => ['rounds.map_name', fn.countAll<number>().as('rounds')])
    .orderBy('rounds', 'desc')
    .orderBy('rounds.map_name')
    .execute()
}

async function classesOf(db: Kysely<Database>, scope: Scope, id: number) {
  const rows = await db
    .selectFrom('derived_class')
    .where('round_id', 'in', roundsIn(db, scope))
    .where('player_id', '=', id)
    .groupBy('player_class')
    .select(({ fn }) => [
      'player_class',
      fn.sum<number>('lives').as('lives'),
      fn.sum<number>('duration_sum_ms').as('alive_ms'),
    ])
    .orderBy('lives', 'desc')
    .orderBy('player_class')
    .execute()
  return rows.map((row) => ({ ...row, player_class: className(row.player_class) }))
}

/** People on his side by time together; equal ones go by identifier. */
async function partnersOf(db: Kysely<Database>, scope: Scope, id: number) {
  const pairs = db.selectFrom('derived_pair').where('round_id', 'in', roundsIn(db, scope))
  const asFirst = pairs.where('player1_id', '=', id).select(SEEN_FROM.first)
  const asSecond = pairs.where('player2_id', '=', id).select(SEEN_FROM.second)
  const rows = await db
    .selectFrom(asFirst.unionAll(asSecond).as('pair'))
    .innerJoin('player', 'player.id', 'pair.partner_id')
    .where('player.kind', '<>', 'bot')
    .groupBy(['player.id'])
    .select(({ fn }) => [
      'player.id',
      'player.guid',
      fn.countAll<number>().as('rounds'),
      fn.sum<number>('pair.together_ms').as('together_ms'),
      fn.sum<number>('pair.crossfire_count').as('crossfire_count'),
      fn.sum<number>('pair.crossfire_kills').as('crossfire_kills'),
      fn.sum<number>('pair.delay_sum_ms').as('delay_sum_ms'),
      fn.sum<number>('pair.delay_count').as('delay_count'),
      fn.sum<number>('pair.trade_chances_for').as('trade_chances_for'),
      fn.sum<number>('pair.trades_for').as('trades_for'),
      fn.sum<number>('pair.trade_chances_by').as('trade_chances_by'),
      fn.sum<number>('pair.trades_by').as('trades_by'),
    ])
    .orderBy('together_ms', 'desc')
    .orderBy('player.guid')
    .limit(MOST_PARTNERS)
    .execute()
  const names = await latestNames(
    db,
    rows.map((row) => row.id),
  )
  return rows.map(({ id: partner, delay_sum_ms, delay_count, ...row }) => ({
    ...row,
    name: names.get(partner) ?? '',
    avg_delay_ms: meanOf(delay_sum_ms, delay_count, 1),
  }))
}
