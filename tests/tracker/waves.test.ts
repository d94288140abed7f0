import { describe, expect, test } from 'vitest'
import { clockOf, liveGame, rowsAfter } from '../support/played-round.ts'
import { guidOf, SmallServer } from '../support/small-server.ts'

const SEEDS = 31
/** Allies take the second value, of which 1 is a third of a second; Axis the fifth, halves. */
const PACKED = '8 16 0 30 0 0 12 0 0 0'
const ALLIES_OFFSET_MS = 10_000
const AXIS_OFFSET_MS = 6_000

function waves(cvars: Readonly<Record<string, string>> = {}, seeds = PACKED): SmallServer {
  const server = new SmallServer(cvars)
  server.tape.configstrings({ [SEEDS]: seeds })
  return server.join(0).join(1).restart(0)
}

const timing = async (server: SmallServer) => (await rowsAfter(server)).spawn_timing

describe('the waves', () => {
  test('of both sides are known from the start, with the offset that the round has drawn', async () => {
    expect((await rowsAfter(waves())).reinforcements).toEqual([
      { time_ms: 0, team: 'AXIS', interval_ms: 30_000, offset_ms: AXIS_OFFSET_MS },
      { time_ms: 0, team: 'ALLIES', interval_ms: 20_000, offset_ms: ALLIES_OFFSET_MS },
    ])
  })

  test.each([11, 3, 13, 7, 2, 5, 1, 17].map((parts, index) => [index, parts]))(
    'have as offset value %i of the seeds in parts of a second: one of %i',
    async (index, parts) => {
      const values = Array.from({ length: 8 }, (_, i) => (i === index ? 40 : 1))
      // the low bits belong to others, and the values are taken in turn
      const seeds = [8 * (index + 8) + 7, 4 * (index + 8) + 3, ...values].join(' ')
      const offset_ms = Math.floor(40_000 / parts)
      expect((await rowsAfter(waves({}, seeds))).reinforcements).toMatchObject([{ offset_ms }, { offset_ms }])
    },
  )

  test.each(['', '0', '0 0', 'a b c d', '-8 -4 30 30 30 30 30 30 30 30', '0 0 -30', '8 4 30 -1'])(
    'have no offset where the engine tells none: %j',
    async (seeds) => {
      const { reinforcements } = await rowsAfter(waves({}, seeds))
      expect(reinforcements.map(({ offset_ms }) => offset_ms)).toEqual([null, null])
    },
  )

  test.each([
    ['0.001', 1],
    ['1', 1_000],
    ['20.5', 20_500],
    ['999', 999_000],
    ['1000', 1_000],
    ['1500.7', 1_500],
  ])('of %s are so many ms: what is less than a thousand is seconds', async (length, interval_ms) => {
    expect((await rowsAfter(waves({ g_redlimbotime: length }))).reinforcements[0]).toMatchObject({ interval_ms })
  })

  test("are those of the admin where the map's script sets none, in seconds", async () => {
    const server = waves({
      ...{ g_redlimbotime: '0', g_bluelimbotime: '' },
      ...{ g_userAxisRespawnTime: '25', g_userAlliedRespawnTime: '15' },
    })
    expect((await rowsAfter(server)).reinforcements).toMatchObject([{ interval_ms: 25_000 }, { interval_ms: 15_000 }])
  })

  test.each(['', '0', '-20', '0.0001', 'never'])('that nobody tells are no row: %j', async (length) => {
    const server = waves({ g_redlimbotime: length, g_bluelimbotime: length })
    const { reinforcements, spawn_timing } = await rowsAfter(server.hit(1, 0, 120))
    expect(reinforcements).toEqual([])
    expect(spawn_timing).toMatchObject([{ enemy_spawn_interval_ms: 0, victim_reinf_s: null }])
  })

  test('have the offset 0 where the round has drawn that', async () => {
    const { reinforcements } = await rowsAfter(waves({}, '0 0 0 1 1 1 1 1 1 1'))
    expect(reinforcements).toMatchObject([{ offset_ms: 0 }, { offset_ms: 0 }])
  })

  test('are written anew for the side whose waves change, within a second', async () => {
    const server = waves().run(5_000)
    server.tape.cvars({ g_redlimbotime: '40000' })
    const { reinforcements } = await rowsAfter(server.run(3_000))
    expect(reinforcements.slice(2)).toMatchObject([{ team: 'AXIS', interval_ms: 40_000 }])
    expect(reinforcements[2]?.time_ms as number).toBeLessThanOrEqual(clockOf(server) - 2_000)
  })

  test('are written anew when the round draws another offset', async () => {
    const server = waves().run(5_000)
    server.tape.configstrings({ [SEEDS]: PACKED.replace('30', '60') })
    const { reinforcements } = await rowsAfter(server.run(3_000))
    expect(reinforcements.slice(2)).toMatchObject([{ team: 'ALLIES', offset_ms: 2 * ALLIES_OFFSET_MS }])
  })
})

describe('the victim of an enemy', () => {
  test("waits for his side's next wave, the killer would wait for his own", async () => {
    const server = waves().run(1_250)
    expect(clockOf(server)).toBe(2_000)
    expect(await timing(server.hit(1, 0, 120))).toMatchObject([
      {
        ...{ kill_time_ms: 2_000, enemy_spawn_interval_ms: 30_000 },
        ...{ victim_guid: guidOf(0), victim_name: 'player 0', victim_team: 'AXIS' },
        ...{ killer_guid: guidOf(1), killer_name: 'player 1', killer_team: 'ALLIES' },
        ...{ time_to_next_spawn_ms: 22_000, spawn_timing_score: 0.733, victim_reinf_s: 22, killer_reinf_s: 8 },
      },
    ])
  })

  test('who dies just as his wave is let in waits for all of the next one', async () => {
    const server = waves().run(9_250)
    expect(await timing(server.hit(0, 1, 120))).toMatchObject([
      { kill_time_ms: 10_000, time_to_next_spawn_ms: 20_000, spawn_timing_score: 1 },
    ])
  })

  test('waits by the waves as they are now', async () => {
    const server = waves().run(1_250)
    server.tape.cvars({ g_redlimbotime: '40000' })
    expect(await timing(server.hit(1, 0, 120))).toMatchObject([
      { enemy_spawn_interval_ms: 40_000, time_to_next_spawn_ms: 32_000 },
    ])
  })

  test.each([
    ['offset', () => waves({}, '')],
    ['length', () => waves({ g_redlimbotime: '', g_bluelimbotime: '' })],
  ])('waits for nobody knows how long, where the waves have no %s', async (_, unknown) => {
    expect(await timing(unknown().hit(1, 0, 120))).toMatchObject([
      {
        ...{ enemy_spawn_interval_ms: 0, time_to_next_spawn_ms: 0, spawn_timing_score: 0 },
        ...{ victim_reinf_s: null, killer_reinf_s: null },
      },
    ])
  })

  test('waits by the clock that stands still in a pause', async () => {
    const server = waves().run(250).pause(5_000).run(1_000)
    const [row] = await timing(server.hit(1, 0, 120))
    expect(row?.time_to_next_spawn_ms).toBe(30_000 - AXIS_OFFSET_MS - (row?.kill_time_ms as number))
  })

  test('is no victim of a mate', async () => {
    expect(await timing(liveGame().hit(2, 0, 120).die(1, 1, 33))).toEqual([])
  })
})
