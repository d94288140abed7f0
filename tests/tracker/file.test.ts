import { describe, expect, test } from 'vitest'
import { SECTIONS, type Section, type SectionKey } from '../../src/format/sections.ts'
import { parseRound } from '../../src/parser/parse-round.ts'
import { SmallServer } from '../support/small-server.ts'
import { onlyRound, replaced, scenario, track } from '../support/tracker.ts'

const CUT_STEP = 97
const odd = scenario('odd_deaths')
const whole = onlyRound(await track(odd))

function shortRound(): SmallServer {
  const server = new SmallServer().join(0).join(1).restart(0).run(1_000).hit(0, 1, 20)
  return server.run(500).hit(0, 1, 90).run(500)
}

test('a file that is cut anywhere is never taken for a complete one (L-2)', () => {
  expect(whole.round.completeness).toBe('complete')
  const taken: number[] = []
  for (let end = 0; end < whole.bytes.length; end += CUT_STEP) {
    const cut = whole.bytes.subarray(0, end)
    try {
      if (parseRound(cut).round.completeness !== 'incomplete') taken.push(end)
    } catch {
      // no round file at all
    }
  }
  expect(taken).toEqual([])
  expect(parseRound(whole.bytes.subarray(0, -1)).round.completeness).toBe('incomplete')
})

test('nobody sees a file under its final name before it is whole (L-2)', async () => {
  const tracked = await track(odd, {
    before: `
local opened, renamed = et.trap_FS_FOpenFile, et.trap_FS_Rename
function et.trap_FS_FOpenFile(name, mode)
  if mode ~= et.FS_READ then et.G_Print("opened " .. name) end
  return opened(name, mode)
end
function et.trap_FS_Rename(from, to)
  et.G_Print("renamed " .. from .. " " .. to)
  return renamed(from, to)
end`,
  })
  const { name } = onlyRound(tracked)
  const [renamed] = tracked.report.prints.filter((line) => line.startsWith('renamed '))
  expect(renamed).toBe(`renamed ${name}.tmp ${name}`)
  const opened = tracked.report.prints.filter((line) => line.startsWith('opened ') && line.includes('engagements'))
  expect(opened).toEqual([`opened ${name}.tmp`])
})

/** The engine's functions for files, of which the first calls that write a round fail. */
function failing(what: 'open' | 'write' | 'rename', times: number): string {
  return `
local left, writing = ${times}, {}
local open, write, rename = et.trap_FS_FOpenFile, et.trap_FS_Write, et.trap_FS_Rename
local function fails(what) if what == "${what}" and left > 0 then left = left - 1 return true end end
function et.trap_FS_FOpenFile(name, mode)
  local round = mode ~= et.FS_READ and string.find(name, "%.tmp$")
  if round and fails("open") then return 0, -1 end
  local fd, length = open(name, mode)
  if fd > 0 then writing[fd] = round end
  return fd, length
end
function et.trap_FS_Write(text, count, fd)
  if writing[fd] and fails("write") then return write(text, math.floor(count / 2), fd) end
  return write(text, count, fd)
end
function et.trap_FS_Rename(from, to)
  if not fails("rename") then return rename(from, to) end
end`
}

describe.each(['open', 'write', 'rename'] as const)('if the first %s fails', (what) => {
  test('a retry writes the same file under the same name: one round (L-3)', async () => {
    const server = shortRound().end('Timelimit hit.', 5_000).shutdown(1)
    const good = onlyRound(await track(server))
    const file = onlyRound(await track(server, { before: failing(what, 1) }))
    expect([file.name, file.round.completeness]).toEqual([good.name, 'complete'])
    expect(Buffer.from(file.bytes).equals(good.bytes)).toBe(true)
  })

  test('and every other try in the intermission, the file is written when the map ends (L-3)', async () => {
    const server = shortRound().end('Timelimit hit.', 5_000).shutdown(1)
    expect(onlyRound(await track(server, { before: failing(what, 3) })).round.completeness).toBe('complete')
  })
})

