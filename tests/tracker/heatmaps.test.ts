import { describe, expect, test } from 'vitest'
import { liveGame, rowsAfter } from '../support/played-round.ts'
import { MOD, NOWHERE, SmallServer, WORLD } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

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

  test('has cells in which nobody was hit, and the map of movement does not', async () => {
    const server = liveGame(2).set(0, { 'ps.origin': [5_000, 0, 24] })
    const { kill_heatmap, movement_heatmap } = await rowsAfter(server.die(0, 1, MOD.mp40))
    expect(kill_heatmap).toMatchObject([{ grid_x: 9, grid_y: 0 }])
    expect(movement_heatmap.filter(({ grid_x }) => grid_x === 9)).toEqual([])
  })

  test('leaves out who died where nobody knows', async () => {
    const server = new SmallServer().join(0, { at: NOWHERE }).join(1).restart(0).die(0, 1, MOD.mp40)
    const { rows } = onlyRound(await track(server.end())).round
    expect(rows.kill_heatmap).toEqual([])
    expect(rows.capture.find(({ sensor }) => sensor === 'heatmap_generation')).toMatchObject({ state: 'on' })
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

  test('counts no other end of a fight as an escape', async () => {
    const server = liveGame(6).hit(1, 0, 120).hit(1, 2, 5).run(16_000).hit(1, 4, 5).run(500)
    const { engagements, movement_heatmap } = await rowsAfter(server)
    expect(engagements.map(({ outcome }) => outcome)).toEqual(['killed', 'timeout', 'round_end'])
    expect(movement_heatmap.filter((cell) => cell.escape > 0)).toEqual([])
  })

  test('has a cell for each place, up to the edges of the world, from west to east and from south to north', async () => {
    const server = liveGame(2, { proximity_grid_size: '16' })
    const lines = [-65_536, -17, -1, 0, 16, 32, 65_535]
    const places = lines.flatMap((x) => lines.map((y) => [x, y] as const))
    for (const [x, y] of [...places].reverse()) server.set(0, { 'ps.origin': [x, y, 24] }).hit(1, 0, 1)
    const hit = (await rowsAfter(server)).movement_heatmap.filter(({ combat }) => combat > 0)
    expect(hit.map(({ grid_x, grid_y, combat }) => [grid_x, grid_y, combat])).toEqual(
      places.map(([x, y]) => [Math.floor(x / 16), Math.floor(y / 16), 1]),
    )
  })

  test('has cells of the size that the settings say', async () => {
    const server = liveGame(2, { proximity_grid_size: '100' })
      .set(0, { 'ps.origin': [250, -50, 24] })
      .hit(1, 0, 5)
    const hit = (await rowsAfter(server)).movement_heatmap.filter(({ combat }) => combat > 0)
    expect(hit).toMatchObject([{ grid_x: 2, grid_y: -1 }])
  })
})
