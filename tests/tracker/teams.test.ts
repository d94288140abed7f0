import { expect, test } from 'vitest'
import { guidOf, MOD, SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const OBJECTIVE = 787

async function rowsOf(server: SmallServer) {
  const { rows } = onlyRound(await track(server.end())).round
  expect(rows.capture.filter(({ state }) => state === 'failed')).toEqual([])
  return rows
}

/** Axis stand in a row, the last one far off and high up; of the Allies one is alone. */
function aRow() {
  const server = new SmallServer().join(2, { at: [0, 0, 24] }).join(4, { at: [100, 0, 24] })
  return server.join(6, { at: [1_300, 0, 900] }).join(1, { at: [0, 900, 24] })
}

test('cohesion is measured from above, by the side', async () => {
  const { team_cohesion } = await rowsOf(aRow().restart(0).run(2_000))
  expect(team_cohesion.length).toBeGreaterThan(2)
  for (const row of team_cohesion) {
    expect(row).toMatchObject({ team: 'AXIS', alive_count: 3, centroid_x: 466.7, centroid_y: 0, dispersion: 555.6 })
    expect(row).toMatchObject({ max_spread: 1_300, straggler_count: 1, buddy_distance: 100 })
    expect(row.buddy_pair_guids).toEqual([guidOf(2), guidOf(4)])
  }
})

test('cohesion is of the living', async () => {
  const { team_cohesion } = await rowsOf(aRow().restart(0).run(1_000).die(6, 1, MOD.thompson).run(1_000))
  expect(team_cohesion.at(-1)).toMatchObject({ alive_count: 2, max_spread: 100 })
})

test('cohesion of the two sides is measured in different frames, every half second', async () => {
  const { team_cohesion } = await rowsOf(
    aRow()
      .join(3, { at: [50, 900, 24] })
      .restart(0)
      .run(4_000),
  )
  const times = (side: string) => team_cohesion.filter(({ team }) => team === side).map(({ time_ms }) => time_ms)
  const [axis, allies] = [times('AXIS'), times('ALLIES')]
  expect(axis.filter((time) => allies.includes(time))).toEqual([])
  for (const times of [axis, allies]) {
    expect(times.length).toBeGreaterThan(5)
    expect(times.slice(1).map((time, i) => time - (times[i] as number))).toEqual(times.slice(1).map(() => 500))
  }
})

/** Two Axis who run with this speed along x, and stop. */
function aPush(speeds: readonly number[], { apart = 0, objective = '' } = {}) {
  const server = new SmallServer()
    .join(2, { at: [0, 0, 24] })
    .join(4, { at: [100, 0, 24] })
    .join(1)
  server.tape.configstrings({ [OBJECTIVE]: objective })
  server.restart(0)
  for (const speed of [...speeds, 0]) {
    server.set(2, { 'ps.velocity': [speed, 0, 0] })
    server.set(4, { 'ps.velocity': [speed * Math.cos(apart), speed * Math.sin(apart), 0] })
    server.run(1_000)
  }
  return server
}

test('a push has the true mean of its looks', async () => {
  const { team_pushes } = await rowsOf(aPush([100, 200, 200]))
  expect(team_pushes).toEqual([
    expect.objectContaining({
      ...{ team: 'AXIS', start_time_ms: 1_250, end_time_ms: 4_250, avg_speed: 166.7, alignment_score: 1 },
      ...{ push_quality: 0.556, direction_x: 1, direction_y: 0, participant_count: 2, toward_objective: 'N/A' },
    }),
  ])
})

test('the quality of a push is never above 1, and is less for those who part', async () => {
  expect((await rowsOf(aPush([900]))).team_pushes).toMatchObject([{ avg_speed: 900, push_quality: 1 }])
  expect((await rowsOf(aPush([900], { apart: Math.PI / 3 }))).team_pushes).toMatchObject([{ push_quality: 0.866 }])
})

test('it is no push to walk slowly, or each his own way', async () => {
  expect((await rowsOf(aPush([79]))).team_pushes).toEqual([])
  expect((await rowsOf(aPush([300], { apart: (140 * Math.PI) / 180 }))).team_pushes).toEqual([])
})

test('a push leads to the nearest objective, or not', async () => {
  const at = (x: number) => ({ objective: `\\e\\100\\o\\0\\s\\1\\n\\gate\\x\\${x}\\y\\0\\z\\24` })
  expect((await rowsOf(aPush([200], at(2_000)))).team_pushes).toMatchObject([{ toward_objective: 'gate' }])
  expect((await rowsOf(aPush([200], at(-2_000)))).team_pushes).toMatchObject([{ toward_objective: 'NO' }])
})

test('a push that lasts ends with the round', async () => {
  const server = aPush([200])
  server
    .set(2, { 'ps.velocity': [200, 0, 0] })
    .set(4, { 'ps.velocity': [200, 0, 0] })
    .run(1_500)
  const { team_pushes, round_outcome } = await rowsOf(server)
  expect(team_pushes.map(({ end_time_ms }) => end_time_ms)).toEqual([2_250, round_outcome[0]?.duration_ms])
})
