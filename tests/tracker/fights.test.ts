import { describe, expect, test } from 'vitest'
import { POSITION_EVENTS, type Positions } from '../../src/format/codec.ts'
import { clockOf, liveGame, rowsAfter } from '../support/played-round.ts'
import { CAMERA, guidOf, MOD, type SmallServer, SPECTATOR, WORLD } from '../support/small-server.ts'

const HAND_GRENADE = 16

const fightsAfter = async (server: SmallServer, ended = false) => (await rowsAfter(server, ended)).engagements

const eventsOf = (positions: Positions) =>
  Array.from({ length: positions.length }, (_, i) => [
    positions.time_ms[i],
    POSITION_EVENTS[positions.event[i] as number],
  ])

describe('a fight', () => {
  test('lasts from the first hit of an enemy to the death, with everybody who hit', async () => {
    const server = liveGame()
    const begin = clockOf(server)
    server.hit(1, 0, 20).run(300).hit(3, 0, 30, { mod: HAND_GRENADE }).run(200).hit(1, 0, 60)
    const [fight, ...others] = await fightsAfter(server)
    expect(others).toEqual([])
    expect(fight).toMatchObject({
      engagement_id: 1,
      start_time_ms: begin,
      end_time_ms: begin + 500,
      duration_ms: 500,
      ...{ start_x: 0, start_y: 50, start_z: 24 },
      target_guid: guidOf(0),
      target_name: 'player 0',
      target_team: 'AXIS',
      outcome: 'killed',
      // more than the health that was left
      total_damage_taken: 110,
      killer_guid: guidOf(1),
      killer_name: 'player 1',
      num_attackers: 2,
    })
    expect(fight?.attackers).toEqual([
      {
        ...{ guid: guidOf(1), name: 'player 1', team: 'ALLIES', damage: 80, hits: 2, got_kill: true },
        ...{ first_hit_ms: begin, last_hit_ms: begin + 500, weapons: [[3, 2]] },
      },
      {
        ...{ guid: guidOf(3), name: 'player 3', team: 'ALLIES', damage: 30, hits: 1, got_kill: false },
        ...{ first_hit_ms: begin + 300, last_hit_ms: begin + 300, weapons: [[4, 1]] },
      },
    ])
  })

  test('is neither begun nor fed by mates, by oneself or by the world', async () => {
    const server = liveGame()
    server.hit(2, 0, 5).hit(0, 0, 5).hit(WORLD, 0, 5, { mod: MOD.falling })
    server.hit(1, 0, 5).hit(2, 0, 5).hit(0, 0, 5).hit(WORLD, 0, 5, { mod: MOD.falling })
    const fights = await fightsAfter(server)
    expect(fights).toMatchObject([{ total_damage_taken: 5, num_attackers: 1 }])
    expect(eventsOf(fights[0]?.positions as Positions).filter(([, event]) => event === 'hit')).toHaveLength(1)
  })

  test('is not about a body', async () => {
    const server = liveGame().hit(1, 0, 120).run(100)
    server.hit(1, 0, 50).run(100)
    expect(await fightsAfter(server)).toMatchObject([{ outcome: 'killed', total_damage_taken: 120 }])
  })

  test('needs as much damage as the settings say', async () => {
    const server = liveGame(2, { proximity_min_damage: '10' }).hit(1, 0, 9).run(50)
    const begin = clockOf(server)
    expect(await fightsAfter(server.hit(1, 0, 10))).toMatchObject([{ start_time_ms: begin, total_damage_taken: 10 }])
  })

  test('has no weapon where the means of death has none', async () => {
    const [fight] = await fightsAfter(liveGame(2).hit(1, 0, 5, { mod: MOD.grenade }))
    expect(fight?.attackers).toMatchObject([{ hits: 1, weapons: [] }])
  })

  test('tells two clients without an identifier apart', async () => {
    const server = liveGame(1).join(1, { guid: '' }).join(3, { guid: '' }).run(100)
    const [fight] = await fightsAfter(server.hit(1, 0, 5).hit(3, 0, 5))
    expect(new Set(fight?.attackers.map(({ guid }) => guid)).size).toBe(2)
  })

  test('is a new one for whoever comes into the slot', async () => {
    const server = liveGame(2).hit(1, 0, 5).run(50).leave(0).run(50)
    server
      .join(0, { guid: guidOf(40) })
      .run(100)
      .hit(1, 0, 7)
    expect(await fightsAfter(server)).toMatchObject([
      { target_guid: guidOf(0), outcome: 'disconnect', total_damage_taken: 5 },
      { target_guid: guidOf(40), outcome: 'round_end', total_damage_taken: 7 },
    ])
  })

  test('begins anew in the next life', async () => {
    const server = liveGame(2).hit(1, 0, 120).run(1_000).tapOut(0).run(1_000).spawn(0).run(100).hit(1, 0, 5)
    expect(await fightsAfter(server)).toMatchObject([{ total_damage_taken: 120 }, { total_damage_taken: 5 }])
  })

  test('is numbered when it opens and written when it ends', async () => {
    const server = liveGame().hit(1, 0, 5).run(50).hit(1, 2, 120).run(50)
    expect(await fightsAfter(server)).toMatchObject([
      { engagement_id: 2, target_guid: guidOf(2) },
      { engagement_id: 1, target_guid: guidOf(0) },
    ])
  })
})

