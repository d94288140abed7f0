import { expect, test } from 'vitest'
import { aRound, aTrack, type Sample } from '../../round/round.fixtures.ts'
import { livesOf, longestStep } from './lives.ts'
import { findPlace, noPlace } from './place.ts'

const WAY: readonly Sample[] = [
  [1000, 0, 0],
  [1200, 10, -20, { health: 80 }],
  [1400, 30, -20],
  // the sensor was blind for two seconds
  [3400, 500, 600],
  [3600, 520, 600],
]

const at = (t_ms: number, tracks = [aTrack(0, WAY)]) => {
  const lives = livesOf(aRound({ tracks }))
  const place = noPlace()
  const starts = lives.map(({ start_ms }) => start_ms)
  findPlace(place, lives, starts, t_ms, longestStep(lives, 200))
  return place
}

test.each(WAY.map((sample) => [sample]))('at a sample a player is where the file has him: %j', (sample) => {
  const [time_ms, x, y, rest] = sample
  expect(at(time_ms)).toMatchObject({ state: 'here', x, y, health: rest?.health ?? 100 })
})

test('between two samples he goes straight; health does not', () => {
  expect(at(1100)).toMatchObject({ state: 'here', x: 5, y: -10, health: 100 })
  expect(at(1250)).toMatchObject({ state: 'here', x: 15, y: -20, health: 80 })
})

test.each([1401, 2400, 3399])('across a gap, %i ms, he stays where he was seen last, and it is said', (time_ms) => {
  expect(at(time_ms)).toMatchObject({ state: 'gap', x: 30, y: -20 })
})

test('between two lives he is away: nothing leads from the place of death to the next spawn', () => {
  const tracks = [
    aTrack(0, WAY),
    aTrack(0, [
      [3700, -900, 0],
      [3900, -900, 10],
    ]),
  ]
  expect(at(3650, tracks)).toMatchObject({ state: 'away', life: null })
  expect(at(3700, tracks)).toMatchObject({ state: 'here', x: -900, y: 0 })
  expect(at(999, tracks).state).toBe('away')
  expect(at(3901, tracks).state).toBe('away')
})

test('of two samples of one moment the later one counts', () => {
  const tracks = [
    aTrack(0, [
      [1000, 0, 0],
      [1200, 8, 8],
      [1200, 8, 8, { health: 0 }],
    ]),
  ]
  expect(at(1200, tracks)).toMatchObject({ x: 8, health: 0 })
})

test('a file with rare samples has no gaps between them', () => {
  const tracks = [
    aTrack(0, [
      [0, 0, 0],
      [2000, 100, 0],
      [4000, 200, 0],
      [6000, 300, 0],
    ]),
  ]
  expect(at(3000, tracks)).toMatchObject({ state: 'here', x: 150 })
})

test('height goes straight too; weapon and stance are those of the last sample', () => {
  const columns = { time_ms: Int32Array.of(0, 200), x: Float64Array.of(0, 10), y: Float64Array.of(0, 10) }
  const state = { weapon: Uint8Array.of(3, 8), stance: Uint8Array.of(2, 1), sprint: new Uint8Array(2) }
  const path = {
    ...{ length: 2, ...columns, z: Float64Array.of(24, 64), health: Int16Array.of(100, 90) },
    ...{ ...state, speed: new Float64Array(2), event: new Uint8Array(2) },
  }
  const life = { player: 0, team: 'AXIS', player_class: 'SOLDIER', start_ms: 0, end_ms: 200, path }
  const place = noPlace()
  findPlace(place, [life], [0], 100, 200)
  expect(place).toMatchObject({ state: 'here', x: 5, z: 44, weapon: 3, stance: 2, health: 100 })
  findPlace(place, [life], [0], 100, 199)
  expect(place).toMatchObject({ state: 'gap', x: 0, z: 24, weapon: 3, stance: 2 })
})

test('a gap is longer than two and a half times the usual step, and than the step that was asked for', () => {
  const lives = livesOf(aRound({ tracks: [aTrack(0, WAY)] }))
  expect([longestStep(lives, 100), longestStep(lives, null), longestStep(lives, 1000)]).toEqual([500, 500, 2500])
})

test('a life without a sample is none', () => {
  expect(livesOf(aRound({ tracks: [aTrack(0, [])] }))).toEqual([])
})
