import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derive } from './derive.ts'
import { naivePairs } from './naive-pairs.fixtures.ts'
import { randomRound } from './random-round.fixtures.ts'
import { anAttacker, anEngagement, aRound, aTrack, standing } from './round.fixtures.ts'

const RUNS = { numRuns: 200 }

const at = (name: string, x: number, team: 'AXIS' | 'ALLIES' = 'AXIS') =>
  aTrack(name, { team, path: standing(0, 10_000, x, 0) })
const fight = anEngagement('Target', { attackers: [anAttacker('A')] })
const pairIn = (player_tracks: readonly ReturnType<typeof at>[], engagements = [fight]) =>
  derive(aRound({ player_tracks, engagements })).pairs[0]

test('a mate within reach of the enemy could have joined, one farther away could not', () => {
  expect(pairIn([at('A', 0), at('B', 2000)])).toMatchObject({ crossfire_chances: 1, crossfire_count: 0 })
  expect(pairIn([at('A', 0), at('B', 2001)])).toMatchObject({ crossfire_chances: 0 })
})

test('two who hit the same enemy could, wherever they stood, and a fight that neither began is no chance of theirs', () => {
  const both = anEngagement('Target', { attackers: [anAttacker('A'), anAttacker('B', { first_hit_ms: 4000 })] })
  expect(pairIn([at('A', 0), at('B', 5000)], [both])).toMatchObject({ crossfire_chances: 1, crossfire_count: 0 })
  const other = anEngagement('Target', { attackers: [anAttacker('C')] })
  const pairs = derive(aRound({ player_tracks: [at('A', 0), at('B', 0)], engagements: [other] })).pairs
  expect(pairs.map(({ crossfire_chances }) => crossfire_chances).sort()).toEqual([0, 1, 1])
})

test('who lives near a mate at the first hit on him supports him', () => {
  const [near, far] = [at('Near', 600, 'ALLIES'), at('Far', 601, 'ALLIES')]
  const pairs = derive(aRound({ player_tracks: [at('Target', 0, 'ALLIES'), near, far], engagements: [fight] })).pairs
  const sums = pairs.map((pair) => [
    pair.support_chances_1_for_2 ?? 0,
    pair.supports_1_for_2 ?? 0,
    pair.support_chances_2_for_1 ?? 0,
    pair.supports_2_for_1 ?? 0,
  ])
  // both had the chance, one took it, and the two who were not attacked had none of each other
  expect(sums.map(([a = 0, b = 0, c = 0, d = 0]) => `${a + c} ${b + d}`).sort()).toEqual(['0 0', '1 0', '1 1'])
})

test('without lives nobody knows who could', () => {
  const both = anEngagement('Target', { attackers: [anAttacker('A'), anAttacker('B')] })
  expect(pairIn([], [both])).toMatchObject({
    crossfire_count: 1,
    crossfire_chances: null,
    support_chances_1_for_2: null,
    supports_2_for_1: null,
  })
})

test('chances are what their definition says, and no pair does more than it could', () => {
  fc.assert(
    fc.property(randomRound, (round) => {
      const { pairs, roster } = derive(round)
      const guid = (player: number) => roster.players[player]?.guid ?? ''
      const found = pairs
        .filter(({ crossfire_chances }) => crossfire_chances !== null)
        .map((pair) => ({
          guids: [guid(pair.player1), guid(pair.player2)],
          chances: pair.crossfire_chances,
          supports: [
            [pair.supports_1_for_2, pair.support_chances_1_for_2],
            [pair.supports_2_for_1, pair.support_chances_2_for_1],
          ],
        }))
        .filter(({ chances, supports }) => chances !== 0 || supports.flat().some((count) => count !== 0))
      expect(new Set(found)).toEqual(new Set(naivePairs(round)))
      for (const pair of pairs) {
        if (pair.crossfire_chances !== null) expect(pair.crossfire_count).toBeLessThanOrEqual(pair.crossfire_chances)
      }
    }),
    RUNS,
  )
})
