import { describe, expect, test } from 'vitest'
import { clockOf, liveGame, rowsAfter } from '../support/played-round.ts'
import { guidOf, MOD, type SmallServer, SPECTATOR, WORLD } from '../support/small-server.ts'

/** A player has been killed, and his body lies there. */
const killed = (damage = 120) => liveGame().hit(1, 0, damage)
const outcomes = async (server: SmallServer, ended = false) => (await rowsAfter(server, ended)).kill_outcome
const nobody = { gibber_guid: null, gibber_name: null, reviver_guid: null, reviver_name: null }

describe('who was killed by an enemy', () => {
  test('is revived by the medic who did it', async () => {
    const server = killed()
    const kill = clockOf(server)
    server.run(2_000).revive(0, 2)
    expect(await outcomes(server)).toEqual([
      {
        ...{ kill_time_ms: kill, victim_guid: guidOf(0), victim_name: 'player 0' },
        ...{ killer_guid: guidOf(1), killer_name: 'player 1', kill_mod: MOD.mp40 },
        ...{ outcome: 'revived', outcome_time_ms: kill + 2_000, delta_ms: 2_000, effective_denied_ms: 2_000 },
        ...{ ...nobody, reviver_guid: guidOf(2), reviver_name: 'player 2' },
      },
    ])
  })

  test('gives up, and is kept out until he lives again, not a wave longer', async () => {
    const server = killed().run(2_000).tapOut(0).run(3_000).spawn(0).run(100)
    expect(await outcomes(server)).toMatchObject([
      { ...nobody, outcome: 'tapped_out', delta_ms: 2_050, effective_denied_ms: 5_000 },
    ])
  })

  test('has given up, though others hit his body, as long as that could be revived', async () => {
    const server = killed().run(500).hit(3, 0, 90).tapOut(0).run(1_000)
    expect(await outcomes(server)).toMatchObject([{ ...nobody, outcome: 'tapped_out' }])
  })

  test('has given up when he spawns with the next wave', async () => {
    const server = killed().run(2_000).spawn(0).run(100)
    expect(await outcomes(server)).toMatchObject([{ outcome: 'tapped_out', effective_denied_ms: 2_000 }])
  })

  test('is gibbed by whoever hit the body last', async () => {
    const server = killed().run(500).hit(1, 0, 50).hit(3, 0, 150).tapOut(0).run(1_000)
    expect(await outcomes(server)).toMatchObject([
      { outcome: 'gibbed', gibber_guid: guidOf(3), gibber_name: 'player 3', reviver_guid: null },
    ])
  })

  test('is gibbed by the killer where the killing blow does it', async () => {
    expect(await outcomes(killed(400).tapOut(0).run(1_000))).toMatchObject([
      { outcome: 'gibbed', gibber_guid: guidOf(1) },
    ])
  })

  test('is out of it after 30 s, whatever happens then', async () => {
    const server = killed().run(32_000).revive(0, 2)
    expect(await outcomes(server)).toMatchObject([
      { ...nobody, outcome: 'expired', delta_ms: 30_000, effective_denied_ms: 32_000 },
    ])
  })

  test('is out of it after 30 s, though his body is destroyed then', async () => {
    const server = killed().run(32_000).hit(3, 0, 150).tapOut(0).run(1_000)
    expect(await outcomes(server)).toMatchObject([{ ...nobody, outcome: 'expired', delta_ms: 30_000 }])
  })

  test('has an outcome of his own, whoever else lies there', async () => {
    const server = liveGame(6).hit(1, 0, 120).run(500).hit(3, 2, 120).run(500).revive(2, 4).run(500).tapOut(0).run(500)
    expect(await outcomes(server)).toMatchObject([
      { victim_guid: guidOf(2), killer_guid: guidOf(3), outcome: 'revived', delta_ms: 500 },
      { victim_guid: guidOf(0), killer_guid: guidOf(1), outcome: 'tapped_out', delta_ms: 1_550 },
    ])
  })

  test('is kept out until the end of the round', async () => {
    const down = killed()
    const kill = clockOf(down)
    const [row] = await outcomes(down.run(2_000))
    expect(row).toMatchObject({ ...nobody, outcome: 'round_end' })
    // the frame in which the game says that it is over is still played
    expect([row?.delta_ms, row?.effective_denied_ms, row?.outcome_time_ms]).toEqual([2_050, 2_050, kill + 2_050])
    const waiting = killed().run(2_000).tapOut(0).run(3_000)
    expect(await outcomes(waiting)).toMatchObject([
      { outcome: 'tapped_out', delta_ms: 2_050, effective_denied_ms: 5_050 },
    ])
  })

  test('has given up when he leaves or changes sides', async () => {
    const left = killed().run(2_000).leave(0).run(1_000)
    expect(await outcomes(left)).toMatchObject([{ outcome: 'tapped_out', delta_ms: 2_000, effective_denied_ms: 2_000 }])
    const changed = killed().run(2_000).set(0, { 'sess.sessionTeam': SPECTATOR })
    changed.tape.call('et_ClientUserinfoChanged', 0)
    expect(await outcomes(changed.run(1_000))).toMatchObject([{ outcome: 'tapped_out', delta_ms: 2_000 }])
  })

  test('can be killed again', async () => {
    const server = killed().run(1_000).revive(0, 2).run(1_000).hit(3, 0, 120).run(1_000).revive(0, 2)
    expect(await outcomes(server)).toMatchObject([
      { killer_guid: guidOf(1), outcome: 'revived' },
      { killer_guid: guidOf(3), outcome: 'revived' },
    ])
  })
})

test('who was killed by a mate, by himself or by the world has no outcome', async () => {
  const server = liveGame(5)
    .die(0, 2, MOD.mp40)
    .die(1, 1, MOD.suicide)
    .die(2, WORLD, MOD.falling)
    .die(3, 3, MOD.suicide)
  // revived, given up and back with the next wave, and gone
  server.run(1_000).revive(0, 4).tapOut(1).run(1_000).spawn(1).leave(2).run(100)
  expect(await outcomes(server)).toEqual([])
})
