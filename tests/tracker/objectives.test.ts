import { describe, expect, test } from 'vitest'
import type { Vector } from '../../src/simulator/fields.ts'
import { CLASS, guidOf, MOD, SmallServer, SPECTATOR } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const OID_DATA = 787
const OID_TRIGGERS = 769

async function rowsOf(server: SmallServer) {
  const { rows } = onlyRound(await track(server.end())).round
  expect(rows.capture.filter(({ state }) => state === 'failed')).toEqual([])
  return rows
}

/** The map's zones: name, place along x, spawn flags. */
function zones(server: SmallServer, ...all: readonly (readonly [name: string, x: number, flags?: number])[]) {
  all.forEach(([name, x, flags = 16], i) => {
    server.tape.configstrings({
      [OID_DATA + i]: `\\e\\${100 + i}\\o\\0\\s\\${flags}\\n\\short ${name}\\x\\${x}\\y\\0\\z\\24`,
      [OID_TRIGGERS + i]: name,
    })
  })
  return server
}

function alone(at: Vector = [0, 0, 24], cvars = {}) {
  return new SmallServer(cvars).join(2, { at })
}

describe('how near a player stays to the objectives', () => {
  test('is measured to the nearest one, on any map', async () => {
    const server = zones(alone(), ['the Gate', 300], ['the Bridge', -1_000]).restart(0).run(4_000)
    expect((await rowsOf(server)).objective_focus).toMatchObject([
      { guid: guidOf(2), team: 'AXIS', objective: 'the Gate', avg_distance: 300 },
    ])
  })

  test.each([50, 200, 500])('counts real time at a sample every %i ms', async (interval) => {
    const server = zones(alone([0, 0, 24], { proximity_position_sample_interval: String(interval) }), ['the Gate', 300])
    server
      .restart(0)
      .run(5_000)
      .set(2, { 'ps.origin': [-201, 0, 24] })
      .run(5_000)
    const [row] = (await rowsOf(server)).objective_focus
    expect(Math.abs((row?.time_within_radius_ms ?? 0) - 5_150)).toBeLessThanOrEqual(interval + 50)
  })

  test('is of the radius that is set', async () => {
    const server = zones(alone([0, 0, 24], { proximity_objective_radius: '299' }), ['the Gate', 300])
    expect((await rowsOf(server.restart(0).run(4_000))).objective_focus).toMatchObject([{ time_within_radius_ms: 0 }])
  })

  test('names the first of the map if two were nearest equally often', async () => {
    const middle = zones(alone(), ['the Gate', 300], ['the Bridge', -300]).restart(0).run(4_000)
    expect((await rowsOf(middle)).objective_focus).toMatchObject([{ objective: 'the Gate' }])
    // eleven samples at each
    const server = zones(alone([-300, 0, 24]), ['the Gate', 300], ['the Bridge', -300])
      .restart(0)
      .run(2_000)
    const { objective_focus } = await rowsOf(server.set(2, { 'ps.origin': [300, 0, 24] }).run(2_200))
    expect(objective_focus).toMatchObject([{ objective: 'the Gate', samples: 22 }])
  })

  test('knows items and flag poles that lie in no zone, and no cabinets', async () => {
    const server = zones(alone(), ['a cabinet', 10, 32])
    server.tape.entity(200, { classname: 'team_CTF_redflag', message: 'the Gold', 'r.currentOrigin': [200, 0, 24] })
    server.tape.entity(900, { classname: 'team_WOLF_checkpoint', track: 'the Flag', 'r.currentOrigin': [900, 0, 24] })
    const { objective_focus } = await rowsOf(server.restart(0).run(9_000))
    expect(objective_focus).toMatchObject([{ objective: 'the Gold' }])
  })

  test('has no row on a map without objectives', async () => {
    expect((await rowsOf(alone().restart(0).run(3_000))).objective_focus).toEqual([])
  })
})

const FAR: Vector = [5_000, 0, 24]

/** An Allied engineer at the gate, a mate and three Axis wherever they are put. */
function atTheGate({ at = [0, 0, 24] as Vector, mate = FAR, enemies = FAR } = {}) {
  const server = zones(new SmallServer(), ['the Gate', 0])
  server.join(1, { at, player_class: CLASS.engineer }).join(3, { at: mate })
  for (const slot of [2, 4, 6]) server.join(slot, { at: enemies })
  return server.restart(0)
}