describe('a death ends a fight, and the killer is', () => {
  const killed = async (killer: number, mod: number) => {
    const [fight] = await fightsAfter(liveGame().hit(1, 0, 5).run(50).die(0, killer, mod))
    return [fight?.outcome, fight?.killer_guid, fight?.attackers[0]?.got_kill]
  }

  test('a mate', async () => expect(await killed(2, MOD.mp40)).toEqual(['killed', guidOf(2), false]))
  test('himself', async () => expect(await killed(0, MOD.suicide)).toEqual(['killed', guidOf(0), false]))
  test('nobody for the world', async () => expect(await killed(WORLD, MOD.falling)).toEqual(['killed', null, false]))
  test('an enemy who had not hit before', async () => {
    expect(await killed(3, MOD.mp40)).toEqual(['killed', guidOf(3), false])
  })

  test('but a death without a fight is none', async () => {
    expect(await fightsAfter(liveGame().die(0, 0, MOD.suicide).die(1, WORLD, MOD.falling))).toEqual([])
  })
})

describe('the target of a fight', () => {
  test('escapes 5 s after the last hit, if he is 300 units away from where that was', async () => {
    const server = liveGame(2).hit(1, 0, 5).run(1_000).hit(1, 0, 5)
    const last = clockOf(server)
    server.set(0, { 'ps.origin': [0, 350, 24] }).run(6_000)
    const [fight] = await fightsAfter(server)
    expect(fight).toMatchObject({ outcome: 'escaped', end_time_ms: last + 5_000, end_x: 0, end_y: 350, end_z: 24 })
  })

  test('escapes later, when he comes that far away later', async () => {
    const server = liveGame(2).hit(1, 0, 5)
    const last = clockOf(server)
    server
      .set(0, { 'ps.origin': [0, 349, 24] })
      .run(8_000)
      .set(0, { 'ps.origin': [0, 350, 24] })
      .run(100)
    expect(await fightsAfter(server)).toMatchObject([{ outcome: 'escaped', end_time_ms: last + 8_050 }])
  })

  test('does not escape from where an earlier hit was', async () => {
    const server = liveGame(2)
      .hit(1, 0, 5)
      .set(0, { 'ps.origin': [0, 450, 24] })
      .run(1_000)
      .hit(1, 0, 5)
    expect(await fightsAfter(server.run(16_000))).toMatchObject([{ outcome: 'timeout' }])
  })

  test('does not escape by running in a circle: he is left alone after 15 s', async () => {
    const server = liveGame(2).hit(1, 0, 5)
    const last = clockOf(server)
    server.tape.move(0, 1_000, [0, 800, 24], [0, 50, 24])
    server.run(16_000)
    expect(await fightsAfter(server)).toMatchObject([{ outcome: 'timeout', end_time_ms: last + 15_000 }])
  })

  test('is in it no longer when he leaves, and his place is where he left', async () => {
    const server = liveGame(2)
      .hit(1, 0, 5)
      .run(100)
      .set(0, { 'ps.origin': [7, 8, 9] })
    const left = clockOf(server)
    expect(await fightsAfter(server.leave(0))).toMatchObject([
      { outcome: 'disconnect', end_time_ms: left, end_x: 7, end_y: 8, end_z: 9 },
    ])
  })

  test('is in it no longer when he changes sides, and his place is where he was seen last', async () => {
    const server = liveGame(2).hit(1, 0, 5).run(500)
    server.set(0, { 'sess.sessionTeam': SPECTATOR, 'ps.origin': CAMERA })
    server.tape.call('et_ClientUserinfoChanged', 0)
    expect(await fightsAfter(server.run(200))).toMatchObject([
      { outcome: 'disconnect', target_team: 'AXIS', end_x: 0, end_y: 50, end_z: 24 },
    ])
  })

  test('is in it no longer when he spawns without having died', async () => {
    const server = liveGame(2).hit(1, 0, 5).run(500)
    const spawned = clockOf(server)
    expect(await fightsAfter(server.spawn(0, [2_000, 0, 24]).run(200))).toMatchObject([
      { outcome: 'disconnect', end_time_ms: spawned + 50, end_x: 0, end_y: 50 },
    ])
  })

  test('is at the end of the round where he last played, not at the camera', async () => {
    const server = liveGame(2)
      .hit(1, 0, 5)
      .run(500)
      .set(0, { 'ps.origin': [70, 80, 24] })
    expect(await fightsAfter(server)).toMatchObject([{ outcome: 'round_end', end_x: 70, end_y: 80, end_z: 24 }])
  })

  test('is still in it when the map ends', async () => {
    const server = liveGame(2).hit(1, 0, 5).run(500).shutdown(0)
    expect(await fightsAfter(server, true)).toMatchObject([{ outcome: 'shutdown', end_x: 0, end_y: 50 }])
  })
})

