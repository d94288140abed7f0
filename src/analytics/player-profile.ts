import type { Kysely } from 'kysely'
import { meanOf } from '../metrics/rounding.ts'
import { intervalOf } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { className } from './classes.ts'
import { latestNames } from './latest-names.ts'
import { opponents } from './opponents.ts'
import type { Person } from './people.ts'
import { playerMaps } from './player-maps.ts'
import { playerMeans } from './player-means.ts'
import { reactionsOf } from './reactions.ts'
import { roundsIn, type Scope } from './scope.ts'

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

/** Everything about one person in a scope. */
export async function playerProfile(db: Kysely<Database>, scope: Scope, person: Person) {
  const names = await namesOf(db, person.id)
  return {
    guid: person.guid,
    name: names[0]?.name ?? '',
    kind: person.kind,
    ...(await playerMeans(db, scope, person.id)),
    names,
    maps: await playerMaps(db, scope, person.id),
    classes: await classesOf(db, scope, person.id),
    reactions: await reactionsOf(db, { ...scope, player_guid: person.guid }),
    partners: await partnersOf(db, scope, person.id),
    opponents: await opponents(db, scope, person.id),
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
    trades_for_interval: intervalOf(row.trades_for, row.trade_chances_for),
    trades_by_interval: intervalOf(row.trades_by, row.trade_chances_by),
  }))
}
