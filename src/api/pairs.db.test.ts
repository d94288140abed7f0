import { beforeAll, expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import type { ReplyAt } from '../contract/client.ts'
import { derive } from '../metrics/derive.ts'
import type { PairRow } from '../metrics/derived.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import { shareOf, synergyOf } from '../metrics/synergy.ts'
import { parseRound } from '../parser/parse-round.ts'
import { importRounds, type Served, serve } from './served.fixtures.ts'

// the second is a bot in a file of our own tracker
const WITH_BOT = ['^1Anvil', 'Botty', 'Cobalt', 'Birch', 'Ember', 'Dune']
const OTHERS = ['Birch', '^1Anvil', 'Flint', 'Dune', 'Cobalt', 'Ember']
// of several line-ups, the last with bots among people and with an outcome
const FILES = [
  ...Array.from({ length: 9 }, (_, i) => roundFile({ seed: i + 1, start: EVENING + 600 * i })),
  ...Array.from({ length: 9 }, (_, i) =>
    roundFile({ seed: i + 20, start: EVENING + 7_000 + 600 * i, players: OTHERS }),
  ),
  roundFile({
    ...{ seed: 30, start: EVENING + 86_400, build: 'Proximity 1', trailer: true, map_name: 'radar' },
    players: WITH_BOT,
  }),
]

/** The rows of all files with identifiers for people. */
const ROWS = FILES.flatMap(({ bytes }) => {
  const { round } = parseRound(bytes)
  const { pairs, trios, roster } = derive(round)
  const guid = (player: number) => roster.players[player]?.guid ?? ''
  const isHuman = (player: number) => roster.players[player]?.kind !== 'bot'
  const winner_team = round.rows.round_outcome[0]?.winner_team ?? null
  return [
    {
      winner_team,
      map_name: round.header.map_name,
      pairs: pairs
        .filter(({ player1, player2 }) => isHuman(player1) && isHuman(player2))
        .map((row) => ({ ...row, winner_team, guids: [guid(row.player1), guid(row.player2)] })),
      trios: trios
        .map((row) => ({ ...row, players: [row.player1, row.player2, row.player3] }))
        .filter(({ players }) => players.every(isHuman))
        .map((row) => ({ ...row, winner_team, guids: row.players.map(guid).sort() })),
    },
  ]
})
const PAIRS = ROWS.flatMap(({ pairs }) => pairs)
type Pair = (typeof PAIRS)[number]

const sum = <T>(rows: readonly T[], of: (row: T) => number | null) =>
  rows.reduce((total, row) => total + (of(row) ?? 0), 0)
const sumOf = (rows: readonly PairRow[], ...fields: readonly (keyof PairRow & string)[]) =>
  sum(rows, (row) => fields.reduce((total, field) => total + Number(row[field] ?? 0), 0))

/** What is measured, from the rows alone. */
function ratesOf(rows: readonly Pair[]) {
  return {
    crossfires: { done: sumOf(rows, 'crossfire_count'), chances: sumOf(rows, 'crossfire_chances') },
    crossfire_kills: { done: sumOf(rows, 'crossfire_kills'), chances: sumOf(rows, 'crossfire_count') },
    trades: {
      done: sumOf(rows, 'trades_1_for_2', 'trades_2_for_1'),
      chances: sumOf(rows, 'trade_chances_1_for_2', 'trade_chances_2_for_1'),
    },
    support: {
      done: sumOf(rows, 'supports_1_for_2', 'supports_2_for_1'),
      chances: sumOf(rows, 'support_chances_1_for_2', 'support_chances_2_for_1'),
    },
  }
}

const has = (guid: string) => (row: Pair) => row.guids.includes(guid)
const [BIRCH, DUNE] = [guidOf('Birch'), guidOf('Dune')]

type Card = ReplyAt<'/api/proximity/pairs/:guid1/:guid2'>
type Network = ReplyAt<'/api/proximity/pairs'>
type Trios = ReplyAt<'/api/proximity/trios'>

eachEngine(
  'pairs',
  (store) => {
    let served: Served
    beforeAll(async () => {
      await importRounds(store(), FILES)
      served = await serve(store())
    })
    const card = async (one = BIRCH, other = DUNE, query = '') =>
      (await served.get(`/api/proximity/pairs/${one}/${other}${query}`)) as unknown as Card

    test('every pair has the sums of its rows, the longest together first', async () => {
      const network = (await served.get('/api/proximity/pairs')) as unknown as Network
      const byPair = Map.groupBy(PAIRS, ({ guids }) => guids.join(' '))
      expect(network.total).toBe(byPair.size)
      for (const pair of network.pairs) {
        const guids = [network.people[pair.player1]?.guid, network.people[pair.player2]?.guid]
        const rows = byPair.get(guids.join(' ')) ?? []
        expect(pair).toMatchObject({
          rounds: rows.length,
          together_ms: sumOf(rows, 'together_ms'),
          rates: ratesOf(rows),
          results: {
            known: rows.filter(({ winner_team }) => winner_team !== null).length,
            won: rows.filter(({ winner_team, team }) => winner_team !== null && winner_team === team).length,
          },
        })
      }
      const times = network.pairs.map(({ together_ms }) => together_ms)
      expect(times).toEqual(times.toSorted((a, b) => b - a))
      const first = (await served.get('/api/proximity/pairs?limit=1')) as unknown as Network
      expect(first).toMatchObject({ total: byPair.size, pairs: [network.pairs[0]], people: { length: 2 } })
    })

    test('the card holds a pair against what each of the two does with others, from the rows alone', async () => {
      const found = await card()
      const both = PAIRS.filter(has(BIRCH)).filter(has(DUNE))
      const apart = (guid: string) => PAIRS.filter(has(guid)).filter((row) => !both.includes(row))
      const neither = PAIRS.filter((row) => !has(BIRCH)(row) && !has(DUNE)(row))
      expect(found.together.rates).toMatchObject(ratesOf(both))
      for (const { done, chances, interval } of Object.values(found.together.rates)) {
        const { low, high } = shareOf({ done, chances })
        expect(interval === null).toBe(chances === 0)
        expect(interval?.low ?? low).toBeCloseTo(low, 4)
        expect(interval?.high ?? high).toBeCloseTo(high, 4)
      }
      expect(found.player1).toMatchObject({ name: 'Birch', with_others: { rates: ratesOf(apart(BIRCH)) } })
      expect(found.player2).toMatchObject({ name: 'Dune', with_others: { rates: ratesOf(apart(DUNE)) } })
      expect(found.together.delay_ms).toEqual({
        value: Math.round((sumOf(both, 'delay_sum_ms') / sumOf(both, 'delay_count')) * 10) / 10,
        n: sumOf(both, 'delay_count'),
      })
      expect(found.synergy.crossfires).not.toBeNull()
      for (const measure of ['crossfires', 'trades', 'support'] as const) {
        const rates = [both, apart(BIRCH), apart(DUNE), neither].map((rows) => ratesOf(rows)[measure])
        const [pair, first, second, others] = rates as [Rate, Rate, Rate, Rate]
        const alone = synergyOf(pair, first, second, others, 1)
        if (alone === null) {
          expect(found.synergy[measure]).toBeNull()
          continue
        }
        expect(found.synergy[measure]?.effect.value).toBeCloseTo(alone.effect.value, 4)
        // cases of a round are alike, never less alike than chance makes them
        expect(found.synergy[measure]?.effect.low).toBeLessThanOrEqual(alone.effect.low + 1e-4)
      }
    })
    type Rate = Card['together']['rates']['trades']

    test('the card is the same pair in the list, and the same from the other side', async () => {
      const network = (await served.get('/api/proximity/pairs')) as unknown as Network
      const found = await card()
      const people = network.people.map(({ guid }) => guid)
      const listed = network.pairs.find(({ player1, player2 }) => people[player1] === BIRCH && people[player2] === DUNE)
      expect(found.together.rates).toMatchObject(listed?.rates ?? {})
      expect(found).toMatchObject({ synergy: listed?.synergy, results: listed?.results })
      const swapped = await card(DUNE, BIRCH)
      expect(swapped).toMatchObject({ player1: found.player2, player2: found.player1, synergy: found.synergy })
      expect(found.player1.for_the_other.trades.chances + found.player2.for_the_other.trades.chances).toBe(
        found.together.rates.trades.chances,
      )
    })

    test('trades and support have a direction', async () => {
      const rows = PAIRS.filter(has(BIRCH)).filter(has(DUNE))
      const { player1, player2 } = await card(DUNE, BIRCH)
      // in the rows Birch, with the smaller identifier, is the first
      expect(BIRCH < DUNE).toBe(true)
      expect(player1.for_the_other).toMatchObject({
        trades: { done: sumOf(rows, 'trades_2_for_1'), chances: sumOf(rows, 'trade_chances_2_for_1') },
        support: { done: sumOf(rows, 'supports_2_for_1'), chances: sumOf(rows, 'support_chances_2_for_1') },
      })
      expect(player2.for_the_other.support.chances).toBe(sumOf(rows, 'support_chances_1_for_2'))
    })

    test('maps hold their crossfires with places, and moments lead to crossfires with a kill first', async () => {
      const { maps, moments } = await card()
      const rows = PAIRS.filter(has(BIRCH)).filter(has(DUNE))
      expect(sum(maps, ({ crossfires }) => crossfires)).toBe(sumOf(rows, 'crossfire_count'))
      expect(sum(maps, ({ rounds }) => rounds)).toBe(rows.length)
      for (const map of maps) expect(map.places).toHaveLength(map.crossfires)
      expect(sum(maps, ({ places }) => places.filter(({ is_kill }) => is_kill).length)).toBe(
        sumOf(rows, 'crossfire_kills'),
      )
      expect(moments).toHaveLength(3)
      expect(moments[0]).toMatchObject({ what: 'crossfire', is_kill: true })
      const starts = moments.filter(({ what }) => what === 'crossfire').map(({ started_unix }) => started_unix ?? 0)
      expect(starts).toEqual(starts.toSorted((a, b) => b - a))
    })

    test('results without each other are those of the other rounds', async () => {
      const anvil = guidOf('^1Anvil')
      const { player1, player2, results } = await card(BIRCH, anvil, '?map_name=radar')
      const [{ winner_team }] = ROWS.slice(-1) as [(typeof ROWS)[number]]
      // enemies in the only round with an outcome: Birch on Allies, Anvil on Axis
      expect(results).toEqual({ known: 0, won: 0, interval: null })
      expect(player1.results_without).toMatchObject({ rounds: 1, known: 1, won: winner_team === 'ALLIES' ? 1 : 0 })
      expect(player2.results_without).toMatchObject({ rounds: 1, known: 1, won: winner_team === 'AXIS' ? 1 : 0 })
    })

    test('trios have the sums of their rows, and few chances never stand above many', async () => {
      const found = (await served.get('/api/proximity/trios')) as unknown as Trios
      const byTrio = Map.groupBy(
        ROWS.flatMap(({ trios }) => trios),
        ({ guids }) => guids.join(' '),
      )
      expect(found.total).toBe(byTrio.size)
      expect(byTrio.size).toBeGreaterThan(2)
      for (const trio of found.trios) {
        const rows = byTrio.get(trio.players.map((player) => found.people[player]?.guid).join(' ')) ?? []
        expect(trio).toMatchObject({
          rounds: rows.length,
          together_ms: sum(rows, ({ together_ms }) => together_ms),
          crossfires: {
            done: sum(rows, ({ crossfire_count }) => crossfire_count),
            chances: sum(rows, ({ crossfire_chances }) => crossfire_chances),
          },
          crossfires_of_three: sum(rows, ({ crossfires_of_three }) => crossfires_of_three),
          results: { known: rows.filter(({ winner_team }) => winner_team !== null).length },
        })
      }
      const few = found.trios.map(({ crossfires }) => crossfires.chances < 20)
      expect(few).toEqual(few.toSorted())
    })

    test('nobody, a bot, and one person twice are no pair; two who never met are one without rounds', async () => {
      const bot = await store()
        .db.selectFrom('player')
        .where('kind', '=', 'bot')
        .select('guid')
        .executeTakeFirstOrThrow()
      for (const [one, other] of [
        [BIRCH, 'F'.repeat(32)],
        [BIRCH, bot.guid],
        [BIRCH, BIRCH],
      ] as const) {
        expect((await served.ask(`/api/proximity/pairs/${one}/${other}`)).status).toBe(404)
      }
      expect(await card(BIRCH, DUNE, '?map_name=nowhere')).toMatchObject({
        status: 'prototype',
        rounds: 0,
        together: { rates: { crossfires: { done: 0, chances: 0 } }, delay_ms: { value: null, n: 0 } },
        synergy: { crossfires: null },
        maps: [],
        moments: [],
      })
    })

    test('rounds from before are said to lack chances, and bring nothing into the rates', async () => {
      const { db } = store()
      const before = await card()
      expect(before.rounds_without_chances).toBe(0)
      const { id } = await db.selectFrom('rounds').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()
      const rows = await db.selectFrom('derived_pair').selectAll().where('round_id', '=', id).execute()
      const pair = PAIRS.filter(has(BIRCH)).filter(has(DUNE))[0]
      await db.updateTable('derived_pair').set({ crossfire_chances: null }).where('round_id', '=', id).execute()
      await db
        .updateTable('data_version')
        .set(({ eb }) => ({ version: eb('version', '+', 1) }))
        .execute()
      const after = await card()
      expect(rows.length).toBeGreaterThan(0)
      expect(after.rounds_without_chances).toBe(1)
      expect(before.together.rates.crossfires.done - after.together.rates.crossfires.done).toBe(pair?.crossfire_count)
      expect(after.together.rates.crossfire_kills).toEqual(before.together.rates.crossfire_kills)
    })
  },
  { keep: true },
)
