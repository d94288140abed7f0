import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound, aTrack, guidOf, standing } from './round.fixtures.ts'

/** The pairs of a round, with names for numbers. */
function pairsOf(rows: Parameters<typeof aRound>[0]) {
  const { pairs, roster } = derive(aRound(rows))
  return pairs.map((pair) => ({
    ...pair,
    names: [pair.player1, pair.player2].map((player) => roster.players[player]?.name),
  }))
}

const life = (name: string, spawn_time_ms: number, death_time_ms: number, over = {}) =>
  aTrack(name, { spawn_time_ms, death_time_ms, ...over })

test('two players are together while both are alive on the same side', () => {
  const player_tracks = [
    life('A', 0, 1000),
    life('A', 2000, 4000),
    life('A', 4000, 6000, { team: 'ALLIES' }),
    life('B', 500, 2500),
    life('B', 3000, 9000),
  ]
  expect(pairsOf({ player_tracks })).toMatchObject([{ names: ['A', 'B'], together_ms: 500 + 500 + 1000 }])
})

test('pairs come in the order of the first, then of the second', () => {
  const names = ['D', 'B', 'A', 'C']
  const pairs = pairsOf({ player_tracks: names.map((name) => life(name, 0, 1000)) })
  const order = pairs.map(({ player1, player2 }) => player1 * 10 + player2)
  expect(order).toHaveLength(6)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('enemies are no pair, and who never met is none', () => {
  const player_tracks = [life('A', 0, 1000), life('B', 0, 1000, { team: 'ALLIES' }), life('C', 1000, 2000)]
  expect(pairsOf({ player_tracks })).toEqual([])
})

test('lives that overlap in the file are not lived together twice', () => {
  const player_tracks = [life('A', 0, 3000), life('A', 1000, 3000), life('B', 0, 3000)]
  expect(pairsOf({ player_tracks })).toMatchObject([{ together_ms: 3000 }])
})

test('every two participants of a crossfire are a pair with the delay between their own first hits', () => {
  const attackers = [
    anAttacker('C', { first_hit_ms: 1000, damage: 10 }),
    anAttacker('A', { first_hit_ms: 1300, damage: 20 }),
    anAttacker('B', { first_hit_ms: 1700, damage: 40 }),
    anAttacker('Late', { first_hit_ms: 2500 }),
  ]
  const killed = anEngagement('Target', { attackers, killer: 'Late', end_time_ms: 3000 })
  const suicide = anEngagement('Target', { attackers, killer: 'Target', end_time_ms: 3000 })
  const pairs = new Map(pairsOf({ engagements: [killed, suicide] }).map((pair) => [pair.names.join('+'), pair]))
  const both = { crossfire_count: 2, crossfire_kills: 1, delay_count: 2 }
  expect(pairs.size).toBe(3)
  expect(pairs.get('A+C')).toMatchObject({ ...both, combined_damage: 60, delay_sum_ms: 600 })
  expect(pairs.get('A+B')).toMatchObject({ ...both, combined_damage: 120, delay_sum_ms: 800 })
  expect(pairs.get('B+C')).toMatchObject({ ...both, combined_damage: 100, delay_sum_ms: 1400 })
})

test('a crossfire without delay has the delay 0', () => {
  const attackers = [anAttacker('A'), anAttacker('B')]
  expect(pairsOf({ engagements: [anEngagement('Target', { attackers })] })).toMatchObject([
    { delay_sum_ms: 0, delay_count: 1 },
  ])
})

test('the smaller guid comes first in code units, equal guids by name', () => {
  const attackers = ['Z', 'a', 'B'].map((name) => anAttacker(name, { guid: name === 'a' ? 'a' : '' }))
  const names = pairsOf({ engagements: [anEngagement('Target', { attackers })] }).map((pair) => pair.names)
  expect(names.sort()).toEqual([
    ['B', 'Z'],
    ['B', 'a'],
    ['Z', 'a'],
  ])
})

test('trades count for the direction in which they went, and only at a chance', () => {
  const mates = (x: number) =>
    ['A', 'B'].map((name) => aTrack(name, { team: 'ALLIES', path: standing(0, 10_000, x, 0) }))
  const death = anEngagement('A', {
    start_time_ms: 4000,
    end_time_ms: 5000,
    attackers: [anAttacker('Killer')],
    killer: 'Killer',
  })
  const shots = [anAttacker('B', { team: 'ALLIES', first_hit_ms: 5500 })]
  const revenge = anEngagement('Killer', { target_team: 'AXIS', end_time_ms: 6000, attackers: shots, killer: 'B' })
  expect(guidOf('A') < guidOf('B')).toBe(true)
  expect(pairsOf({ engagements: [death, revenge], player_tracks: mates(10) })).toMatchObject([
    { names: ['A', 'B'], trade_chances_2_for_1: 1, trades_2_for_1: 1, trade_chances_1_for_2: 0, trades_1_for_2: 0 },
  ])
  expect(pairsOf({ engagements: [death, revenge], player_tracks: mates(900) })).toMatchObject([
    { trade_chances_2_for_1: 0, trades_2_for_1: 0 },
  ])
})
