import { describe, expect, test } from 'vitest'
import { SECTIONS, type SectionKey } from '../../src/format/sections.ts'
import { playMatch } from '../../src/simulator/match.ts'
import { SCENARIOS } from '../../src/simulator/scenarios.ts'
import { MOD, SmallServer } from '../support/small-server.ts'
import { onlyRound, scenario, track } from '../support/tracker.ts'

const FRAME_MS = 50

describe('times of the file', () => {
  test('are zero when play goes live, and stand still in a pause (L-8)', async () => {
    const server = new SmallServer().join(0).join(1)
    // a warm-up of ten minutes, with a restart in it
    server.restart(2).run(300_000).restart(2).run(300_000).restart(0)
    server.run(2_250).hit(0, 1, 20).pause(17_650).run(2_000).hit(0, 1, 30).run(1_000).end()
    const { round } = onlyRound(await track(server))
    // 750 ms of settling, then what a stopwatch shows
    expect(round.rows.damage.map(({ time_ms }) => time_ms)).toEqual([3_000, 5_000])
    const [outcome] = round.rows.round_outcome
    expect(Math.abs((outcome?.duration_ms ?? 0) - 6_000)).toBeLessThanOrEqual(FRAME_MS)
    expect([outcome?.pause_count, outcome?.paused_ms]).toEqual([1, 17_650])
    expect(round.rows.pauses).toEqual([{ start_time_ms: 3_000, duration_ms: 17_650 }])
    expect(round.rows.player_tracks.every(({ spawn_time_ms }) => spawn_time_ms === 500)).toBe(true)
  })

  test('are tied to the wall clock and to the level time of the live start (L-8)', async () => {
    const server = new SmallServer().join(0).restart(2).run(600_000).restart(0).run(5_000).end()
    const { round } = onlyRound(await track(server))
    // tape starts at level time 10000 and 1771445400; the warm-up took 600,750 ms
    expect(round.header.round_start_unix).toBe(1_771_445_400 + 600)
    expect(round.header.live_level_time_ms).toBe(610_750)
  })

  test('stand still in a pause in which the module ends (L-8)', async () => {
    const server = new SmallServer().join(0).restart(0).run(1_250).pause(5_000).run(FRAME_MS)
    server.tape.configstrings({ 32: String(646 + 16) })
    const { round } = onlyRound(await track(server.run(4_000).shutdown(0)))
    const [outcome] = round.rows.round_outcome
    expect([outcome?.pause_count, outcome?.duration_ms]).toEqual([2, 2_000 + FRAME_MS])
    const lengths = round.rows.pauses.map(({ duration_ms }) => duration_ms)
    expect(lengths[0]).toBe(5_000)
    // how long the second one lasted is not told any more
    expect(Math.abs((lengths[1] ?? 0) - 4_000)).toBeLessThanOrEqual(FRAME_MS)
  })
})

test.each([
  ['0', 1, 'the engine counts from 0'],
  ['1', 2, 'the engine counts from 0'],
  // stuck, reset, and not there at all
  ['2', 1, 'the engine counts 2, which is neither 0 nor 1'],
  ['-1', 1, 'the engine counts -1, which is neither 0 nor 1'],
  ['', 1, 'the engine tells no number'],
])('the engine counts %j: the round is %i, and the file says why (L-9)', async (counter, number, why) => {
  const server = new SmallServer({ g_currentRound: counter }).join(0).restart(0)
  // the engine counts on before the module hears of the end
  const { round, name } = onlyRound(await track(server.run(1_000).end()))
  expect(round.header.round_number_raw).toBe(number)
  expect(name).toContain(`-round-${number}_`)
  expect(round.header.engine_round).toBe(counter === '' ? null : Number(counter))
  expect(round.header.round_number_reason).toBe(why)
})

test('a restart in play is a round of its own: another start, another name (L-9)', async () => {
  const server = new SmallServer().join(0).restart(0).run(3_000).restart(0).run(3_000).end()
  const { rounds } = await track(server)
  expect(rounds.map(({ round }) => round.rows.round_outcome[0]?.end_reason)).toEqual(['restart', 'time_limit'])
  expect(new Set(rounds.map(({ round }) => round.header.round_start_unix)).size).toBe(2)
})

/** Sections made of samples: their rows may change with the rhythm of sampling, and no others. */
const SAMPLED: readonly SectionKey[] = [
  'player_tracks',
  'movement_heatmap',
  'objective_focus',
  'engagements',
  'capture',
]

/** A dodge is a step from one sample of a fight to the next (tracker-semantics): the one column that goes with them. */
function withoutSteps(rows: readonly object[]): readonly object[] {
  return rows.map((row) => ({ ...row, dodge_reaction_ms: undefined }))
}

