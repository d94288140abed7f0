import { expect, test } from 'vitest'
import type { Path } from '../format/codec.ts'
import type { PlayerTrack } from '../format/core-sections.ts'
import { derive } from './derive.ts'
import { anEngagement, aPath, aRound, aTrack, guidOf, type PathPoint } from './round.fixtures.ts'

const livesOf = (...tracks: readonly PlayerTrack[]) => derive(aRound({ player_tracks: tracks })).lives

/** The row of a life from 0 to 10,000 ms. */
function lifeWith(points: readonly PathPoint[], over: Partial<PlayerTrack> = {}) {
  const [life] = livesOf(aTrack('Ada', { path: aPath(points), ...over }))
  if (!life) throw new Error('no life')
  return life
}

test('a life lasts from the spawn to its end, and 0 is a time', () => {
  expect(lifeWith([], { spawn_time_ms: -500, death_time_ms: 0, first_move_time_ms: 0 })).toMatchObject({
    spawn_time_ms: -500,
    end_time_ms: 0,
    duration_ms: 500,
    time_to_first_move_ms: 500,
  })
})

test('who moves at once needs 0 ms for it, and who never moves has no time', () => {
  expect(lifeWith([], { first_move_time_ms: 0 }).time_to_first_move_ms).toBe(0)
  expect(lifeWith([], { first_move_time_ms: null }).time_to_first_move_ms).toBeNull()
})

test('a life whose end the file does not tell has no length, but goes as far as its points', () => {
  const round = aRound({
    player_tracks: [
      aTrack('Ada', {
        death_time_ms: null,
        path: aPath([
          [0, 0, 0],
          [700, 0, 0],
        ]),
      }),
    ],
  })
  const { lives, players } = derive(round)
  expect(lives[0]).toMatchObject({ end_time_ms: null, duration_ms: null, overlapping: false })
  expect(players[0]).toMatchObject({ lives: 1, life_duration_sum_ms: 0, life_duration_count: 0, alive_ms: 700 })
})

test('a life that ends before it begins, after the clock was set back, has length 0', () => {
  expect(lifeWith([], { spawn_time_ms: 5000, death_time_ms: 400, first_move_time_ms: 300 })).toMatchObject({
    duration_ms: 0,
    time_to_first_move_ms: null,
  })
})

test('where two lives of a person overlap the later start wins, and the conflict is counted', () => {
  const path = aPath([
    [0, 0, 0],
    [3999, 100, 0],
    [4000, 200, 0],
    [6000, 300, 0],
  ])
  const first = aTrack('Ada', { spawn_time_ms: 0, death_time_ms: 6000, path })
  const second = aTrack('Ada', { spawn_time_ms: 4000, death_time_ms: 9000 })
  const { lives, summary, players } = derive(aRound({ player_tracks: [second, first] }))
  expect(lives.map(({ end_time_ms, duration_ms, overlapping }) => [end_time_ms, duration_ms, overlapping])).toEqual([
    [9000, 5000, false],
    [4000, 4000, true],
  ])
  expect(lives[1]).toMatchObject({ total_distance: 100, standing_ms: 3999 })
  expect(summary).toMatchObject({ lives: 2, overlapping_lives: 1, total_samples: 2 })
  expect(players[0]?.alive_ms).toBe(9000)
})

test('a life may begin when another one ends', () => {
  const lives = livesOf(aTrack('Ada', { death_time_ms: 4000 }), aTrack('Ada', { spawn_time_ms: 4000 }))
  expect(lives.map(({ overlapping }) => overlapping)).toEqual([false, false])
})

test('of two lives that begin at once the later track is the one that is lived', () => {
  const lives = livesOf(aTrack('Ada'), aTrack('Ada', { player_class: 'MEDIC' }))
  expect(lives.map(({ duration_ms, overlapping }) => [duration_ms, overlapping])).toEqual([
    [0, true],
    [10_000, false],
  ])
})

test('the lives of different people, and of people with the same empty identifier, may overlap', () => {
  const lives = livesOf(aTrack('Ada', { guid: '' }), aTrack('Bo', { guid: '' }), aTrack('Cy'))
  expect(lives.every(({ overlapping }) => !overlapping)).toBe(true)
})

test('the way of a life is the sum of its 3-D steps, without the jump to the camera at the end of a round', () => {
  const steps: PathPoint[] = [
    [0, 0, 0],
    [500, 3, 4],
    [1000, 3, 4, { z: 12 }],
  ]
  expect(lifeWith([...steps, [1500, 3, 104, { z: 12, event: 'killed' }]]).total_distance).toBe(117)
  expect(lifeWith([...steps, [1500, 3, 104, { z: 12, event: 'round_end' }]]).total_distance).toBe(17)
})

test('a life without points has no way, no speed and no sprint, one without a movement has no speed', () => {
  const none = {
    total_distance: null,
    avg_speed: null,
    peak_speed: null,
    sprint_percentage: null,
    post_spawn_distance: null,
  }
  expect(lifeWith([])).toMatchObject(none)
  expect(lifeWith([[0, 0, 0, { event: 'round_end' }]])).toMatchObject(none)
  expect(lifeWith([[0, 0, 0]])).toMatchObject({
    total_distance: 0,
    avg_speed: null,
    peak_speed: 0,
    sprint_percentage: 0,
  })
})