describe('what engineers do', () => {
  test('is told by the log, with where they stand', async () => {
    const server = atTheGate().print('Dynamite_Plant: 1 the Gate').print('Dynamite_Diffuse: 2 the Gate')
    server.print('Objective_Destroyed: 1 the Gate').print('Repair: 1')
    const { construction_events } = await rowsOf(server.run(100))
    expect(
      construction_events.map(({ event_type, player_guid, track_name, player_x }) => [
        event_type,
        player_guid,
        track_name,
        player_x,
      ]),
    ).toEqual([
      ['dynamite_plant', guidOf(1), 'the Gate', 0],
      ['dynamite_defuse', guidOf(2), 'the Gate', 5_000],
      ['objective_destroyed', guidOf(1), 'the Gate', 0],
      ['construction_complete', guidOf(1), '', 0],
    ])
  })

  test('is a run, with the way that led there', async () => {
    const server = atTheGate({ at: [-600, 0, 24] })
    server.tape.move(1, 2_000, [-600, 800, 24], [0, 0, 24])
    const { objective_runs } = await rowsOf(server.run(4_000).print('Dynamite_Plant: 1 the Gate').run(100))
    expect(objective_runs).toMatchObject([
      {
        ...{ engineer_guid: guidOf(1), engineer_team: 'ALLIES', action_type: 'dynamite_plant', track_name: 'the Gate' },
        ...{ obj_x: 0, obj_y: 0, obj_z: 24, killer_guid: null },
      },
    ])
    const [{ approach_time_ms, approach_distance, beeline_distance } = {} as never] = objective_runs
    expect(Math.abs(approach_time_ms - 4_000)).toBeLessThanOrEqual(200)
    // the corner is cut between two samples
    expect(Math.abs(approach_distance - 1_800)).toBeLessThan(100)
    expect(Math.abs(beeline_distance - 600)).toBeLessThan(100)
  })

  test('the way begins with the life, and half a minute before at most', async () => {
    const server = atTheGate().run(60_000).print('Repair: 1')
    const [row] = (await rowsOf(server)).objective_runs
    expect(row?.approach_time_ms).toBeLessThanOrEqual(30_000)
    expect(row?.approach_time_ms).toBeGreaterThan(29_000)
    const anew = atTheGate().run(5_000).die(1, 1, MOD.suicide).run(1_000).spawn(1).run(2_000).print('Repair: 1')
    expect((await rowsOf(anew)).objective_runs[0]?.approach_time_ms).toBeLessThanOrEqual(2_000)
  })

  const NEAR: Vector = [300, 0, 24]
  test.each([
    { run_type: 'unopposed', own: 0, team: 0, mate: false, enemies: false },
    { run_type: 'unopposed', own: 1, team: 0, mate: true, enemies: false },
    { run_type: 'solo', own: 1, team: 0, mate: false, enemies: true },
    { run_type: 'contested_solo', own: 1, team: 0, mate: true, enemies: true },
    { run_type: 'contested_solo', own: 0, team: 0, mate: false, enemies: true },
    { run_type: 'assisted', own: 0, team: 3, mate: true, enemies: true },
    { run_type: 'team_effort', own: 3, team: 0, mate: true, enemies: false },
    { run_type: 'team_effort', own: 1, team: 1, mate: true, enemies: true },
  ])('a run with $own kills, $team of mates, mate near: $mate, enemies near: $enemies is $run_type', async (row) => {
    const server = atTheGate({ enemies: NEAR, ...(row.mate ? { mate: NEAR } : {}) }).run(200)
    const left = [2, 4, 6]
    for (let i = 0; i < row.own; i++) server.hit(1, left.shift() as number, 120)
    for (let i = 0; i < row.team; i++) server.hit(3, left.shift() as number, 120)
    if (!row.enemies) for (const slot of left) server.set(slot, { 'ps.origin': [5_000, 0, 24] })
    const { objective_runs } = await rowsOf(server.run(1_000).print('Dynamite_Plant: 1 the Gate').run(50))
    expect(objective_runs).toMatchObject([
      {
        ...{ run_type: row.run_type, self_kills: row.own, team_kills: row.team, nearby_teammates: row.mate ? 1 : 0 },
        ...{ enemies_nearby: row.enemies ? left.length : 0, escort_guids: row.team > 0 ? [guidOf(3)] : [] },
      },
    ])
  })

  test('kills far away or long ago are no part of a run', async () => {
    const far = atTheGate().hit(1, 2, 120).run(1_000).print('Repair: 1')
    expect((await rowsOf(far)).objective_runs).toMatchObject([{ self_kills: 0 }])
    const old = atTheGate({ enemies: NEAR }).hit(1, 2, 120).run(30_050).print('Repair: 1')
    expect((await rowsOf(old)).objective_runs).toMatchObject([{ self_kills: 0 }])
  })

  test('an engineer killed near an objective is denied, and nobody else is', async () => {
    const { objective_runs } = await rowsOf(atTheGate().hit(2, 1, 120).run(500))
    expect(objective_runs).toMatchObject([
      {
        ...{ engineer_guid: guidOf(1), action_type: 'approach_killed', track_name: 'the Gate', run_type: 'denied' },
        ...{ killer_guid: guidOf(2), obj_x: 0 },
      },
    ])
    const medic = atTheGate({ mate: NEAR }).hit(2, 3, 120).run(500)
    expect((await rowsOf(medic)).objective_runs).toEqual([])
    const far = atTheGate()
      .set(1, { 'ps.origin': [501, 0, 24] })
      .hit(2, 1, 120)
      .run(500)
    expect((await rowsOf(far)).objective_runs).toEqual([])
    const suicide = atTheGate().die(1, 1, MOD.suicide).run(500)
    expect((await rowsOf(suicide)).objective_runs).toEqual([])
  })
})

