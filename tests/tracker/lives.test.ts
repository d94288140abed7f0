import { describe, expect, test } from 'vitest'
import { CLASS, guidOf, MOD, SmallServer, SPECTATOR, WORLD } from '../support/small-server.ts'
import { onlyRound, scenario, type Tracked, track } from '../support/tracker.ts'

type Rows = Tracked['rounds'][number]['round']['rows']

async function rowsOf(server: SmallServer): Promise<Rows> {
  return onlyRound(await track(server.end())).round.rows
}

/** Time, event and state of each entry of a slot's timeline. */
function timeline(rows: Rows, slot: number): [time_ms: number, event: string, state: string][] {
  const mine = rows.lives.filter(({ guid }) => guid === guidOf(slot))
  return mine.map(({ time_ms, event, state }) => [time_ms, event, state])
}

/** In which state a connection is at a time, by its timeline. */
function stateAt(rows: Rows, connection: number, time_ms: number): string | undefined {
  return rows.lives.filter((row) => row.connection === connection && row.time_ms <= time_ms).at(-1)?.state
}

describe('a player who is killed, revived, killed, taps out and spawns again', async () => {
  const server = new SmallServer().join(0).join(1).join(3).restart(0).run(1_250)
  server.hit(0, 1, 120).run(1_000).revive(1, 3).run(1_000).hit(0, 1, 120).run(1_000).tapOut(1).run(2_000).spawn(1)
  const rows = await rowsOf(server.run(3_000))

  test('has one timeline without a hole (L-10)', () => {
    expect(timeline(rows, 1)).toEqual([
      [500, 'joined', 'waiting'],
      [500, 'spawned', 'alive'],
      [2_000, 'downed', 'downed'],
      [3_000, 'revived', 'alive'],
      [4_000, 'downed', 'downed'],
      // seen in the frame that follows
      [5_050, 'tapped_out', 'waiting'],
      [7_000, 'spawned', 'alive'],
      [10_050, 'round_end', 'alive'],
    ])
    const revived = rows.lives.find(({ event }) => event === 'revived')
    expect(revived).toMatchObject({ other_guid: guidOf(3), health: 50, x: 100 })
  })

  test('is sampled from the moment of his revive, and at no time when he is down or waits (L-10)', () => {
    const tracks = rows.player_tracks.filter(({ guid }) => guid === guidOf(1))
    expect(
      tracks.map(({ spawn_time_ms, death_time_ms, death_type }) => [spawn_time_ms, death_time_ms, death_type]),
    ).toEqual([
      [500, 2_000, 'killed'],
      [3_000, 4_000, 'killed'],
      [7_000, 10_050, 'round_end'],
    ])
    for (const { path, spawn_time_ms, death_time_ms } of tracks) {
      const times = [...path.time_ms]
      expect([times[0], times.at(-1)]).toEqual([spawn_time_ms, death_time_ms])
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0))
      expect(Math.max(...gaps)).toBeLessThanOrEqual(250)
    }
  })

  test('is counted with the living exactly when he lives (L-10)', () => {
    const alive = (time_ms: number) =>
      rows.players.filter(({ connection }) => stateAt(rows, connection, time_ms) === 'alive').length
    expect([1_000, 2_500, 3_500, 4_500, 6_000, 8_000].map(alive)).toEqual([3, 2, 3, 2, 2, 3])
  })
})

test.each(['odd_deaths', 'changes', 'slot_reuse', 'odd_clients', 'emptied'] as const)(
  'in %s every connection has a state from its beginning to its end (L-10)',
  async (name) => {
    const { rows } = onlyRound(await track(scenario(name))).round
    for (const { connection, disconnect_time_ms } of rows.players) {
      const entries = rows.lives.filter((row) => row.connection === connection)
      expect(entries[0]?.event).toBe('joined')
      expect(entries.at(-1)?.event).toBe(disconnect_time_ms === null ? 'round_end' : 'disconnected')
      const times = entries.map(({ time_ms }) => time_ms)
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(entries.slice(1, -1).every(({ event }) => event !== 'joined' && event !== 'round_end')).toBe(true)
    }
  },
)