test('if nothing can be written at all, the game goes on and the console says so once (L-3)', async () => {
  const tracked = await track(shortRound().end('Timelimit hit.', 5_000).shutdown(1), { before: failing('open', 99) })
  expect([tracked.report.errors, tracked.report.fatal, tracked.rounds]).toEqual([[], [], []])
  expect(tracked.report.prints.filter((line) => line.includes('cannot write')).length).toBe(1)
})

const WITH_ROWS = (SECTIONS as readonly Section[]).filter(
  ({ key }) => key !== 'capture' && whole.round.rows[key as SectionKey].length > 0,
)

/** Rows of these are made of others that the broken sensor would have told of. */
const DEPENDENT: Readonly<Record<string, readonly string[]>> = {
  engagements: ['reaction_metrics', 'focus_fire', 'movement_heatmap'],
}

test.each(WITH_ROWS)(
  'an error in $key leaves every other section as it was, and CAPTURE names it (L-4)',
  async (section) => {
    const key = section.key as SectionKey
    const tracked = await track(odd, {
      broken: (program) =>
        replaced(
          program,
          'function ____exports.record(key, row)',
          `function ____exports.record(key, row) if key == "${key}" then error("injected failure") end`,
        ),
    })
    expect(tracked.report.errors).toEqual([])
    expect(tracked.report.prints.filter((line) => line.includes('injected failure')).length).toBe(1)
    const { round, problems } = onlyRound(tracked)
    expect([problems, round.completeness]).toEqual([[], 'complete'])
    expect(round.rows[key]).toEqual([])
    const sensor = section.capability ?? key
    const changed = (SECTIONS as readonly Section[]).filter((other) => {
      const ours = other.capability ?? other.key
      const excused = ours === sensor || other.key === 'capture' || DEPENDENT[key]?.includes(other.key)
      const name = other.key as SectionKey
      return !excused && JSON.stringify(round.rows[name]) !== JSON.stringify(whole.round.rows[name])
    })
    expect(changed.map((other) => other.key)).toEqual([])
    const captured = round.rows.capture.find((row) => row.sensor === sensor)
    expect(captured).toMatchObject({ state: 'failed', reason: expect.stringContaining('injected failure') })
    expect(round.sensors[key]).toBe('failed')
    expect(round.header.capabilities?.[sensor]).toBe('failed')
  },
)

test('on with rows, on without, off, failed and an old file are five different things (L-14)', async () => {
  const given = { 'proximity_config.lua': 'return { sensors = { deaths = false } }' }
  const { round } = onlyRound(await track(shortRound().end(), { given }))
  expect([round.rows.damage.length > 0, round.sensors.damage]).toEqual([true, 'on'])
  expect([round.rows.carrier_events, round.sensors.carrier_events]).toEqual([[], 'on'])
  expect([round.rows.deaths, round.sensors.deaths]).toEqual([[], 'off'])
  expect(round.rows.capture.find(({ sensor }) => sensor === 'deaths')).toMatchObject({ state: 'off', rows: 0 })
  const text = Buffer.from(whole.bytes).toString('latin1')
  const silent = text.replace(/# (capabilities|tracker)=.*\n/g, '').replace(/\n# CAPTURE\n.*$/s, '\n')
  const old = parseRound(Buffer.from(silent, 'latin1')).round
  expect([old.rows.carrier_events, old.sensors.carrier_events]).toEqual([[], 'unknown'])
})

test('every sensor is declared in the header, and accounted for in CAPTURE (L-14)', () => {
  const sensors = new Set((SECTIONS as readonly Section[]).map(({ key, capability }) => capability ?? key))
  expect(Object.keys(whole.round.header.capabilities ?? {})).toEqual([...sensors])
  sensors.delete('capture')
  expect(whole.round.rows.capture.map(({ sensor }) => sensor)).toEqual([...sensors])
  for (const { sensor, rows } of whole.round.rows.capture) {
    const keys = (SECTIONS as readonly Section[]).filter(({ key, capability }) => (capability ?? key) === sensor)
    expect([sensor, rows]).toEqual([
      sensor,
      keys.reduce((sum, { key }) => sum + whole.round.rows[key as SectionKey].length, 0),
    ])
  }
})
