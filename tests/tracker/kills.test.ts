import { describe, expect, test } from 'vitest'
import { clockOf, liveGame, rowsAfter } from '../support/played-round.ts'
import { AXIS, guidOf, MOD, type SmallServer, WORLD } from '../support/small-server.ts'

const trades = async (server: SmallServer) => (await rowsAfter(server)).trade_kills

describe('a kill is traded', () => {
  test('when a mate of the victim kills the killer within 3 s', async () => {
    const server = liveGame()
    const first = clockOf(server)
    server.hit(1, 0, 120).run(3_000).hit(2, 1, 120)
    expect(await trades(server)).toEqual([
      {
        ...{ original_kill_time_ms: first, traded_kill_time_ms: first + 3_000, delta_ms: 3_000 },
        ...{ original_victim_guid: guidOf(0), original_victim_name: 'player 0' },
        ...{ original_killer_guid: guidOf(1), original_killer_name: 'player 1' },
        ...{ trader_guid: guidOf(2), trader_name: 'player 2' },
      },
    ])
    expect(await trades(liveGame().hit(1, 0, 120).run(3_050).hit(2, 1, 120))).toEqual([])
  })

  test('once, and the latest of several', async () => {
    const server = liveGame(6).hit(1, 0, 120).run(500).hit(1, 2, 120).run(500).hit(4, 1, 120)
    expect(await trades(server)).toMatchObject([{ original_victim_guid: guidOf(2), delta_ms: 500 }])
  })

  test('each of several by its own answer', async () => {
    const server = liveGame(6).hit(1, 0, 120).run(500).hit(3, 2, 120).run(500).hit(4, 1, 120).run(500).hit(4, 3, 120)
    expect(await trades(server)).toMatchObject([
      { original_victim_guid: guidOf(0), original_killer_guid: guidOf(1), delta_ms: 1_000 },
      { original_victim_guid: guidOf(2), original_killer_guid: guidOf(3), delta_ms: 1_000 },
    ])
  })

  test('not by who was an enemy, when the killer has come over to the side of his victim', async () => {
    const server = liveGame().hit(1, 0, 120).run(100).set(1, { 'sess.sessionTeam': AXIS })
    server.tape.call('et_ClientUserinfoChanged', 1)
    expect(await trades(server.spawn(1).run(100).hit(3, 1, 120))).toEqual([])
  })

  test('no second time by the same answer', async () => {
    const server = liveGame(6).hit(1, 0, 120).run(100).hit(2, 1, 120).run(100).revive(1, 3).run(100).hit(4, 1, 120)
    expect(await trades(server)).toMatchObject([{ trader_guid: guidOf(2) }])
  })

  test('not by the victim himself, who was revived', async () => {
    expect(await trades(liveGame().hit(1, 0, 120).run(500).revive(0, 2).run(500).hit(0, 1, 120))).toEqual([])
  })

  test('not by the death of another, nor by an accident of the killer', async () => {
    expect(await trades(liveGame().hit(1, 0, 120).run(500).hit(2, 3, 120))).toEqual([])
    expect(await trades(liveGame().hit(1, 0, 120).run(500).hit(2, 1, 5).die(1, WORLD, MOD.falling))).toEqual([])
  })

  test('not if it was one of a mate', async () => {
    expect(await trades(liveGame().hit(2, 0, 120).run(500).hit(1, 2, 120))).toEqual([])
  })
})

describe('the positions of a kill', () => {
  test('are those of both, with who is left on each side', async () => {
    const server = liveGame(5)
      .set(1, { 'ps.origin': [10, 20, 30] })
      .set(0, { 'ps.origin': [-10, -20, -30] })
    server.hit(0, 1, 45).run(200).hit(1, 0, 120)
    const time_ms = clockOf(server)
    expect((await rowsAfter(server)).combat_positions).toEqual([
      {
        ...{ time_ms, event: 'kill', weapon_id: 3, mod: MOD.mp40, killer_health: 55, axis_alive: 2, allies_alive: 2 },
        ...{ attacker_guid: guidOf(1), attacker_name: 'player 1', attacker_team: 'ALLIES', attacker_class: 'MEDIC' },
        ...{ victim_guid: guidOf(0), victim_name: 'player 0', victim_team: 'AXIS', victim_class: 'MEDIC' },
        ...{ attacker_x: 10, attacker_y: 20, attacker_z: 30, victim_x: -10, victim_y: -20, victim_z: -30 },
      },
    ])
  })

  test('count nobody as left who is down or waits', async () => {
    const server = liveGame(6).hit(1, 0, 120).run(100).hit(1, 2, 120).run(100).tapOut(2).run(100).hit(4, 3, 120)
    const alive = (await rowsAfter(server)).combat_positions.map((row) => [row.axis_alive, row.allies_alive])
    expect(alive).toEqual([
      [2, 3],
      [1, 3],
      [1, 2],
    ])
  })

  test('have weapon 0 where the means of death belongs to none', async () => {
    const { combat_positions } = await rowsAfter(liveGame(2).hit(1, 0, 120, { mod: MOD.grenade }))
    expect(combat_positions).toMatchObject([{ weapon_id: 0, mod: MOD.grenade }])
  })

  test('are of enemies only', async () => {
    const server = liveGame().die(0, 2, MOD.mp40).die(1, 1, MOD.suicide).die(3, WORLD, MOD.falling)
    expect((await rowsAfter(server)).combat_positions).toEqual([])
  })
})
