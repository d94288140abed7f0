import { expect, test } from 'vitest'
import type { PlayerTrack } from '../format/core-sections.ts'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aPath, aRound, aTrack, guidOf, type PathPoint, standing } from './round.fixtures.ts'

// `Victim` of Allies dies at 10,000 ms at the map's zero point, killed by `Killer` of Axis.
const DEATH = 10_000
const death = anEngagement('Victim', {
  start_time_ms: 9000,
  end_time_ms: DEATH,
  attackers: [anAttacker('Killer', { first_hit_ms: 9000 })],
  killer: 'Killer',
})

type Over = Partial<PlayerTrack>
const mate = (x: number, over: Over = {}, name = 'Mate') =>
  aTrack(name, { team: 'ALLIES', death_time_ms: 20_000, path: standing(0, 20_000, x, 0), ...over })
const hit = (first_hit_ms: number, last_hit_ms = first_hit_ms, name = 'Mate') =>
  anAttacker(name, { team: 'ALLIES', first_hit_ms, last_hit_ms })
const onKiller = (attackers: ReturnType<typeof hit>[], over: Parameters<typeof anEngagement>[1] = {}) =>
  anEngagement('Killer', { target_team: 'AXIS', attackers, ...over })

/** The row of the death, with names for numbers. */
function tradeOf(tracks: readonly PlayerTrack[], ...engagements: ReturnType<typeof anEngagement>[]) {
  const { trades, roster, players } = derive(aRound({ engagements: [death, ...engagements], player_tracks: tracks }))
  const trade = trades.find(({ row_no }) => row_no === 0)
  if (!trade) return { events: trades.length }
  const names = (rows: readonly { readonly player: number }[]) => rows.map(({ player }) => roster.players[player]?.name)
  return {
    events: trades.length,
    opportunities: names(trade.opportunities),
    attempts: names(trade.attempts),
    successes: names(trade.successes),
    missed: names(trade.missed),
    nearest: trade.nearest_teammate_dist,
    isolated: trade.is_isolation_death,
    trade,
    sums: (name: string) => players[roster.players.findIndex(({ guid }) => guid === guidOf(name))],
  }
}

test('a mate within 800 units could trade, in the plane and at the edge too', () => {
  expect(tradeOf([mate(800)])).toMatchObject({ opportunities: ['Mate'], nearest: 800, isolated: false })
  expect(tradeOf([mate(800.1)])).toMatchObject({ opportunities: [], nearest: 800.1 })
  const high = standing(0, 20_000, 480, 640)
  expect(tradeOf([mate(0, { path: { ...high, z: high.z.fill(5000) } })])).toMatchObject({ opportunities: ['Mate'] })
})

test('enemies and the victim himself are no mates', () => {
  expect(tradeOf([mate(10, { team: 'AXIS' }), mate(0, {}, 'Victim')])).toMatchObject({
    opportunities: [],
    nearest: null,
  })
})

test('a mate must be alive at the death, its first and last moment included', () => {
  const until = (death_time_ms: number) =>
    tradeOf([mate(10, { death_time_ms, path: standing(0, death_time_ms, 10, 0) })])
  expect(until(DEATH)).toMatchObject({ opportunities: ['Mate'] })
  expect(until(DEATH - 1)).toMatchObject({ opportunities: [] })
  const since = (spawn_time_ms: number) =>
    tradeOf([mate(10, { spawn_time_ms, path: standing(spawn_time_ms, 20_000, 10, 0) })])
  expect(since(DEATH)).toMatchObject({ opportunities: ['Mate'] })
  expect(since(DEATH + 1)).toMatchObject({ opportunities: [] })
})

test('the place of a mate is his point nearest in time, at most 1,500 ms away; of two equally near the earlier', () => {
  const placed = (...points: PathPoint[]) => tradeOf([mate(0, { path: aPath(points) })])
  expect(placed([DEATH - 1500, 10, 0])).toMatchObject({ nearest: 10, trade: { opportunities: [{ delta_ms: 1500 }] } })
  expect(placed([DEATH - 1501, 10, 0])).toMatchObject({ nearest: null, isolated: true })
  expect(placed([DEATH - 300, 10, 0], [DEATH + 299, 20, 0])).toMatchObject({ nearest: 20 })
  expect(placed([DEATH - 300, 10, 0], [DEATH + 300, 20, 0])).toMatchObject({ nearest: 10 })
})

test('the camera at the end of a round is no place of a mate', () => {
  const path = aPath([
    [DEATH - 1000, 100, 0],
    [DEATH + 100, 5000, 0, { event: 'round_end' }],
  ])
  expect(tradeOf([mate(0, { death_time_ms: DEATH + 100, path })])).toMatchObject({ nearest: 100 })
})

test('a mate whose lives overlap in the file counts once, with the later life', () => {
  const earlier = mate(700, { death_time_ms: 12_000 })
  const later = mate(50, { spawn_time_ms: 9900, path: standing(9900, 20_000, 50, 0) })
  expect(tradeOf([earlier, later])).toMatchObject({ opportunities: ['Mate'], nearest: 50 })
  expect(tradeOf([later, earlier])).toMatchObject({ opportunities: ['Mate'], nearest: 50 })
})

test('only deaths by enemies can be traded', () => {
  const victim = (killer?: string) =>
    anEngagement('Victim', {
      attackers: [anAttacker('Killer'), anAttacker('Clumsy', { team: 'ALLIES' })],
      outcome: 'killed',
      ...(killer && { killer }),
    })
  const { trades, players } = derive(
    aRound({ engagements: [victim('Victim'), victim('Clumsy'), victim()], player_tracks: [mate(10)] }),
  )
  expect(trades).toEqual([])
  expect(players.every(({ tradable_deaths }) => tradable_deaths === 0)).toBe(true)
})

