import { type Kysely, sql } from 'kysely'
import { meanOf } from '../metrics/rounding.ts'
import { intervalOf } from '../metrics/share-interval.ts'
import type { Database } from '../store/database.ts'
import { namedPeople } from './named-people.ts'
import { crossfireMoments, type PairOfIds, pairCrossfires, pairTrades } from './pair-moments.ts'
import { backgroundOf, comparedWith, NO_RATES, ratesOf, ratesTold, withInterval } from './pair-rates.ts'
import { type PairSums, pairSums } from './pair-sums.ts'
import { countedRounds, playerOf, type Scope } from './scope.ts'

const MOST_PLACES = 200
const MOST_MOMENTS = 3

/** Two people together, and each with others; undefined if one of them is nobody, a bot, or the other one. */
export async function pairCard(db: Kysely<Database>, scope: Scope, guid1: string, guid2: string) {
  const [first, second] = [await personOf(db, guid1), await personOf(db, guid2)]
  if (first === undefined || second === undefined || first.id === second.id) return undefined
  const all = await pairSums(db, scope)
  // the rows name the one with the smaller guid first, the question whomever it likes
  const isSwapped = second.guid < first.guid
  const ids: PairOfIds = isSwapped ? { id1: second.id, id2: first.id } : { id1: first.id, id2: second.id }
  const isIn = (pair: PairSums, id: number) => pair.player1_id === id || pair.player2_id === id
  const both = all.find((pair) => pair.player1_id === ids.id1 && pair.player2_id === ids.id2)
  const delayOf = (pairs: readonly PairSums[]) => {
    const sum = pairs.reduce((total, { delay_sum_ms }) => total + delay_sum_ms, 0)
    const n = pairs.reduce((total, { delay_count }) => total + delay_count, 0)
    return { value: meanOf(sum, n, 1), n }
  }
  const rates = both === undefined ? NO_RATES : ratesOf(both)
  const apart = comparedWith(backgroundOf(all), rates, first.id, second.id)
  const [one_for_two, two_for_one] = isSwapped
    ? [waysOf(both, '2_for_1'), waysOf(both, '1_for_2')]
    : [waysOf(both, '1_for_2'), waysOf(both, '2_for_1')]
  const named = await namedPeople(db, [first.id, second.id])
  const without = await resultsWithout(db, scope, ids)
  const personSide = (person: Person, own: typeof apart.first, ways: typeof one_for_two) => ({
    ...named(person.id),
    with_others: {
      rates: ratesTold(own),
      delay_ms: delayOf(all.filter((pair) => pair !== both && isIn(pair, person.id))),
    },
    results_without: without(person.id),
    for_the_other: ways,
  })
  return {
    player1: personSide(first, apart.first, one_for_two),
    player2: personSide(second, apart.second, two_for_one),
    rounds: both?.rounds ?? 0,
    together_ms: both?.together_ms ?? 0,
    together: { rates: ratesTold(rates), delay_ms: delayOf(both === undefined ? [] : [both]) },
    synergy: apart.synergy,
    results: resultsTold(both?.known ?? 0, both?.won ?? 0),
    ...(await eventsOf(db, scope, ids)),
  }
}

interface Person {
  readonly id: number
  readonly guid: string
}

function personOf(db: Kysely<Database>, guid: string): Promise<Person | undefined> {
  return db
    .selectFrom('player')
    .select(['id', 'guid'])
    .where('id', '=', playerOf(db, guid))
    .where('kind', '<>', 'bot')
    .executeTakeFirst()
}

function waysOf(pair: PairSums | undefined, way: '1_for_2' | '2_for_1') {
  return {
    trades: withInterval({ done: pair?.[`trades_${way}`] ?? 0, chances: pair?.[`trade_chances_${way}`] ?? 0 }),
    support: withInterval({ done: pair?.[`supports_${way}`] ?? 0, chances: pair?.[`support_chances_${way}`] ?? 0 }),
  }
}

