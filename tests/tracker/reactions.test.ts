import { describe, expect, test } from 'vitest'
import type { Vector } from '../../src/simulator/fields.ts'
import { liveGame, rowsAfter } from '../support/played-round.ts'
import { AXIS, CAMERA, guidOf, type SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const reactionTo = async (slot: number, server: SmallServer) =>
  (await rowsAfter(server)).reaction_metrics.find(({ target_guid }) => target_guid === guidOf(slot))

describe('a target', () => {
  test('returns fire when he hits somebody who has hit him, the first time within 5 s', async () => {
    const server = liveGame().hit(1, 0, 5).run(300).hit(0, 3, 5).run(400).hit(0, 1, 5).run(400).hit(0, 1, 5)
    expect(await reactionTo(0, server)).toMatchObject({
      ...{ return_fire_ms: 700, support_reaction_ms: null, target_class: 'MEDIC', num_attackers: 1 },
    })
  })

  test('returns no fire after 5 s, nor by hitting a mate', async () => {
    expect(await reactionTo(0, liveGame().hit(1, 0, 5).run(5_000).hit(0, 1, 5))).toMatchObject({
      return_fire_ms: 5_000,
    })
    expect(await reactionTo(0, liveGame().hit(1, 0, 5).run(5_050).hit(0, 1, 5))).toMatchObject({ return_fire_ms: null })
    const mates = liveGame().hit(1, 0, 5).run(100).hit(2, 0, 5).hit(0, 2, 5)
    expect(await reactionTo(0, mates)).toMatchObject({ return_fire_ms: null, support_reaction_ms: null })
  })

  test('is supported when a mate hits one of his attackers', async () => {
    const server = liveGame().hit(1, 0, 5).run(100).hit(2, 3, 5).run(100).hit(3, 1, 5).run(100).hit(2, 1, 5)
    server.run(100).hit(2, 1, 5)
    expect(await reactionTo(0, server)).toMatchObject({ return_fire_ms: null, support_reaction_ms: 300 })
  })

  test('is not supported by who was an enemy, when the attacker has come over to his side', async () => {
    const server = liveGame().hit(1, 0, 5).run(100).set(1, { 'sess.sessionTeam': AXIS })
    server.tape.call('et_ClientUserinfoChanged', 1)
    expect(await reactionTo(0, server.spawn(1).run(100).hit(3, 1, 5))).toMatchObject({ support_reaction_ms: null })
  })

  test('has a row of reactions for every fight, with its target and its outcome', async () => {
    const { engagements, reaction_metrics } = await rowsAfter(liveGame().hit(1, 0, 5).hit(0, 1, 120).run(100))
    const who = ['engagement_id', 'target_guid', 'target_name', 'target_team', 'outcome', 'num_attackers'] as const
    const head = [...who, 'start_time_ms', 'end_time_ms', 'duration_ms'] as const
    const heads = (rows: typeof reaction_metrics | typeof engagements) => rows.map((row) => head.map((key) => row[key]))
    expect(heads(reaction_metrics)).toEqual(heads(engagements))
    expect(reaction_metrics).toHaveLength(2)
  })
})

describe('a dodge', () => {
  /** A hit, and then a step every 200 ms, so that each sample sees one. */
  const stepped = (steps: readonly Vector[]) => {
    const server = liveGame(2, { proximity_position_sample_interval: '200' }).set(0, { 'ps.origin': [0, 0, 24] })
    server.hit(1, 0, 5)
    for (const place of steps) server.set(0, { 'ps.origin': place }).run(200)
    return server
  }
  const dodge = async (...steps: readonly Vector[]) => (await reactionTo(0, stepped(steps)))?.dodge_reaction_ms

  test('is the end of the first step that turns by 45 degrees from the first one', async () => {
    expect(await dodge([0, 50, 24], [0, 100, 24], [50, 150, 24])).toBe(600)
    expect(await dodge([0, 50, 24], [0, 100, 24], [48, 150, 24])).toBeNull()
    expect(await dodge([0, 50, 24], [-50, 50, 24])).toBe(400)
  })

  test('compares with the first step, not with the one before', async () => {
    expect(await dodge([0, 50, 24], [30, 90, 24], [70, 120, 24])).toBe(600)
  })

  test('does not see steps shorter than 24 units', async () => {
    expect(await dodge([0, 23, 24], [50, 23, 24], [100, 23, 24])).toBeNull()
    expect(await dodge([0, 24, 24], [50, 24, 24])).toBe(400)
    expect(await dodge([0, 50, 24], [23, 50, 24], [46, 50, 24], [69, 50, 24])).toBeNull()
  })

  test('is the first one only', async () => {
    expect(await dodge([0, 50, 24], [50, 50, 24], [50, 0, 24])).toBe(400)
  })

  test('does not see steps upwards', async () => {
    expect(await dodge([0, 50, 24], [0, 50, 124], [0, 100, 24])).toBeNull()
  })

  test('is none after 5 s, and no later one is', async () => {
    const still = (count: number) => Array.from({ length: count }, (): Vector => [0, 50, 24])
    expect(await dodge([0, 50, 24], ...still(23), [50, 50, 24])).toBe(5_000)
    expect(await dodge([0, 50, 24], ...still(24), [50, 50, 24], [50, 0, 24])).toBeNull()
  })

  test('is not the way to the place of the last moment', async () => {
    const server = stepped([[0, 50, 24]])
    server.set(0, { 'ps.origin': CAMERA })
    expect(await reactionTo(0, server)).toMatchObject({ outcome: 'round_end', dodge_reaction_ms: null })
  })
})

describe('focused fire', () => {
  const focus = async (delay_ms: number, damage: number, lasting_ms: number) => {
    const server = liveGame()
      .hit(1, 0, damage / 2)
      .run(delay_ms)
      .hit(3, 0, damage / 2)
      .run(lasting_ms - delay_ms)
    return (await rowsAfter(server.leave(0))).focus_fire
  }

  test('is scored by how close together the attackers come and by the damage in the time', async () => {
    expect(await focus(500, 50, 1_000)).toEqual([
      {
        ...{ engagement_id: 1, target_guid: guidOf(0), target_name: 'player 0', attacker_count: 2, total_damage: 50 },
        ...{ attacker_guids: [guidOf(1), guidOf(3)], duration_ms: 1_000 },
        // 0.6 for the first quarter of 2 s, 0.4 for a tenth of 500 a second
        focus_score: 0.49,
      },
    ])
  })

  test('scores no less than nothing for attackers far apart, and no more than all for damage', async () => {
    expect(await focus(3_000, 50, 3_000)).toMatchObject([{ focus_score: 0.013 }])
    expect(await focus(0, 90, 0)).toMatchObject([{ focus_score: 1 }])
  })

  test('takes a fight that ends at once to last a tenth of a second', async () => {
    expect(await focus(0, 20, 0)).toMatchObject([{ duration_ms: 0, focus_score: 0.76 }])
  })

  test('needs two attackers', async () => {
    expect((await rowsAfter(liveGame().hit(1, 0, 5).hit(1, 0, 5))).focus_fire).toEqual([])
  })
})

test('reactions and focused fire are off where fights are, not empty', async () => {
  const given = { 'proximity_config.lua': 'return { sensors = { engagement_tracking = false, focus_fire = true } }' }
  const { round } = onlyRound(await track(liveGame().hit(1, 0, 5).end(), { given }))
  expect(round.header.capabilities).toMatchObject({ engagement_tracking: 'off', reaction_tracking: 'off' })
  expect(round.header.capabilities).toMatchObject({ focus_fire: 'off', damage: 'on' })
})
