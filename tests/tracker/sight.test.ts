import { expect, test } from 'vitest'
import type { Vector } from '../../src/simulator/fields.ts'
import { guidOf, SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

async function rowsOf(server: SmallServer) {
  const { rows } = onlyRound(await track(server.end())).round
  expect(rows.capture.filter(({ state }) => state === 'failed')).toEqual([])
  return rows
}

/** One Axis in the corner between two Allies. */
function aCorner({ second = [0, 500, 24] as Vector } = {}) {
  const server = new SmallServer().join(2, { at: [0, 0, 24] }).join(1, { at: [500, 0, 24] })
  return server.join(3, { at: second }).restart(0)
}

test('two mates who see one enemy from two sides are one opportunity, however long it lasts', async () => {
  const { crossfire_opportunities } = await rowsOf(aCorner().run(8_000))
  expect(crossfire_opportunities).toHaveLength(1)
  expect(crossfire_opportunities).toMatchObject([
    { target_guid: guidOf(2), teammate1_guid: guidOf(1), teammate2_guid: guidOf(3), angular_separation: 90 },
  ])
  expect(crossfire_opportunities[0]?.time_ms).toBeLessThanOrEqual(1_100)
})

test('an opportunity that ends and comes again is another one', async () => {
  const server = aCorner()
    .run(3_000)
    .set(3, { 'ps.origin': [0, 2_100, 24] })
    .run(3_000)
  const { crossfire_opportunities } = await rowsOf(server.set(3, { 'ps.origin': [0, 500, 24] }).run(3_000))
  expect(crossfire_opportunities).toHaveLength(2)
})

test('an opportunity is used if both hit him within two seconds of its beginning', async () => {
  const used = aCorner().run(1_000).hit(1, 2, 10).hit(3, 2, 20).hit(3, 2, 5).run(3_000)
  expect((await rowsOf(used)).crossfire_opportunities).toMatchObject([{ was_executed: true, damage_within_window: 35 }])
  const one = aCorner().run(1_000).hit(1, 2, 10).run(3_000)
  expect((await rowsOf(one)).crossfire_opportunities).toMatchObject([{ was_executed: false, damage_within_window: 10 }])
  const late = aCorner().run(1_000).hit(1, 2, 10).run(2_500).hit(3, 2, 20)
  expect((await rowsOf(late)).crossfire_opportunities).toMatchObject([
    { was_executed: false, damage_within_window: 10 },
  ])
})

test('an opportunity whose two seconds are not over at the end of the round is in the file', async () => {
  expect((await rowsOf(aCorner().run(500).hit(1, 2, 10).hit(3, 2, 10))).crossfire_opportunities).toMatchObject([
    { was_executed: true },
  ])
})

test('less than 45 degrees apart, or beyond 2,000 units, is none', async () => {
  const degrees = (angle: number, far = 500): Vector => [
    far * Math.cos((angle * Math.PI) / 180),
    far * Math.sin((angle * Math.PI) / 180),
    24,
  ]
  expect((await rowsOf(aCorner({ second: degrees(44) }).run(3_000))).crossfire_opportunities).toEqual([])
  expect((await rowsOf(aCorner({ second: degrees(46) }).run(3_000))).crossfire_opportunities).toHaveLength(1)
  expect((await rowsOf(aCorner({ second: degrees(90, 2_001) }).run(3_000))).crossfire_opportunities).toEqual([])
})

test('eyes are as high as the engine has them: a low wall hides who lies down', async () => {
  const behind = (height: number, eyes: number) => {
    const server = aCorner()
    server.tape.box([200, -100, -100], [220, 100, 24 + height])
    server.set(1, { 'ps.viewheight': eyes }).set(2, { 'ps.viewheight': eyes })
    return rowsOf(server.run(3_000))
  }
  expect((await behind(39, 40)).crossfire_opportunities).toHaveLength(1)
  expect((await behind(41, 40)).crossfire_opportunities).toEqual([])
  expect((await behind(-9, -8)).crossfire_opportunities).toHaveLength(1)
  expect((await behind(-7, -8)).crossfire_opportunities).toEqual([])
})

/** An Axis who looks along x, and an Ally who looks elsewhere. */
function aLook(at: Vector, pitch = 0) {
  const server = new SmallServer()
    .join(2, { at: [0, 0, 24] })
    .join(1, { at })
    .restart(0)
  return server.set(2, { 'ps.viewangles': [pitch, 0, 0] })
}

test('a view that stays on an enemy is one lock', async () => {
  const { aim_lock } = await rowsOf(aLook([1_000, 0, 24]).run(4_000))
  expect(aim_lock).toHaveLength(1)
  expect(aim_lock).toMatchObject([{ guid: guidOf(2), target_guid: guidOf(1), avg_err_deg: 0, avg_dist: 1_000 }])
  const [{ duration_ms, samples } = { duration_ms: 0, samples: 0 }] = aim_lock
  expect(duration_ms).toBeGreaterThanOrEqual(3_600)
  expect(samples).toBe(duration_ms / 400 + 1)
})

test('the error of a view counts up and down too, and pitch is downwards', async () => {
  expect((await rowsOf(aLook([1_000, 0, 1_024], -45).run(2_000))).aim_lock).toMatchObject([{ avg_err_deg: 0 }])
  expect((await rowsOf(aLook([1_000, 0, 1_024], 45).run(2_000))).aim_lock).toEqual([])
  expect((await rowsOf(aLook([1_000, 0, 24], 9).run(2_000))).aim_lock).toMatchObject([{ avg_err_deg: 9 }])
  expect((await rowsOf(aLook([1_000, 0, 24], 11).run(2_000))).aim_lock).toEqual([])
})

test('one glance is no lock', async () => {
  const server = aLook([1_000, 0, 24])
    .run(2_000)
    .set(1, { 'ps.origin': [-1_000, 0, 24] })
    .run(2_000)
  server
    .set(1, { 'ps.origin': [1_000, 0, 24] })
    .run(200)
    .set(1, { 'ps.origin': [-1_000, 0, 24] })
  expect((await rowsOf(server.run(2_000))).aim_lock).toHaveLength(1)
})

test('a view is on nobody behind a wall, beyond 3,000 units, or of the own side', async () => {
  const wall = aLook([1_000, 0, 24])
  wall.tape.box([500, -100, -100], [520, 100, 500])
  expect((await rowsOf(wall.run(2_000))).aim_lock).toEqual([])
  expect((await rowsOf(aLook([3_001, 0, 24]).run(2_000))).aim_lock).toEqual([])
  const mate = new SmallServer()
    .join(2, { at: [0, 0, 24] })
    .join(4, { at: [1_000, 0, 24] })
    .restart(0)
  expect((await rowsOf(mate.set(2, { 'ps.viewangles': [0, 0, 0] }).run(2_000))).aim_lock).toEqual([])
})

test('a view that goes to another enemy is another lock', async () => {
  const server = aLook([1_000, 0, 24])
    .join(3, { at: [0, 1_000, 24] })
    .run(2_000)
  const { aim_lock } = await rowsOf(server.set(2, { 'ps.viewangles': [0, 90, 0] }).run(2_000))
  expect(aim_lock.map(({ target_guid }) => target_guid)).toEqual([guidOf(1), guidOf(3)])
})

test('an enemy who is out of sight at one look ends the lock', async () => {
  const server = aLook([1_000, 0, 24])
  server.tape.box([500, -100, -100], [520, 100, 50])
  server.run(2_000).set(1, { 'ps.viewheight': -8 }).run(400).set(1, { 'ps.viewheight': 40 }).run(2_000)
  const { aim_lock } = await rowsOf(server)
  expect(aim_lock.map(({ target_guid }) => target_guid)).toEqual([guidOf(1), guidOf(1)])
})
