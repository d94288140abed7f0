import { describe, expect, test } from 'vitest'
import { clockOf } from '../support/played-round.ts'
import { guidOf, SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const LINES_A_FRAME = 12
const AIM_MS = 400
const CROSSFIRE_MS = 1_000
const CROWDS = [2, 6, 16, 32]

/** As many of Axis at zero, who look north, as of Allies, who stand there in two groups that see them from two sides. */
function crowds(each: number, order: (slots: number[]) => number[] = (slots) => slots): SmallServer {
  const server = new SmallServer({ sv_maxclients: '64' })
  for (const slot of order(Array.from({ length: 2 * each }, (_, i) => i))) {
    const aside = slot % 4 === 1 ? -500 : 500
    server.join(slot, { at: slot % 2 === 0 ? [slot / 10, 0, 24] : [aside + slot / 10, 500, 24] })
  }
  server.restart(0)
  for (let slot = 0; slot < 2 * each; slot += 2) server.set(slot, { 'ps.viewangles': [0, 45, 0] })
  return server
}

const bySide = (slots: number[]) => [
  ...slots.filter((slot) => slot % 2 === 0),
  ...slots.filter((slot) => slot % 2 === 1),
]

async function looksAt(server: SmallServer) {
  const length_ms = clockOf(server)
  const played = await track(server.end('Timelimit hit.', 10_000))
  const { rows } = onlyRound(played).round
  expect(rows.capture.filter(({ state }) => state === 'failed')).toEqual([])
  return { rows, length_ms, traces_max: played.report.counters.at(-1)?.traces_max ?? 0 }
}

describe.each(CROWDS)('among twice %i players', (each) => {
  test.each([
    ['in turn', (slots: number[]) => slots],
    ['one side after the other', bySide],
  ])(
    'who came %s each is looked at for his aim every 400 ms, and no frame asks for too many lines',
    async (_, order) => {
      const { rows, length_ms, traces_max } = await looksAt(crowds(each, order).run(6_000))
      const lookers = Array.from({ length: each }, (_, i) => guidOf(2 * i))
      const first = new Map(rows.aim_lock.map(({ guid, start_time_ms }) => [guid, start_time_ms]))
      expect([...first.keys()].sort()).toEqual(lookers)
      expect(traces_max).toBeLessThanOrEqual(LINES_A_FRAME)
      for (const { guid, duration_ms, samples, end_time_ms } of rows.aim_lock) {
        expect([guid, samples]).toEqual([guid, duration_ms / AIM_MS + 1])
        expect([guid, length_ms - end_time_ms <= AIM_MS + 50]).toEqual([guid, true])
      }
      expect(rows.aim_lock.length).toBe(each)
    },
  )
})

test.each([2, 6, 12])('among twice %i players each is looked at for crossfires once a second', async (each) => {
  const { rows, traces_max } = await looksAt(crowds(each).run(6_000))
  expect(traces_max).toBeLessThanOrEqual(LINES_A_FRAME)
  const looked = rows.capture.find(({ sensor }) => sensor === 'crossfire_opportunities')
  // the lines of the last of so many are asked for some frames late
  expect(looked?.longest_interval_ms).toBeLessThanOrEqual(CROSSFIRE_MS + 250)
  expect(rows.crossfire_opportunities.length).toBeGreaterThanOrEqual(2 * each - 2)
  for (const { time_ms } of rows.crossfire_opportunities) expect(time_ms).toBeLessThanOrEqual(2 * CROSSFIRE_MS + 250)
  // a situation that lasts is one row
  const keys = rows.crossfire_opportunities.map((row) =>
    [row.target_guid, row.teammate1_guid, row.teammate2_guid].join(),
  )
  expect(new Set(keys).size).toBe(keys.length)
})
