import { expect, test } from 'vitest'
import type { Vector } from '../../src/simulator/fields.ts'
import { CAMERA, guidOf, MOD, SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const RED = 'ps.powerups[5]'
const CARRYING = 2_147_483_647
const WINNER = 14

async function rowsOf(server: SmallServer) {
  const { rows } = onlyRound(await track(server.end())).round
  expect(rows.capture.filter(({ state }) => state === 'failed')).toEqual([])
  return rows
}

/** Allies 1 and 3 against Axis 2 and 4; 1 has taken the documents of Axis and has gone 1,000 units with them. */
function aCarry({ line = true } = {}) {
  const server = new SmallServer().join(1, { at: [0, 0, 24] }).join(3, { at: [0, 300, 24] })
  server
    .join(2, { at: [1_000, 200, 24] })
    .join(4, { at: [3_000, 0, 24] })
    .restart(0)
  if (line) server.print('Item: 1 team_CTF_redflag')
  server.set(1, { [RED]: CARRYING })
  server.tape.move(1, 2_000, [1_000, 0, 24])
  return server.run(2_000)
}

const WAY = {
  ...{ carrier_guid: guidOf(1), carrier_team: 'ALLIES', flag_team: 'redflag', pickup_time_ms: 750 },
  ...{
    pickup_x: 0,
    pickup_y: 0,
    drop_x: 1_000,
    drop_y: 0,
    carry_distance: 1_000,
    beeline_distance: 1_000,
    efficiency: 1,
  },
} as const

test('a carrier who is killed has lost the item there, to his killer', async () => {
  const { carrier_events, carrier_kills, game_events } = await rowsOf(aCarry().hit(2, 1, 120).run(3_000))
  expect(carrier_events).toMatchObject([
    { ...WAY, outcome: 'killed', drop_time_ms: 2_750, duration_ms: 2_000, killer_guid: guidOf(2) },
  ])
  expect(carrier_kills).toMatchObject([
    {
      ...{ kill_time_ms: 2_750, carrier_guid: guidOf(1), killer_guid: guidOf(2), killer_team: 'AXIS' },
      ...{ means_of_death: MOD.mp40, carrier_distance_at_kill: 1_000, flag_team: 'redflag' },
    },
  ])
  expect(game_events).toContainEqual(
    expect.objectContaining({ event: 'objective_dropped', guid: guidOf(1), x: 1_000, y: 0, z: 24 }),
  )
})

test.each([
  ['his own hand', 1, MOD.suicide],
  ['a mate', 3, MOD.thompson],
  ['the world', 1_022, MOD.falling],
  ['a change of side', 1, MOD.switchteam],
])('a carrier who dies by %s has dropped the item there', async (_, killer, mod) => {
  const server = aCarry()
    .die(1, killer, mod)
    .set(1, { [RED]: 0 })
    .run(500)
  const { carrier_events, carrier_kills } = await rowsOf(server.spawn(1, [-900, 0, 24]).run(1_000))
  expect(carrier_events).toMatchObject([{ ...WAY, outcome: 'dropped', drop_time_ms: 2_750, killer_guid: null }])
  expect(carrier_kills).toEqual([])
})

test('a carrier who lives and has the item no more has delivered it', async () => {
  const { carrier_events, game_events } = await rowsOf(
    aCarry()
      .set(1, { [RED]: 0 })
      .run(1_000),
  )
  expect(carrier_events).toMatchObject([{ ...WAY, outcome: 'secured', drop_time_ms: 2_800 }])
  expect(game_events.map(({ event }) => event)).toEqual(['objective_taken', 'objective_delivered'])
})

test('a carrier who lives and whose item lies on the ground has dropped it', async () => {
  const server = aCarry().set(1, { [RED]: 0 })
  server.tape.entity(300, { classname: 'team_CTF_redflag', flags: 4_096 })
  expect((await rowsOf(server.run(1_000))).carrier_events).toMatchObject([{ ...WAY, outcome: 'dropped' }])
})

test('a carrier who leaves the server takes the item no farther', async () => {
  expect((await rowsOf(aCarry().leave(1).run(1_000))).carrier_events).toMatchObject([
    { ...WAY, outcome: 'disconnected' },
  ])
})

test('a carrier at the end of the round is where he last lived, not at the camera', async () => {
  const { carrier_events } = await rowsOf(aCarry())
  expect(carrier_events).toMatchObject([{ ...WAY, outcome: 'round_end' }])
  expect(carrier_events[0]?.drop_x).not.toBe(CAMERA[0])
})

test('a delivery that ends the round is one, at the place where he last had the item', async () => {
  const server = aCarry()
  server.tape.configstrings({ [WINNER]: '\\w\\1' })
  expect(onlyRound(await track(server.end('Wolf EndRound.'))).round.rows.carrier_events).toMatchObject([
    { ...WAY, outcome: 'secured' },
  ])
})

test('the other side wins, or time is over: that is no delivery', async () => {
  const time = aCarry()
  time.tape.configstrings({ [WINNER]: '\\w\\1' })
  expect((await rowsOf(time)).carrier_events).toMatchObject([{ outcome: 'round_end' }])
  const other = aCarry()
  expect(onlyRound(await track(other.end('Wolf EndRound.'))).round.rows.carrier_events).toMatchObject([
    { outcome: 'round_end' },
  ])
})

test('a server that stops ends a carry', async () => {
  const { round } = onlyRound(await track(aCarry().shutdown(0)))
  expect(round.rows.carrier_events).toMatchObject([{ ...WAY, outcome: 'shutdown' }])
})

test('a carry whose line was not in the log is seen at the next look', async () => {
  const { carrier_events } = await rowsOf(aCarry({ line: false }).hit(2, 1, 120))
  expect(carrier_events).toMatchObject([{ carrier_guid: guidOf(1), outcome: 'killed', drop_x: 1_000 }])
  expect(carrier_events[0]?.pickup_time_ms).toBeLessThanOrEqual(1_250)
})

test('who waits for his wave and watches the carrier carries nothing', async () => {
  const server = aCarry()
    .die(3, 2, MOD.mp40)
    .tapOut(3, [1_000, 0, 24])
    .set(3, { [RED]: CARRYING })
  expect((await rowsOf(server.run(2_000))).carrier_events).toMatchObject([{ carrier_guid: guidOf(1) }])
})

test('the way of a carrier who goes around is longer than the straight line', async () => {
  const server = aCarry()
  server.tape.move(1, 2_000, [1_000, 750, 24])
  const { carrier_events } = await rowsOf(server.run(2_000))
  expect(carrier_events).toMatchObject([{ carry_distance: 1_750, beeline_distance: 1_250, efficiency: 0.714 }])
})

const BACK = 'legacy popup: ^7axis^7 returned "the Documents"'

test('an item is returned by the nearest of its owners', async () => {
  const { carrier_returns } = await rowsOf(aCarry().hit(4, 1, 120).run(5_000).print(BACK).run(100))
  expect(carrier_returns).toMatchObject([
    {
      ...{ return_time_ms: 7_750, returner_guid: guidOf(2), returner_team: 'AXIS', flag_team: 'redflag' },
      ...{ original_carrier_guid: guidOf(1), drop_time_ms: 2_750, return_delay_ms: 5_000, drop_x: 1_000 },
    },
  ])
})

test('an item that nobody is near to, or that lay for half a minute, came back by itself', async () => {
  const far: Vector = [-2_000, 0, 24]
  const alone = aCarry().hit(4, 1, 120).set(2, { 'ps.origin': far }).run(5_000).print(BACK).run(100)
  expect((await rowsOf(alone)).carrier_returns).toMatchObject([{ returner_guid: null, return_delay_ms: 5_000 }])
  const late = aCarry().hit(4, 1, 120).run(30_000).print(BACK).run(100)
  expect((await rowsOf(late)).carrier_returns).toMatchObject([{ returner_guid: null, return_delay_ms: 30_000 }])
})

test('an item that was taken up again is not the one that comes back', async () => {
  const server = aCarry()
    .hit(4, 1, 120)
    .run(1_000)
    .print('Item: 3 team_CTF_redflag')
    .set(3, { [RED]: CARRYING })
  const { carrier_returns } = await rowsOf(server.run(1_000).hit(2, 3, 120).run(1_000).print(BACK).run(100))
  expect(carrier_returns).toMatchObject([{ original_carrier_guid: guidOf(3), return_delay_ms: 1_000 }])
})
