import { describe, expect, test } from 'vitest'
import { clockOf, liveGame, rowsAfter } from '../support/played-round.ts'
import { guidOf, MOD, type SmallServer, WORLD } from '../support/small-server.ts'

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

  test('is under fire if an enemy hit the body, but not if a mate did', async () => {
    const hit = (slot: number) => down().run(5_000).hit(slot, 0, 10).run(1_000).revive(0, 2)
    expect(await revives(hit(1))).toMatchObject([{ under_fire: true }])
    expect(await revives(hit(4))).toMatchObject([{ under_fire: false }])
  })

  test('is not under fire for a hit on another', async () => {
    expect(await revives(down().run(5_000).hit(1, 2, 10).revive(0, 2))).toMatchObject([{ under_fire: false }])
  })
})