test('a body that is blown up is gibbed by who did it, and is no second death (L-10, L-11)', async () => {
  const server = new SmallServer().join(0).join(1).join(2).restart(0).run(1_250).hit(0, 1, 120).run(500)
  server.tape.call('et_Damage', 1, 2, 150, 0, MOD.grenade)
  server.set(1, { health: -170 }).tapOut(1)
  const rows = await rowsOf(server.run(1_000))
  expect(timeline(rows, 1).map(([, event]) => event)).toEqual(['joined', 'spawned', 'downed', 'gibbed', 'round_end'])
  expect(rows.lives.find(({ event }) => event === 'gibbed')?.other_guid).toBe(guidOf(2))
  expect(rows.deaths.length).toBe(1)
  expect(rows.damage.length).toBe(1)
})

test('each cause of death is one row, whatever it is (L-11)', async () => {
  const server = new SmallServer().join(0).join(1).join(2).join(3).restart(0).run(1_000)
  server.hit(0, 1, 120).run(500).revive(1, 3).run(500).hit(0, 1, 120).run(500).spawn(1).run(500)
  server.hit(0, 2, 120).run(500).spawn(2).run(500)
  server.die(0, 0, MOD.suicide).run(500).spawn(0).run(500)
  server.die(0, WORLD, MOD.falling).run(500).spawn(0).run(500)
  server.set(3, { 'sess.sessionTeam': SPECTATOR }).die(3, 3, MOD.switchteam)
  const { deaths } = await rowsOf(server.run(500))
  expect(
    deaths.map(({ victim_guid, killer_guid, cause, mod_name }) => [victim_guid, killer_guid, cause, mod_name]),
  ).toEqual([
    [guidOf(1), guidOf(0), 'kill', 'MOD_MP40'],
    // the same player again, after a revive
    [guidOf(1), guidOf(0), 'kill', 'MOD_MP40'],
    [guidOf(2), guidOf(0), 'team_kill', 'MOD_MP40'],
    [guidOf(0), guidOf(0), 'suicide', 'MOD_SUICIDE'],
    [guidOf(0), null, 'world', 'MOD_FALLING'],
    [guidOf(3), guidOf(3), 'team_switch', 'MOD_SWITCHTEAM'],
  ])
})

test('where a waiting player was is his own place, and not that of whom he watches (L-10, L-17)', async () => {
  const server = new SmallServer()
    .join(0, { at: [3_000, 0, 24] })
    .join(1)
    .restart(0)
    .run(1_250)
  server.hit(0, 1, 120).run(500).tapOut(1, [3_000, 0, 24]).run(3_000)
  const rows = await rowsOf(server)
  const path = rows.player_tracks.find(({ guid }) => guid === guidOf(1))?.path
  expect(Math.max(...(path?.x ?? []))).toBe(100)
  const waiting = rows.lives.filter(({ guid, state }) => guid === guidOf(1) && state === 'waiting')
  expect(waiting.every(({ x }) => x === null)).toBe(true)
})

test('a change of class or side is an entry of its own (L-10)', async () => {
  const server = new SmallServer().join(0).join(1).restart(0).run(1_250).set(0, { 'sess.playerType': CLASS.engineer })
  server.tape.call('et_ClientUserinfoChanged', 0)
  server.run(1_000).set(0, { 'sess.sessionTeam': SPECTATOR })
  server.tape.call('et_ClientUserinfoChanged', 0)
  const rows = await rowsOf(server.run(1_000))
  expect(timeline(rows, 0).slice(2, 4)).toEqual([
    [2_000, 'class_changed', 'alive'],
    [3_000, 'team_changed', 'spectating'],
  ])
})