test('a round without lives tells nothing about trades', () => {
  expect(tradeOf([])).toEqual({ events: 0 })
})

test('a mate who hits the killer from the death until 3 s later tries to trade, both ends included', () => {
  const tries = (first: number, last?: number) => tradeOf([mate(10)], onKiller([hit(first, last)])).attempts
  expect(tries(DEATH)).toEqual(['Mate'])
  expect(tries(DEATH + 3000)).toEqual(['Mate'])
  expect(tries(DEATH + 3001)).toEqual([])
  expect(tries(DEATH - 1)).toEqual([])
})

test('a mate who was fighting the killer already and goes on tries too', () => {
  expect(tradeOf([mate(10)], onKiller([hit(DEATH - 4000, DEATH)]))).toMatchObject({ attempts: ['Mate'], missed: [] })
  expect(tradeOf([mate(10)], onKiller([hit(DEATH - 4000, DEATH - 1)]))).toMatchObject({
    attempts: [],
    missed: ['Mate'],
  })
})

test('a try needs no chance, counts once, and is told by its earliest hit', () => {
  const row = tradeOf([mate(5000)], onKiller([hit(DEATH + 900)]), onKiller([hit(DEATH + 500)]))
  expect(row).toMatchObject({
    opportunities: [],
    attempts: ['Mate'],
    trade: { attempts: [{ first_hit_ms: DEATH + 500 }] },
  })
})

test('hits on the killer by his own side, and by the victim himself, are no tries', () => {
  const friendly = anAttacker('Clumsy', { first_hit_ms: DEATH + 100 })
  expect(tradeOf([mate(10)], onKiller([friendly, hit(DEATH + 100, DEATH + 100, 'Victim')])).attempts).toEqual([])
})

test('each mate answers for himself: one who did nothing missed his chance though another one tried', () => {
  const row = tradeOf([mate(10), mate(20, {}, 'Other')], onKiller([hit(DEATH + 100)]))
  expect(row).toMatchObject({ opportunities: ['Mate', 'Other'], attempts: ['Mate'], missed: ['Other'] })
})

test('a trade is a kill of the killer by a mate from the death until 3 s later, both ends included', () => {
  const trades = (end_time_ms: number) =>
    tradeOf([mate(10)], onKiller([hit(DEATH - 100, end_time_ms)], { end_time_ms, killer: 'Mate' })).successes
  expect([DEATH - 1, DEATH, DEATH + 3000, DEATH + 3001].map(trades)).toEqual([[], ['Mate'], ['Mate'], []])
})

test('a mate who kills the killer twice traded once, at the first time', () => {
  const kill = (end_time_ms: number) => onKiller([hit(DEATH + 100)], { end_time_ms, killer: 'Mate' })
  expect(tradeOf([mate(10)], kill(DEATH + 200), kill(DEATH + 2000))).toMatchObject({
    trade: { successes: [{ kill_time_ms: DEATH + 200 }] },
  })
})

test('a kill by who is of neither side any more is no trade', () => {
  const left = anAttacker('Left', { team: 'SPEC', first_hit_ms: DEATH })
  const kill = onKiller([left], { end_time_ms: DEATH + 100, killer: 'Left' })
  expect(tradeOf([mate(10)], kill)).toMatchObject({ attempts: [], successes: [] })
})

test('a killer who dies by the world, his own side or the victim himself is not traded', () => {
  const end_time_ms = DEATH + 500
  const dies = (killer?: string) =>
    tradeOf(
      [mate(10)],
      onKiller([hit(DEATH + 100), hit(DEATH + 100, DEATH + 100, 'Victim'), anAttacker('Clumsy')], {
        end_time_ms,
        outcome: 'killed',
        ...(killer && { killer }),
      }),
    ).successes
  expect(['Mate', undefined, 'Killer', 'Clumsy', 'Victim'].map(dies)).toEqual([['Mate'], [], [], [], []])
})

test('a death is isolated when the nearest mate is more than 1,200 units away, or none is known', () => {
  expect(tradeOf([mate(1200)])).toMatchObject({ isolated: false, opportunities: [] })
  expect(tradeOf([mate(1200.1)])).toMatchObject({ isolated: true })
  expect(tradeOf([mate(10, { team: 'AXIS' })])).toMatchObject({ isolated: true, nearest: null })
})

test('a death that nobody avenged is tradable and not traded', () => {
  expect(tradeOf([mate(10)]).sums?.('Victim')).toMatchObject({ tradable_deaths: 1, traded_deaths: 0 })
})

test('the sums keep trades at a chance apart from trades from afar', () => {
  const success = onKiller([hit(DEATH + 100)], { end_time_ms: DEATH + 200, killer: 'Mate' })
  const near = tradeOf([mate(10)], success)
  expect(near.sums?.('Mate')).toMatchObject({
    trade_opportunities: 1,
    trade_successes: 1,
    trade_opportunity_successes: 1,
  })
  expect(near.sums?.('Victim')).toMatchObject({ tradable_deaths: 1, traded_deaths: 1, isolation_deaths: 0 })
  const far = tradeOf([mate(5000)], success)
  expect(far.sums?.('Mate')).toMatchObject({
    trade_opportunities: 0,
    trade_successes: 1,
    trade_opportunity_successes: 0,
  })
  expect(far.sums?.('Victim')).toMatchObject({ tradable_deaths: 1, traded_deaths: 1, isolation_deaths: 1 })
})