describe('the lines of the log', () => {
  test('become events', async () => {
    const server = atTheGate().print('Item: 1 team_CTF_redflag').print('legacy announce: "^7Allies have the gold!"')
    server.print('legacy popup: ^7allies^7 stole "the Gold"').run(50)
    server.print('legacy popup: ^7axis^7 returned "the Gold"').print('legacy popup: ^7allies^7 planted "the Gate"')
    server.print('Dynamite_Plant: 1 the Gate').print('Dynamite_Diffuse: 2 the Gate').print('Repair: 1')
    server.print('Objective_Destroyed: 1 the Gate')
    const { game_events } = await rowsOf(server.run(50))
    const told = game_events.filter(({ event }) => event !== 'objective_delivered')
    expect(told.map(({ event, team, guid, object, x }) => [event, team, guid, object, x])).toEqual([
      ['announced', null, null, 'Allies have the gold!', null],
      ['objective_taken', 'ALLIES', guidOf(1), 'the Gold', 0],
      ['objective_returned', 'AXIS', null, 'the Gold', null],
      ['dynamite_planted', 'ALLIES', guidOf(1), 'the Gate', 0],
      ['dynamite_defused', 'AXIS', guidOf(2), 'the Gate', 5_000],
      ['constructed', 'ALLIES', guidOf(1), '', 0],
      ['destroyed', 'ALLIES', guidOf(1), 'the Gate', 0],
    ])
  })

  test('tell of an item without a name too', async () => {
    const { game_events } = await rowsOf(atTheGate().print('Item: 1 team_CTF_redflag').run(50))
    expect(game_events[0]).toMatchObject({ event: 'objective_taken', time_ms: 750, object: 'redflag' })
  })

  test.each([
    '^7Item: 1 team_CTF_redflag^7: ^2x',
    'say: ^7x^7: ^2Dynamite_Plant: 1 the Gate',
    '^7Dynamite_Plant: 1 the Gate^7: ^2x',
    ' Dynamite_Plant: 1 the Gate',
    'Item: 1 team_CTF_redflag and more',
    'Item: 1 weapon_mp40',
    'Repair: 1 and more',
    'Repair: 19',
    'Repair: 5',
    'Repair: -1',
    'Dynamite_Plant: 1022 the Gate',
    'legacy popup: ^7spectators^7 returned "the Gold"',
    'legacy popup: ^7axis^7 returned the Gold',
    'legacy announce: the Gold',
  ])('tell nothing where they are not the line itself: %s', async (line) => {
    const server = atTheGate().join(5, { team: SPECTATOR }).print(line).run(50)
    const { game_events, construction_events, objective_runs, carrier_events } = await rowsOf(server)
    expect([...game_events, ...construction_events, ...objective_runs, ...carrier_events]).toEqual([])
  })
})
