import { describe, expect, test } from 'vitest'
import { clockOf, liveGame, rowsAfter } from '../support/played-round.ts'
import { guidOf, MOD, NOWHERE, SmallServer, WORLD } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const revives = async (server: SmallServer) => (await rowsAfter(server)).revives

/** Player 0 lies at 0, 50; the enemies stand to the right of him. */
const down = () => liveGame(6).die(0, WORLD, MOD.falling)

describe('a revive', () => {
  test('is by the medic who did it, near the nearest enemy who lives', async () => {
    const server = down()
      .set(2, { 'ps.origin': [900, 50, 24] })
      .hit(2, 1, 120)
      .run(5_000)
    const time_ms = clockOf(server)
    // the medic is the farthest of the mates
    expect(await revives(server.revive(0, 2))).toEqual([
      {
        ...{
          time_ms,
          medic_guid: guidOf(2),
          medic_name: 'player 2',
          revived_guid: guidOf(0),
          revived_name: 'player 0',
        },
        ...{ x: 0, y: 50, z: 24, distance_to_enemy: 300, nearest_enemy_guid: guidOf(3), under_fire: false },
      },
    ])
  })

  test('is near the enemy who is nearest at that moment', async () => {
    const server = down()
      .set(3, { 'ps.origin': [400, 50, 24] })
      .set(5, { 'ps.origin': [30, 90, 24] })
    expect(await revives(server.revive(0, 2))).toMatchObject([{ distance_to_enemy: 50, nearest_enemy_guid: guidOf(5) }])
  })

  test('is near the place where an enemy was seen last, if the engine gives none', async () => {
    const server = down().run(100).set(1, { 'ps.origin': NOWHERE }).revive(0, 2)
    expect(await revives(server.set(1, { 'ps.origin': [100, 50, 24] }))).toMatchObject([
      { distance_to_enemy: 100, nearest_enemy_guid: guidOf(1) },
    ])
  })

  test('leaves out an enemy whom nobody has ever seen', async () => {
    const server = new SmallServer().join(0).join(1, { at: NOWHERE }).join(2).restart(0).die(0, WORLD, MOD.falling)
    const { rows } = onlyRound(await track(server.revive(0, 2).end())).round
    expect(rows.revives).toMatchObject([{ distance_to_enemy: 0, nearest_enemy_guid: null }])
  })

  test('at a place that the engine does not give is counted as a row that is not there', async () => {
    const { rows } = onlyRound(await track(down().set(0, { 'ps.origin': NOWHERE }).revive(0, 2).end())).round
    expect(rows.revives).toEqual([])
    const sensor = rows.capture.find(({ sensor }) => sensor === 'revives')
    expect(sensor).toMatchObject({ state: 'on', rejected_rows: 1 })
  })

  test('is near nobody where no enemy lives', async () => {
    const server = liveGame(3).die(0, WORLD, MOD.falling).hit(2, 1, 120).run(5_000)
    expect(await revives(server.revive(0, 2))).toMatchObject([{ distance_to_enemy: 0, nearest_enemy_guid: null }])
  })

  test('takes no enemy who watches a mate for one who is near', async () => {
    const server = down().hit(2, 1, 120).run(100).tapOut(1, [0, 60, 24]).run(5_000)
    expect(await revives(server.revive(0, 2))).toMatchObject([{ nearest_enemy_guid: guidOf(3) }])
  })

  test('is under fire if an enemy hit the player within the last 3 s', async () => {
    const hit = (ms: number) => liveGame().hit(1, 0, 120).run(ms).revive(0, 2)
    expect(await revives(hit(3_000))).toMatchObject([{ under_fire: true }])
    expect(await revives(hit(3_050))).toMatchObject([{ under_fire: false }])
  })

  test('is under fire if an enemy hit the body, but not if a mate or the world did', async () => {
    const hit = (slot: number) => down().run(5_000).hit(slot, 0, 10).run(1_000).revive(0, 2)
    expect(await revives(hit(1))).toMatchObject([{ under_fire: true }])
    expect(await revives(hit(4))).toMatchObject([{ under_fire: false }])
    expect(await revives(hit(WORLD))).toMatchObject([{ under_fire: false }])
  })

  test('is not under fire for a hit on another', async () => {
    expect(await revives(down().run(5_000).hit(1, 2, 10).revive(0, 2))).toMatchObject([{ under_fire: false }])
  })
})
