import { describe, expect, test } from 'vitest'
import { type Match, playMatch } from '../../src/simulator/match.ts'
import { SCENARIOS } from '../../src/simulator/scenarios.ts'
import { LUAS } from '../support/lua-programs.ts'
import { guidOf, MOD, SmallServer, WORLD } from '../support/small-server.ts'
import { onlyRound, type Tracked, track } from '../support/tracker.ts'

/** Two rounds of four minutes, 20 frames a second. */
const LONG: Match = { ...SCENARIOS.two_rounds, minutes: 4.1 }
const { tape: long } = playMatch(LONG)
const FRAMES = 10_000

/** The scenario with so many of 1000 reads answered by nonsense. */
function fuzzed(tape: Uint8Array, seed: number, permille: number): { bytes: () => Uint8Array<ArrayBuffer> } {
  return { bytes: () => Uint8Array.from(Buffer.concat([Buffer.from(`fuzz\t${seed}\t${permille}\n`), tape])) }
}

/** Says what must hold however the engine behaves. */
function expectCalm({ report, rounds }: Tracked): void {
  expect([report.errors, report.fatal, report.returned]).toEqual([[], [], []])
  // each state of the module says a thing once
  let said: string[] = []
  for (const line of report.prints) {
    if (line.includes(' writes to ')) said = []
    expect(said).not.toContain(line)
    said.push(line)
  }
  expect(report.prints.length).toBeLessThan(60)
  // refused where it is read, not caught by the net around a hook or a sensor
  expect(said.filter((line) => /et_\w+: |failed: /.test(line))).toEqual([])
  for (const { problems, round } of rounds) {
    // a header without a map is a note, and the truth
    const lost = problems.filter((problem) => problem.lost !== 'note')
    expect([lost, round.completeness]).toEqual([[], 'complete'])
    expect(round.rows.capture.filter(({ state }) => state === 'failed')).toEqual([])
  }
}

describe.each(LUAS.slice(-1))('ten thousand frames on %s', (lua) => {
  test('in which the engine answers nonsense leave whole files, and the console as it is (L-1, L-15)', async () => {
    const tracked = await track(fuzzed(long, 7, 20), { lua })
    expect(tracked.report.counters.at(-1)?.frames).toBeGreaterThan(FRAMES)
    expectCalm(tracked)
    expect(tracked.rounds.map(({ round }) => round.rows.round_outcome.length)).toEqual([1, 1])
    for (const { round } of tracked.rounds) {
      expect(round.rows.deaths.length).toBeGreaterThan(20)
      const refused = round.rows.capture.reduce((sum, { refused_reads }) => sum + refused_reads, 0)
      expect(refused).toBeGreaterThan(100)
      expect(round.rows.round_outcome[0]?.duration_ms).toBeGreaterThan(4 * 60_000)
    }
  })
})

describe.each(LUAS)('on %s', (lua) => {
  test.each([1, 2, 3])('half of all reads can be nonsense (seed %i, L-1)', async (seed) => {
    const { tape } = playMatch(SCENARIOS.changes)
    expectCalm(await track(fuzzed(tape, seed, 500), { lua }))
  })
})

/** Every function of the engine raises an error at its first call, and then in half a percent of them. */
const REFUSING = `
local state = 99
for name, call in pairs(et) do
  if type(call) == "function" then
    local calls = 0
    et[name] = function(...)
      calls = calls + 1
      state = state * 16807 % 2147483647
      if calls == 1 or state % 1000 < 5 then error(name .. " was refused") end
      return call(...)
    end
  end
end`

/** Entities that are no players, slots in which nobody is, and the world. */
const NOBODIES = [-1, 19, 63, 64, 500, WORLD, 1_023]

/** Everybody fights, players vanish between two calls, and the engine tells of clients that there are not. */
function haunted(frames: number): SmallServer {
  const server = new SmallServer().join(0).join(1).join(2).join(3).restart(0).run(1_000)
  for (let i = 0; i < frames; i++) {
    const [a, b] = [i % 4, (i * 7 + 1) % 4]
    const nobody = NOBODIES[i % NOBODIES.length] as number
    server.hit(a, b, 1)
    server.tape.call('et_Damage', nobody, a, 10, 0, MOD.mp40)
    server.tape.call('et_Damage', a, nobody, 1, 0, MOD.mp40)
    server.tape.call('et_Obituary', nobody, a, MOD.mp40)
    server.tape.call('et_Revive', nobody, a, 0)
    server.tape.call('et_WeaponFire', nobody, 3)
    server.tape.call('et_ClientSpawn', Math.max(nobody, 19) % 20, 1, 0, 1)
    // the engine has dropped him, and tells of it later or never
    if (i % 10 === 3) server.tape.free(b)
    server.run(50)
    if (i % 20 === 3) server.tape.call('et_ClientDisconnect', b)
    if (i % 10 === 3) server.join(b)
    server.tape.call('et_Print', `Kill: ${i} 99 8: nobody\n`)
    server.tape.call('et_Print', 'Item: 63 team_CTF_redflag\n')
    server.tape.call('et_Print', '\n')
  }
  return server.end('Timelimit hit.', 10_000).shutdown(1)
}

describe.each(LUAS.slice(-1))('ten thousand frames on %s', (lua) => {
  test('of players who vanish between two calls and of entities that are none leave a whole file (L-17, L-20)', async () => {
    const tracked = await track(haunted(FRAMES), { lua })
    expect(tracked.report.counters.at(-1)?.frames).toBeGreaterThan(FRAMES)
    expectCalm(tracked)
    const { rows } = onlyRound(tracked).round
    expect(rows.damage.length).toBeGreaterThan(FRAMES)
    // whom the engine told of, and nobody else
    expect(new Set(rows.damage.map(({ target_guid }) => target_guid))).toEqual(new Set([0, 1, 2, 3].map(guidOf)))
  })

  test('of the same, in which every call may raise an error and reads answer nonsense, do so too', async () => {
    const tracked = await track(fuzzed(haunted(FRAMES).tape.bytes(), 11, 20), { lua, before: REFUSING })
    expect(tracked.report.counters.at(-1)?.frames).toBeGreaterThan(FRAMES)
    expectCalm(tracked)
    expect(onlyRound(tracked).round.rows.damage.length).toBeGreaterThan(FRAMES / 2)
  })
})