describe('the points of a fight', () => {
  test('are its start, its hits, samples in its own rhythm, and its end', async () => {
    const server = liveGame(2, { proximity_position_sample_interval: '300' }).run(100)
    const begin = clockOf(server)
    server.hit(1, 0, 5).run(400).hit(1, 0, 5).run(300).hit(1, 0, 120)
    const [fight] = await fightsAfter(server)
    expect(eventsOf(fight?.positions as Positions)).toEqual([
      [begin, 'start'],
      [begin, 'hit'],
      [begin + 300, 'sample'],
      [begin + 400, 'hit'],
      [begin + 600, 'sample'],
      [begin + 700, 'hit'],
      [begin + 700, 'death'],
    ])
  })

  test('end with an escape whatever but a death ends it', async () => {
    const server = liveGame(2).hit(1, 0, 5)
    const left = clockOf(server)
    const [fight] = await fightsAfter(server.leave(0))
    expect(eventsOf(fight?.positions as Positions).at(-1)).toEqual([left, 'escape'])
  })

  test('of hits and of the end give the distance, those between do not', async () => {
    const server = liveGame(2).hit(1, 0, 5)
    server.tape.move(0, 500, [0, 450, 24], [0, 50, 24])
    server
      .run(1_100)
      .set(0, { 'ps.origin': [30, 90, 24] })
      .hit(1, 0, 5)
    server.set(0, { 'ps.origin': [30, 90, 124] }).die(0, WORLD, MOD.falling)
    expect(await fightsAfter(server)).toMatchObject([{ distance_traveled: 50 + 100 }])
  })
})

describe('a fight began as a crossfire', () => {
  const crossfire = async (...delays: number[]) => {
    const server = liveGame(8).hit(1, 0, 5)
    for (const [i, delay] of delays.entries()) server.run(delay).hit(3 + 2 * i, 0, 5)
    const [fight] = await fightsAfter(server)
    return [fight?.is_crossfire, fight?.crossfire_delay_ms, fight?.crossfire_participants]
  }

  test('if the second attacker hits within a second of the first', async () => {
    expect(await crossfire(1_000)).toEqual([true, 1_000, [1, 3].map(guidOf)])
    expect(await crossfire(1_050)).toEqual([false, null, []])
  })

  test('if both hit at once', async () => expect(await crossfire(0)).toEqual([true, 0, [1, 3].map(guidOf)]))

  test('with everybody who hits within a second of the first one', async () => {
    expect(await crossfire(500, 500, 50)).toEqual([true, 500, [1, 3, 5].map(guidOf)])
  })

  test('not if a later pair would make one', async () => expect(await crossfire(2_000, 100)).toEqual([false, null, []]))

  test('not with one attacker', async () => {
    const server = liveGame(2).hit(1, 0, 5).run(100).hit(1, 0, 5)
    expect(await fightsAfter(server)).toMatchObject([{ is_crossfire: false, crossfire_delay_ms: null }])
  })
})