function resultsTold(known: number, won: number) {
  return { known, won, interval: intervalOf(won, known) }
}

/** Results of each in the rounds in which the two were not together, by person. */
async function resultsWithout(db: Kysely<Database>, scope: Scope, { id1, id2 }: PairOfIds) {
  const rows = await countedRounds(db, scope)
    .innerJoin('derived_player as person', 'person.round_id', 'rounds.id')
    .where('person.player_id', 'in', [id1, id2])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('derived_pair as pair')
            .whereRef('pair.round_id', '=', 'rounds.id')
            .where('pair.player1_id', '=', id1)
            .where('pair.player2_id', '=', id2)
            .where('pair.together_ms', '>', 0),
        ),
      ),
    )
    .groupBy('person.player_id')
    .select(({ fn }) => [
      'person.player_id',
      fn.countAll<number>().as('rounds'),
      fn.countAll<number>().filterWhere('rounds.winner_team', 'in', [1, 2]).as('known'),
      fn
        .countAll<number>()
        .filterWhere(sql<boolean>`rounds.winner_team = case when person.axis_ms >= person.allies_ms then 1 else 2 end`)
        .as('won'),
    ])
    .execute()
  const byPerson = new Map(rows.map(({ player_id, ...results }) => [player_id, results]))
  return (id: number) => {
    const { rounds, known, won } = byPerson.get(id) ?? { rounds: 0, known: 0, won: 0 }
    return { rounds, ...resultsTold(known, won) }
  }
}

/** Maps with places, and moments. */
async function eventsOf(db: Kysely<Database>, scope: Scope, ids: PairOfIds) {
  const crossfires = await pairCrossfires(db, scope, ids, { of_map: MOST_PLACES, kills: MOST_MOMENTS })
  const trades = await pairTrades(db, scope, ids, MOST_MOMENTS)
  const kills = crossfires.filter(({ is_kill }) => is_kill).slice(0, MOST_MOMENTS)
  const room = Math.max(0, MOST_MOMENTS - kills.length - trades.length)
  const others = crossfires.filter(({ is_kill }) => !is_kill).slice(0, room)
  const told = (await crossfireMoments(db, [...kills, ...others])).map((one) => ({
    ...one,
    what: 'crossfire' as const,
  }))
  const found = [
    ...told.filter(({ is_kill }) => is_kill),
    ...trades.map((one) => ({ ...one, what: 'trade' as const })),
    ...told.filter(({ is_kill }) => !is_kill),
  ].slice(0, MOST_MOMENTS)
  const named = await namedPeople(
    db,
    found.map(({ target_id }) => target_id),
  )
  const maps = await mapsOf(db, scope, ids)
  return {
    maps: maps.map((map) => ({
      ...map,
      places: crossfires
        .flatMap(({ map_name, place, is_kill }) =>
          map_name === map.map_name && place !== null ? [{ x: place.x, y: place.y, is_kill }] : [],
        )
        .slice(0, MOST_PLACES),
    })),
    moments: found.map(({ what, round_id, map_name, started_unix, round_number, ...one }) => ({
      ...{ what, round_id, map_name, started_unix, round_number },
      ...{ time_ms: one.time_ms, engagement_id: one.engagement_id, is_kill: one.is_kill },
      target: named(one.target_id),
    })),
  }
}

function mapsOf(db: Kysely<Database>, scope: Scope, { id1, id2 }: PairOfIds) {
  return countedRounds(db, scope)
    .innerJoin('derived_pair as pair', 'pair.round_id', 'rounds.id')
    .where('pair.player1_id', '=', id1)
    .where('pair.player2_id', '=', id2)
    .groupBy('rounds.map_name')
    .select(({ fn }) => [
      'rounds.map_name',
      fn.countAll<number>().as('rounds'),
      fn.sum<number>('pair.crossfire_count').as('crossfires'),
    ])
    .orderBy('crossfires', 'desc')
    .orderBy('rounds', 'desc')
    .orderBy('rounds.map_name')
    .execute()
}