test('standing does not lower the speed, but every point counts for the share of sprint', () => {
  const path: PathPoint[] = [
    [0, 0, 0, { event: 'spawn' }],
    [500, 0, 0, { speed: 200, sprint: 1 }],
    [1000, 0, 0, { speed: 300 }],
    [1500, 0, 0, { event: 'killed' }],
  ]
  expect(lifeWith(path)).toMatchObject({ avg_speed: 250, peak_speed: 300, sprint_percentage: 25 })
})

test('a stance lasts until the next point, however far that is, and not beyond the life', () => {
  const path: PathPoint[] = [
    [-200, 0, 0],
    [100, 0, 0, { stance: 1, sprint: 1 }],
    [300, 0, 0, { stance: 2 }],
    [9000, 0, 0],
    [11_000, 0, 0, { stance: 1 }],
  ]
  expect(lifeWith(path)).toMatchObject({ standing_ms: 1100, crouching_ms: 200, prone_ms: 8700, sprint_ms: 200 })
})

test('the way after the spawn is that of the first three seconds, with any sample interval', () => {
  const run = (interval_ms: number) =>
    Array.from({ length: 6000 / interval_ms + 1 }, (_, i): PathPoint => [i * interval_ms, (i * interval_ms) / 5, 0])
  const ways = [200, 500, 2000].map((interval_ms) => lifeWith(run(interval_ms)).post_spawn_distance)
  expect(ways).toEqual([600, 600, 600])
})

test('points that were written with a clock set back are taken in order of time', () => {
  const points: PathPoint[] = [
    [2000, 20, 0],
    [0, 0, 0],
    [1000, 10, 0, { speed: 5 }],
  ]
  expect(lifeWith(points)).toMatchObject({ total_distance: 20, avg_speed: 5 })
})

test('the sums of a person are those of his lives, by class and by side', () => {
  const path: Path = aPath([
    [0, 0, 0, { sprint: 1 }],
    [1000, 30, 40, { speed: 100 }],
  ])
  const { players, classes } = derive(
    aRound({
      player_tracks: [
        aTrack('Ada', { path, death_time_ms: 1000, first_move_time_ms: 300 }),
        aTrack('Ada', { spawn_time_ms: 2000, death_time_ms: 5000, team: 'ALLIES', player_class: 'MEDIC' }),
      ],
    }),
  )
  const sums = { sprint_percentage_sum: 50, sprint_percentage_count: 1, first_move_sum_ms: 300, first_move_count: 1 }
  expect(players[0]).toMatchObject({
    ...sums,
    ...{ lives: 2, axis_ms: 1000, allies_ms: 3000, alive_ms: 4000 },
    ...{ distance_sum: 50, distance_count: 1, speed_sum: 100, speed_count: 1 },
    ...{ life_duration_sum_ms: 4000, life_duration_count: 2, standing_ms: 1000, sprint_ms: 1000 },
  })
  const soldier = { ...sums, lives: 1, duration_sum_ms: 1000, duration_count: 1, distance_sum: 50, distance_count: 1 }
  expect(classes).toMatchObject([
    { player_class: 'SOLDIER', ...soldier },
    { player_class: 'MEDIC', lives: 1, duration_sum_ms: 3000, distance_count: 0, sprint_percentage_count: 0 },
  ])
})

test('the clock of a round runs from its first to its last time, wherever that is', () => {
  const { summary } = derive(
    aRound({
      engagements: [anEngagement('Ada', { start_time_ms: 41_500, end_time_ms: 43_000 })],
      player_tracks: [aTrack('Ada', { spawn_time_ms: 41_000, death_time_ms: null, path: aPath([[44_000, 0, 0]]) })],
    }),
  )
  expect([summary.clock_start_ms, summary.clock_end_ms]).toEqual([41_000, 44_000])
  expect(derive(aRound()).summary).toMatchObject({ clock_start_ms: 0, clock_end_ms: 0 })
})

test('a round counts humans, bots and people without an identifier apart', () => {
  const guids = [guidOf('Ada'), guidOf('Bo'), 'OMNIBOT0100000000000000000000000', '']
  const { summary } = derive(aRound({ player_tracks: guids.map((guid, i) => aTrack(`P${i}`, { guid })) }))
  expect(summary).toMatchObject({ humans: 2, bots: 1, unknown_players: 1 })
})

test('who is revived has left no spawn: neither a first move nor a way after the spawn counts', () => {
  const begun = (event: 'spawn' | 'revived') =>
    lifeWith(
      [
        [0, 0, 0, { event }],
        [1000, 100, 0],
      ],
      { first_move_time_ms: 1000 },
    )
  expect(begun('spawn')).toMatchObject({ time_to_first_move_ms: 1000, post_spawn_distance: 100, total_distance: 100 })
  expect(begun('revived')).toMatchObject({
    time_to_first_move_ms: null,
    post_spawn_distance: null,
    total_distance: 100,
  })
})
