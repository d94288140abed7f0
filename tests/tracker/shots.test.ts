import { describe, expect, test } from 'vitest'
import { clockOf, liveGame, rowsAfter } from '../support/played-round.ts'
import { AXIS, guidOf, MOD, NOWHERE, type SmallServer } from '../support/small-server.ts'

const PISTOL = 7
/** Set up, carried, and the means of death. */
const HEAVY = [
  ['MG42', 47, 30, 44],
  ['Browning', 50, 49, 62],
  ['mortar of the Allies', 43, 34, 52],
  ['mortar of the Axis', 52, 51, 63],
] as const
const SYRINGE = 11
const TOOLS = [SYRINGE, 12, 19, 20, 21, 28, 44]

function fire(server: SmallServer, slot: number, weapon: number): SmallServer {
  server.tape.call('et_WeaponFire', slot, weapon)
  return server
}

describe('a shot', () => {
  test('is from where the player stands in the direction in which he looks', async () => {
    const server = liveGame(2).set(0, { 'ps.origin': [10, -20, 30], 'ps.viewangles': [-12.34, 56.78, 0] })
    const time_ms = clockOf(server)
    expect((await rowsAfter(fire(server, 0, PISTOL))).shot_fired).toEqual([
      { time_ms, guid: guidOf(0), weapon_id: PISTOL, x: 10, y: -20, z: 30, yaw: 56.78, pitch: -12.34 },
    ])
  })

  test.each([
    ['place', { 'ps.origin': NOWHERE }],
    ['direction', { 'ps.viewangles': NOWHERE }],
  ] as const)('is none where the engine does not give its %s', async (_, hidden) => {
    const server = fire(liveGame(2).set(0, hidden), 0, PISTOL)
    server.set(0, { 'ps.origin': [0, 50, 24], 'ps.viewangles': [0, 90, 0] })
    expect((await rowsAfter(server)).shot_fired).toEqual([])
  })

  test.each(TOOLS)('is not the use of a tool: %i', async (tool) => {
    const { shot_fired, weapon_accuracy } = await rowsAfter(fire(liveGame(2), 0, tool))
    expect([shot_fired, weapon_accuracy]).toEqual([[], []])
  })
})

describe('a bullet on an enemy', () => {
  test('has a region from the first one on, whatever else was hit in between', async () => {
    const server = liveGame()
    const time_ms = clockOf(server)
    server.hit(1, 0, 20, { region: 3 }).hit(1, 3, 10, { region: 1 }).hit(1, 0, 30, { region: 0 })
    const row = { time_ms, attacker_guid: guidOf(1), attacker_name: 'player 1', victim_guid: guidOf(0), weapon_id: 3 }
    expect((await rowsAfter(server)).hit_regions).toEqual([
      { ...row, victim_name: 'player 0', region: 3, damage: 20 },
      { ...row, victim_name: 'player 0', region: 0, damage: 30 },
    ])
  })

  test('is neither an explosion nor one on a mate or a body', async () => {
    const server = liveGame().hit(1, 0, 10, { mod: MOD.grenade }).hit(2, 0, 10).hit(1, 0, 120).run(50).hit(1, 0, 20)
    expect((await rowsAfter(server)).hit_regions).toMatchObject([{ damage: 120 }])
  })
})

describe('the accuracy of a player', () => {
  test('counts shots, hits on enemies, heads and kills by weapon, in order of first use', async () => {
    const server = fire(fire(fire(liveGame(), 1, PISTOL), 1, 3), 1, 3)
    server.hit(1, 0, 10).hit(1, 0, 20, { region: 0 }).hit(1, 3, 10).hit(1, 0, 120)
    const count = { player_guid: guidOf(1), player_name: 'player 1', team: 'ALLIES' }
    expect((await rowsAfter(server)).weapon_accuracy).toEqual([
      { ...count, weapon_id: PISTOL, shots_fired: 1, hits: 0, kills: 0, headshots: 0 },
      { ...count, weapon_id: 3, shots_fired: 2, hits: 3, kills: 1, headshots: 1 },
    ])
  })

  test.each(HEAVY)(
    'counts a %s that is set up and one that is carried as the same',
    async (_, set_up, carried, mod) => {
      const server = fire(fire(liveGame(2), 1, set_up), 1, carried).hit(1, 0, 10, { mod })
      expect((await rowsAfter(server)).weapon_accuracy).toMatchObject([{ weapon_id: carried, shots_fired: 2, hits: 1 }])
    },
  )

  test('counts no hit and no kill by what is no weapon', async () => {
    const { weapon_accuracy } = await rowsAfter(liveGame(2).hit(1, 0, 10, { mod: MOD.grenade }).die(0, 1, MOD.falling))
    expect(weapon_accuracy).toEqual([])
  })

  test('is under his last name and side', async () => {
    const server = fire(liveGame(2), 1, 3).set(1, { 'pers.netname': 'turncoat', 'sess.sessionTeam': AXIS })
    server.tape.call('et_ClientUserinfoChanged', 1)
    expect((await rowsAfter(fire(server.run(50), 1, 3))).weapon_accuracy).toMatchObject([
      { player_name: 'turncoat', team: 'AXIS', shots_fired: 2 },
    ])
  })

  test('goes on when he connects anew', async () => {
    const server = fire(liveGame(2), 1, 3).run(50).leave(1).run(50).join(1).run(50)
    expect((await rowsAfter(fire(server, 1, 3))).weapon_accuracy).toMatchObject([{ weapon_id: 3, shots_fired: 2 }])
  })
})
