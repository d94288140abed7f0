import { describe, expect, test } from 'vitest'
import { playMatch } from '../../src/simulator/match.ts'
import { SCENARIOS } from '../../src/simulator/scenarios.ts'
import { NATIVE_LUAS } from '../support/native-lua.ts'
import { scenario, type Tracked, track } from '../support/tracker.ts'

const SLICE_BYTES = 32_768
const { tape } = playMatch({ ...SCENARIOS.two_rounds, minutes: 3 })
const longer = { bytes: () => tape }

/** Says how much the tracker writes to files in each frame. */
const COUNTING = `
local write, frames, down = et.trap_FS_Write, {}, et.RegisterModname
local leaving = false
function et.trap_FS_Write(text, count, fd)
  local now = et.trap_Milliseconds()
  if not leaving then frames[now] = (frames[now] or 0) + count end
  return write(text, count, fd)
end
function et.RegisterModname(name)
  local shutdown = et_ShutdownGame
  function et_ShutdownGame(restart)
    leaving = true
    shutdown(restart)
    for _, bytes in pairs(frames) do et.G_Print("wrote " .. bytes) end
  end
  down(name)
end`

test('no frame writes more than a slice, in play or after it', async () => {
  const tracked = await track(longer, { before: COUNTING })
  const sizes = tracked.report.prints.flatMap((line) => /^wrote (\d+)$/.exec(line)?.slice(1).map(Number) ?? [])
  const written = sizes.reduce((sum, size) => sum + size, 0)
  // journals and files went through frames, not through the end of the module
  expect(written).toBeGreaterThan(tracked.rounds.reduce((sum, { bytes }) => sum + bytes.length, 0))
  expect(sizes.length).toBeGreaterThan(20)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(SLICE_BYTES)
})

/** The file without what is the Lua's own: its name, and the checksum over it. */
function comparable({ rounds }: Tracked): [name: string, text: string][] {
  return rounds.map(({ name, bytes }) => [
    name,
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/\n# lua_version=.*/, '')
      .replace(/ adler32=\d+\n$/, ''),
  ])
}

describe.each(['odd_deaths', 'objective', 'slot_reuse', 'pause'] as const)('the files of %s', (name) => {
  test.each(NATIVE_LUAS)('are the same on %s as on the Lua in WebAssembly', async (lua) => {
    const [native, inWasm] = await Promise.all([track(scenario(name), { lua }), track(scenario(name), { lua: 'wasm' })])
    expect(native.rounds.length).toBeGreaterThan(0)
    expect(comparable(native)).toEqual(comparable(inWasm))
  })
})

test('the memory that a round needs does not grow without bound', async () => {
  const [native] = NATIVE_LUAS
  if (native === undefined) return
  const tracked = await track(longer, { lua: native })
  const written = tracked.rounds.reduce((sum, { bytes }) => Math.max(sum, bytes.length), 0)
  // the rows themselves, and as much again for everything else
  expect(tracked.report.counters.at(-1)?.heap_live_kb ?? 0).toBeLessThan(1_500 + (2 * written) / 1024)
})
