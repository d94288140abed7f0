import { expect, test } from 'vitest'
import { aRound } from './round.fixtures.ts'
import { waitAt, wavesOf, waveTimes } from './waves.ts'

const listed = (rows: readonly (readonly unknown[])[]) =>
  aRound({ sections: { reinforcements: { fields: ['time_ms', 'team', 'interval_ms', 'offset_ms'], rows: [...rows] } } })

/** As the engine reckons it: a side spawns when clock and offset together are a multiple of the interval. */
function naiveWait(t_ms: number, interval_ms: number, offset_ms: number): number {
  for (let wait = 1; ; wait++) if ((t_ms + wait + offset_ms) % interval_ms === 0) return wait
}

test('the wait for the next wave is the one that the engine reckons, also before the start', () => {
  const round = listed([
    [0, 'AXIS', 30_000, 22_000],
    [0, 'ALLIES', 15_000, 0],
  ])
  for (const t_ms of [-500, 0, 1, 7_999, 8_000, 14_000, 37_999, 100_123]) {
    expect(waitAt(wavesOf(round, 'AXIS'), t_ms)).toBe(naiveWait(t_ms, 30_000, 22_000))
    expect(waitAt(wavesOf(round, 'ALLIES'), t_ms)).toBe(naiveWait(t_ms, 15_000, 0))
  }
})

test('a change of the waves holds from its moment on', () => {
  const waves = wavesOf(
    listed([
      [0, 'AXIS', 20_000, 0],
      [50_000, 'AXIS', 10_000, 5_000],
    ]),
    'AXIS',
  )
  expect(waveTimes(waves, 0, 80_000)).toEqual([20_000, 40_000, 60_000, 65_000, 75_000])
  expect([waitAt(waves, 49_999), waitAt(waves, 50_000)]).toEqual([10_001, 5_000])
})

test('older files: the waits of the killed say when the side of the victim spawns', () => {
  const fields = ['victim_team', 'kill_time_ms', 'enemy_spawn_interval_ms', 'time_to_next_spawn_ms']
  const rows = [
    ['AXIS', 12_000, 20_000, 9_000],
    ['AXIS', 33_000, 20_000, 8_000],
    ['ALLIES', 34_000, 0, 0],
  ]
  const round = aRound({ sections: { spawn_timing: { fields, rows } } })
  expect(waveTimes(wavesOf(round, 'AXIS'), 0, 65_000)).toEqual([1_000, 21_000, 41_000, 61_000])
  expect(wavesOf(round, 'AXIS')).toHaveLength(1)
  expect(wavesOf(round, 'ALLIES')).toEqual([])
})

test('a header that says no more than how often says nothing of when', () => {
  const waves = wavesOf(aRound({ header: { axis_spawn_interval_ms: 30_000, allies_spawn_interval_ms: null } }), 'AXIS')
  expect(waves[0]?.interval_ms).toBe(30_000)
  expect(waitAt(waves, 5_000)).toBeNull()
  expect(waveTimes(waves, 0, 60_000)).toEqual([])
  expect(waitAt(wavesOf(aRound(), 'ALLIES'), 0)).toBeNull()
})
