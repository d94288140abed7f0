import { expect, test } from 'vitest'
import type { EntityValues } from '../../src/simulator/fields.ts'
import { guidOf, SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const TANK = 500
const MOVER_NAMES = 28

async function rowsOf(server: SmallServer) {
  const { rows } = onlyRound(await track(server.end())).round
  expect(rows.capture.filter(({ state }) => state === 'failed')).toEqual([])
  return rows
}

/** A tank that goes `steps` times 100 units along x, twice a second; an Ally rides on it, another walks beside it. */
function aTank(steps: number, values: EntityValues = {}) {
  const server = new SmallServer()
    .join(1, { at: [0, 0, 100] })
    .join(3, { at: [0, 250, 0] })
    .join(2, { at: [0, 600, 0] })
  server.tape.entity(TANK, {
    ...{ classname: 'script_mover', scriptName: 'tank', spawnflags: 144, health: 1_200, count: 1_200 },
    ...{ 'r.currentOrigin': [0, 0, 0], ...values },
  })
  server.restart(0).run(3_000).set(1, { tankLink: TANK })
  for (let i = 1; i <= steps; i++) {
    server.tape.entity(TANK, { 'r.currentOrigin': [100 * i, 0, 0] })
    server.set(3, { 'ps.origin': [100 * i, 250, 0] }).run(500)
  }
  return server
}

test('a tank goes as far as it goes', async () => {
  const { vehicle_progress } = await rowsOf(aTank(4))
  expect(vehicle_progress).toMatchObject([
    {
      ...{ vehicle_name: 'tank', vehicle_type: 'script_mover', start_x: 0, end_x: 400, total_distance: 400 },
      ...{ max_health: 1_200, final_health: 1_200, destroyed_count: 0 },
    },
  ])
})

test('who rides has the whole way, who walks beside the nearer the more, who is far off nothing', async () => {
  const { escort_credit } = await rowsOf(aTank(4))
  expect(escort_credit).toMatchObject([
    {
      player_guid: guidOf(1),
      vehicle_name: 'tank',
      proximity_time_ms: 0,
      total_escort_distance: 400,
      credit_distance: 400,
    },
    {
      ...{ player_guid: guidOf(3), mounted_time_ms: 0, proximity_time_ms: 2_000, total_escort_distance: 400 },
      ...{ credit_distance: 200, samples: 4 },
    },
  ])
})

test('who rides a tank that stands has the time, and no way; nobody escorts it', async () => {
  const { escort_credit, vehicle_progress } = await rowsOf(aTank(0).run(2_000))
  expect(escort_credit).toMatchObject([{ player_guid: guidOf(1), mounted_time_ms: 2_000, total_escort_distance: 0 }])
  expect(vehicle_progress).toEqual([])
})

test('a tank whose health is gone was destroyed once, until it is repaired', async () => {
  const server = aTank(1)
  for (const health of [0, 0, 1_200, -5]) {
    server.tape.entity(TANK, { health })
    server.run(1_000)
  }
  expect((await rowsOf(server)).vehicle_progress).toMatchObject([{ destroyed_count: 2, final_health: -5 }])
})

test('a tank that trembles, or that the map puts elsewhere, has not gone', async () => {
  const server = aTank(0)
  for (const x of [3, 0, 4, 20_000]) {
    server.tape.entity(TANK, { 'r.currentOrigin': [x, 0, 0] })
    server.run(500)
  }
  expect((await rowsOf(server)).vehicle_progress).toEqual([])
})

test('a door is no vehicle, but what the map names as one is', async () => {
  expect((await rowsOf(aTank(4, { spawnflags: 0 }))).vehicle_progress).toEqual([])
  const named = aTank(0, { spawnflags: 0 })
  named.tape.configstrings({ [MOVER_NAMES]: `\\${TANK}\\the Train` })
  named.restart(0).run(3_000)
  named.tape.entity(TANK, { 'r.currentOrigin': [100, 0, 0] })
  const { rounds } = await track(named.run(1_000).end())
  expect(rounds.at(-1)?.round.rows.vehicle_progress).toMatchObject([{ vehicle_name: 'the Train' }])
})
