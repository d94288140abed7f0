import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { tapeOfRecording } from '../../src/simulator/recording.ts'
import { Tape } from '../../src/simulator/tape.ts'
import { LUAS, playOn } from '../support/lua-programs.ts'
import { type Call, naiveCalls, naiveTraces } from './naive-recording.ts'

const ROOT = join(process.env.CONFORMANCE_DIR ?? join(import.meta.dirname, '../../../shared/conformance'), 'engine')
const RECORDINGS = existsSync(ROOT) ? ['full-match', 'objective-end', 'pause'] : []

/**
 * Writes down every call with its arguments and clocks, and reads other fields of other clients and entities
 * each time. Texts are cut, because the engine prints no more than 1023 characters.
 */
const PROBE = `
local callbacks = { "et_InitGame", "et_ShutdownGame", "et_RunFrame", "et_ClientConnect", "et_ClientUserinfoChanged",
  "et_ClientBegin", "et_ClientSpawn", "et_ClientDisconnect", "et_ClientCommand", "et_ConsoleCommand", "et_Chat",
  "et_Damage", "et_Obituary", "et_Revive", "et_WeaponFire", "et_SetPlayerSkill", "et_UpgradeSkill", "et_Print" }
local kind = math.type or type
local function shown(value)
  if type(value) == "table" then
    local members = {}
    for i = 1, #value do members[i] = shown(value[i]) end
    return "(" .. table.concat(members, " ") .. ")"
  end
  if type(value) == "number" then return string.sub(kind(value), 1, 1) .. string.format("%.17g", value) end
  return value == nil and "nil" or '"' .. string.sub(tostring(value), 1, 160) .. '"'
end
local scalars = { SCALARS }
local vectors = { "ps.origin", "ps.velocity", "ps.viewangles" }
local arrays = { "ps.stats", 16, "ps.persistant", 16, "ps.powerups", 16, "pers.playerStats.hitRegions", 4, "sess.skill", 7 }
local cvars = { "gamestate", "g_currentRound", "timelimit", "g_nextTimeLimit", "mapname", "P" }
local calls = 0
local function read()
  local n, slot = calls, calls % 14
  local values = {}
  local function add(value) values[#values + 1] = shown(value) end
  for i = 0, 9 do add(et.gentity_get(slot, scalars[(n * 7 + i) % #scalars + 1])) end
  add(et.gentity_get(slot, vectors[n % 3 + 1]))
  local array = n % 5 * 2 + 1
  add(et.gentity_get(slot, arrays[array], n % arrays[array + 1]))
  add(et.gentity_get(slot, "sess.aWeaponStats", n % 28))
  add(et.trap_Cvar_Get(cvars[n % #cvars + 1]))
  add(et.trap_GetConfigstring(n % 2 == 0 and n % 64 or 689 + n % 64))
  add(et.trap_GetUserinfo(slot))
  local entity = 64 + n % 200
  for _, field in ipairs({ "inuse", "classname", "track", "s.eType", "r.currentOrigin" }) do add(et.gentity_get(entity, field)) end
  return table.concat(values, "\\t")
end
for _, name in ipairs(callbacks) do
  _G[name] = function(...)
    local args = {}
    for i, value in ipairs({ ... }) do args[i] = shown(value) end
    if name == "et_ClientCommand" then for i = 0, et.trap_Argc() - 1 do args[i + 3] = shown(et.trap_Argv(i)) end end
    et.G_Print(name .. "\\t" .. et.trap_Milliseconds() .. "\\t" .. os.time() .. "\\t" .. table.concat(args, "\\t") .. "\\t:\\t" .. read())
    calls = calls + 1
  end
end`

function traceFiles(recording: string) {
  const folder = join(ROOT, recording)
  const names = readdirSync(folder).filter((name) => name.startsWith('trace-'))
  return names.sort().map((name) => ({ name, bytes: gunzipSync(readFileSync(join(folder, name))) }))
}

describe.each(RECORDINGS)('%s', (recording) => {
  const files = traceFiles(recording)
  const calls = naiveCalls(files.map(({ bytes }) => bytes.toString('latin1')))
  const probe = PROBE.replace('SCALARS', calls.scalars.map((name) => `"${name}"`).join(', '))
  const tape = tapeOfRecording(files)

  test.each(LUAS)('every callback comes as recorded, and reads what was recorded (%s)', async (lua) => {
    const { report } = await playOn(lua, probe, tape)
    expect(report.errors).toEqual([])
    expect(report.prints).toHaveLength(calls.list.length)
    for (const [i, line] of report.prints.entries()) expectCall(line, calls.list[i] as Call, lua === 'luajit')
  })
})

/** Compared by hand: a matcher for each of twenty thousand lines takes a minute. */
function expectCall(line: string, call: Call, untyped: boolean): void {
  const [name, milliseconds, unix, ...rest] = line.split('\t')
  const said = rest.join('\t')
  const expected = untyped ? call.text.replaceAll(/(^|[\t(: ])[if](?=-?\d)/g, '$1n') : call.text
  if (name === call.name && Number(milliseconds) === call.milliseconds && said === expected) {
    if (call.unix === undefined || Math.abs(Number(unix) - call.unix) <= 1) return
  }
  expect({ name, milliseconds: Number(milliseconds), said, unix: Number(unix) }).toEqual({
    name: call.name,
    milliseconds: call.milliseconds,
    said: expected,
    unix: call.unix,
  })
}

describe.skipIf(RECORDINGS.length === 0)('the traces of the engine', () => {
  const { brushes } = JSON.parse(readFileSync(join(ROOT, 'map.json'), 'utf8'))
  const folder = join(ROOT, 'full-match')
  const names = readdirSync(folder).filter((name) => name.startsWith('tracecalls-'))

  test.each(names)('%s: the boxes answer as the engine did', async (name) => {
    const traces = naiveTraces(gunzipSync(readFileSync(join(folder, name))).toString())
    const module = `
      local traces = { ${traces.map(({ call }) => `{ ${call} }`).join(',\n')} }
      function et_RunFrame()
        for _, t in ipairs(traces) do
          local hit = et.trap_Trace(t[1], t[2], t[3], t[4], t[5], t[6])
          et.G_Print(string.format("%.6f %d", hit.fraction, hit.entityNum))
        end
      end`
    const tape = new Tape()
    for (const { mins, maxs } of brushes) tape.box(mins, maxs)
    tape.vm()
    tape.frame(50)
    const { report } = await playOn('wasm', module, tape)
    expect(report.errors).toEqual([])
    expect(traces.length).toBeGreaterThan(1000)
    expect(report.prints).toHaveLength(traces.length)
    const wrong = traces.filter(({ fraction, entity }, i) => {
      const [said, number] = (report.prints[i] as string).split(' ').map(Number)
      // the ends of the calls are written to a thousandth of a unit
      return number !== entity || Math.abs((said as number) - fraction) > 1e-4
    })
    expect(wrong).toEqual([])
  })
})
