import { expect, test } from 'vitest'
import type { PlayerTrack } from '../format/core-sections.ts'
import { derive } from './derive.ts'
import { anAttacker, anEngagement, aRound, aTrack, standing } from './round.fixtures.ts'
import { LEAST_TRIO_MS } from './trios.ts'

const life = (name: string, spawn_time_ms: number, death_time_ms: number, over: Partial<PlayerTrack> = {}) =>
  aTrack(name, { spawn_time_ms, death_time_ms, path: standing(spawn_time_ms, death_time_ms, 0, 0), ...over })

function triosOf(rows: Parameters<typeof aRound>[0]) {
  const { trios, roster } = derive(aRound(rows))
  return trios.map(({ player1, player2, player3, ...trio }) => ({
    ...trio,
    names: [player1, player2, player3].map((player) => roster.players[player]?.name).sort(),
  }))
}

test('three are together while all of them live on one side', () => {
  const player_tracks = [
    life('A', 0, 100_000),
    life('B', 10_000, 60_000),
    life('B', 70_000, 120_000),
    life('C', 20_000, 90_000),
    life('Enemy', 0, 120_000, { team: 'ALLIES' }),
    life('Late', 90_000, 120_000),
  ]
  expect(triosOf({ player_tracks })).toMatchObject([{ names: ['A', 'B', 'C'], team: 'AXIS', together_ms: 60_000 }])
})

test('shorter together is no trio', () => {
  const player_tracks = ['A', 'B', 'C'].map((name) => life(name, 0, LEAST_TRIO_MS - 1))
  expect(triosOf({ player_tracks })).toEqual([])
})

test('a fight counts once: for two of them, and for all three', () => {
  const player_tracks = ['A', 'B', 'C', 'D'].map((name) => life(name, 0, 90_000))
  const engagements = [['A'], ['A', 'B'], ['A', 'B', 'C'], ['D']].map((names) =>
    anEngagement('Target', { attackers: names.map((name) => anAttacker(name)) }),
  )
  const trios = new Map(triosOf({ player_tracks, engagements }).map((trio) => [trio.names.join(''), trio]))
  expect(trios.get('ABC')).toMatchObject({ crossfire_chances: 3, crossfire_count: 2, crossfires_of_three: 1 })
  // the fight of D alone is a chance of his with A or B
  expect(trios.get('ABD')).toMatchObject({ crossfire_chances: 4, crossfire_count: 2, crossfires_of_three: 0 })
  expect(trios.size).toBe(4)
})

test('a round of very many people has no trios, and takes no time for them', () => {
  const player_tracks = Array.from({ length: 41 }, (_, i) => life(`P${i}`, 0, 90_000))
  expect(triosOf({ player_tracks })).toEqual([])
  expect(triosOf({ player_tracks: player_tracks.slice(0, 4) })).toHaveLength(4)
})
