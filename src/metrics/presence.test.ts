import { expect, test } from 'vitest'
import type { PlayerTrack } from '../format/core-sections.ts'
import { derive } from './derive.ts'
import { cellsOfColumns } from './presence.fixtures.ts'
import { aPath, aRound, aTrack, guidOf } from './round.fixtures.ts'

const presenceOf = (...player_tracks: PlayerTrack[]) =>
  derive(aRound({ player_tracks })).presence.map(({ cells, ...row }) => ({ ...row, cells: cellsOfColumns(cells) }))

test('each sample lasts until the next, in the cell where it lies, with the way begun there and its height to 8 units', () => {
  const path = aPath([
    [0, 10, -1, { z: 8 }],
    [300, 127, -10, { z: 16 }],
    [400, 128, 0, { z: 50 }],
    [1000, 134, 0, { z: 60 }],
  ])
  expect(presenceOf(aTrack('A', { path, death_time_ms: 1000 }))).toEqual([
    {
      player: 0,
      team: 'AXIS',
      player_class: 'SOLDIER',
      cells: [
        { cell_x: 0, cell_y: -1, time_ms: 400, move_x: 120, move_y: 0, height: 8 },
        { cell_x: 1, cell_y: 0, time_ms: 600, move_x: 8, move_y: 0, height: 48 },
      ],
    },
  ])
})

test('time counts, not samples: a file of another rhythm tells the same', () => {
  const steps = (by: number) =>
    aPath(Array.from({ length: 1200 / by + 1 }, (_, i) => [i * by, (i * by) / 10, 0] as const))
  const [slow, fast] = [200, 50].map((by) => presenceOf(aTrack('A', { path: steps(by), death_time_ms: 1200 })))
  const time = (rows: typeof slow) => rows?.flatMap(({ cells }) => cells).reduce((sum, { time_ms }) => sum + time_ms, 0)
  expect(time(slow)).toBe(1200)
  expect(time(fast)).toBe(1200)
})

test('sides and classes are kept apart; what lies outside the life, and the camera at its end, is no presence', () => {
  const path = aPath([
    [0, 0, 0],
    [1000, 0, 0],
    [2000, 9000, 0, { event: 'round_end' }],
  ])
  const rows = presenceOf(
    aTrack('A', { path, death_time_ms: 2000, spawn_time_ms: 500 }),
    aTrack('A', {
      path: aPath([
        [3000, 0, 0],
        [4000, 0, 0],
      ]),
      spawn_time_ms: 3000,
      death_time_ms: 4000,
      team: 'ALLIES',
    }),
    aTrack('A', {
      path: aPath([
        [5000, 0, 0],
        [6000, 0, 0],
      ]),
      spawn_time_ms: 5000,
      death_time_ms: 5500,
      player_class: 'MEDIC',
    }),
  )
  expect(
    rows.map(({ team, player_class, cells }) => [
      team,
      player_class,
      cells.map(({ cell_x, time_ms }) => [cell_x, time_ms]),
    ]),
  ).toEqual([
    ['AXIS', 'SOLDIER', [[0, 1500]]],
    ['ALLIES', 'SOLDIER', [[0, 1000]]],
    ['AXIS', 'MEDIC', [[0, 500]]],
  ])
})

test('bots among people are left out', () => {
  const path = aPath([
    [0, 0, 0],
    [1000, 0, 0],
  ])
  const bot = { ...aTrack('Bot', { path }), guid: 'OMNIBOT05' }
  const { presence, roster, summary } = derive(
    aRound({ player_tracks: [aTrack('A', { path }), aTrack('B', { path }), bot] }),
  )
  expect(presence.map(({ player }) => roster.players[player]?.guid)).toEqual([guidOf('A'), guidOf('B')])
  expect(summary.presence_ms).toBe(2000)
})