describe('at another rate of sampling', async () => {
  const paused = scenario('pause')
  const at = async (ms: number) => {
    const given = { 'proximity_config.lua': `return { position_sample_interval = ${ms} }` }
    return onlyRound(await track(paused, { given })).round
  }
  const [fine, usual, coarse] = [await at(50), await at(200), await at(500)]
  const samples = (round: typeof fine) => round.rows.player_tracks.reduce((sum, row) => sum + row.samples, 0)

  test('there are as many samples as asked for (L-12)', () => {
    expect(samples(fine)).toBeGreaterThan(3 * samples(usual))
    expect(samples(usual)).toBeGreaterThan(2 * samples(coarse))
  })

  test('no other sensor changes (L-12)', () => {
    for (const { key } of SECTIONS) {
      if (SAMPLED.includes(key)) continue
      expect([key, withoutSteps(fine.rows[key])]).toEqual([key, withoutSteps(usual.rows[key])])
      expect([key, withoutSteps(coarse.rows[key])]).toEqual([key, withoutSteps(usual.rows[key])])
    }
    expect(usual.rows.damage.length).toBeGreaterThan(10)
  })

  test('times and damage of fights are the same, and so are the lives (L-12)', () => {
    const fights = (round: typeof fine) =>
      round.rows.engagements.map(({ positions, distance_traveled, ...rest }) => rest)
    expect(fights(fine)).toEqual(fights(usual))
    expect(fights(coarse)).toEqual(fights(usual))
    const lives = (round: typeof fine) =>
      round.rows.player_tracks.map(({ path, samples: _, first_move_time_ms, ...rest }) => rest)
    expect(lives(fine)).toEqual(lives(usual))
    expect(lives(coarse)).toEqual(lives(usual))
  })
})

test('how long it really took is what the file says (L-12)', async () => {
  const server = new SmallServer({ proximity_position_sample_interval: '200' }).join(0).restart(0).run(2_000)
  server.frameAt(server.now + 900)
  const { round } = onlyRound(await track(server.run(2_000).end()))
  const tracks = round.rows.capture.find(({ sensor }) => sensor === 'player_tracks')
  expect(tracks?.interval_ms).toBe(200)
  expect(tracks?.longest_interval_ms).toBeGreaterThanOrEqual(900)
})

describe.each(['two_rounds', 'pause', 'surrender', 'objective', 'map_change', 'slot_reuse'] as const)(
  'in %s',
  (name) => {
    test('lengths are measured, in the units that their columns say (L-18)', async () => {
      const { tape, rounds: truth } = playMatch(SCENARIOS[name])
      const { rounds } = await track({ bytes: () => tape })
      for (const [i, { round }] of rounds.entries()) {
        const { header, rows } = round
        const [outcome] = rows.round_outcome
        if (outcome === undefined) throw new Error('no outcome')
        const wall_s = (header.round_end_unix ?? 0) - (header.round_start_unix ?? 0)
        expect(Math.abs(wall_s - (outcome.duration_ms + outcome.paused_ms) / 1000)).toBeLessThanOrEqual(2)
        expect(Math.abs(outcome.duration_ms - (truth[i]?.duration_ms ?? 0))).toBeLessThanOrEqual(FRAME_MS)
        expect(outcome.paused_ms).toBe(truth[i]?.paused_ms)
        expect(outcome.time_limit_ms).toBe(truth[i]?.limit_ms)
        for (const { spawn_time_ms, death_time_ms } of rows.player_tracks) {
          expect(spawn_time_ms).toBeGreaterThanOrEqual(0)
          expect(death_time_ms ?? 0).toBeLessThanOrEqual(outcome.duration_ms)
        }
        for (const { guid } of rows.players) {
          const lives = rows.player_tracks.filter((row) => row.guid === guid)
          const lived = lives.reduce((sum, row) => sum + (row.death_time_ms ?? 0) - row.spawn_time_ms, 0)
          expect(lived).toBeLessThanOrEqual(outcome.duration_ms)
        }
      }
    })
  },
)

test('a surrender is as long as it was, whatever the next limit is (L-18)', async () => {
  const server = new SmallServer({ timelimit: '10' }).join(0).join(1).restart(0).run(29_250)
  const { round } = onlyRound(await track(server.hit(0, 1, 10, { mod: MOD.mp40 }).end('Axis Surrender')))
  expect(round.rows.round_outcome[0]).toMatchObject({ end_reason: 'surrender', time_limit_ms: 600_000 })
  expect(round.rows.round_outcome[0]?.duration_ms).toBeLessThanOrEqual(30_050)
})
