import { describe, expect, test } from 'vitest'
import { liveGame, rowsAfter } from '../support/played-round.ts'
import { MOD, WORLD } from '../support/small-server.ts'

describe('the map of kills', () => {
  test('has the kills of enemies where the victim died, on the side of the killer', async () => {
    const server = liveGame(4)
      .set(0, { 'ps.origin': [-1, 512, 24] })
      .set(1, { 'ps.origin': [1_024, -513, 24] })
    server.hit(1, 0, 120).hit(2, 1, 120)
    expect((await rowsAfter(server)).kill_heatmap).toEqual([
      { grid_x: -1, grid_y: 1, axis_kills: 0, allies_kills: 1 },
      { grid_x: 2, grid_y: -2, axis_kills: 1, allies_kills: 0 },
    ])
  })

  test('has no team kills, suicides and accidents', async () => {
    const server = liveGame(4).hit(1, 0, 5).hit(1, 2, 5)
    server.die(0, 2, MOD.mp40).die(2, 2, MOD.suicide).die(1, WORLD, MOD.falling)
    expect((await rowsAfter(server)).kill_heatmap).toEqual([])
  })
})

describe('the map of movement', () => {
  test('counts samples of the living, hits by enemies and escapes', async () => {
    const server = liveGame(2, { proximity_position_sample_interval: '200' }).set(1, { 'ps.origin': [-100, -100, 24] })
    server.run(1_000).hit(1, 0, 5).hit(1, 0, 5).hit(0, 0, 5)
    server.set(0, { 'ps.origin': [600, 50, 24] }).run(5_000)
    const { movement_heatmap, player_tracks } = await rowsAfter(server)
    expect(movement_heatmap).toMatchObject([
      { grid_x: -1, grid_y: -1, combat: 0, escape: 0 },
      { grid_x: 0, grid_y: 0, combat: 2, escape: 0 },
      { grid_x: 1, grid_y: 0, combat: 0, escape: 1 },
    ])
    // all points of a track but the first and the last are samples
    const samples = player_tracks.reduce((sum, track) => sum + track.samples - 2, 0)
    expect(movement_heatmap.reduce((sum, cell) => sum + cell.traversal, 0)).toBe(samples)
  })

  test('has cells of the size that the settings say', async () => {
    const server = liveGame(2, { proximity_grid_size: '100' })
      .set(0, { 'ps.origin': [250, -50, 24] })
      .hit(1, 0, 5)
    const hit = (await rowsAfter(server)).movement_heatmap.filter(({ combat }) => combat > 0)
    expect(hit).toMatchObject([{ grid_x: 2, grid_y: -1 }])
  })
})
