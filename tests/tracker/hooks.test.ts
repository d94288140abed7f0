import { describe, expect, test } from 'vitest'
import { LUAS } from '../support/lua-programs.ts'
import { SmallServer } from '../support/small-server.ts'
import { onlyRound, replaced, scenario, track } from '../support/tracker.ts'

test('no hook returns anything, so that every later module hears what this one hears (L-6)', async () => {
  const { report } = await track(scenario('odd_deaths'))
  expect(report.errors).toEqual([])
  expect(report.returned).toEqual([])
  const server = new SmallServer().join(0).restart(0)
  for (const command of ['say', 'kill', 'team', 'proximity', 'proximity_linked']) server.tape.command(0, command, 'x')
  for (const command of ['status', 'map', 'proximity_status']) server.tape.console(command)
  server.tape.call('et_WeaponFire', 0, 3)
  server.tape.call('et_FixedMGFire', 0)
  server.tape.call('et_SetPlayerSkill', 0, 2)
  server.tape.call('et_Chat', 0, 1, 'hello', 'say')
  expect((await track(server.end().shutdown(0))).report.returned).toEqual([])
})

test('only its own commands are kept from the game (L-6)', async () => {
  const server = new SmallServer().join(0).restart(0)
  server.tape.command(0, 'PROXIMITY_link', 'abcd-1234')
  server.tape.console('Proximity', 'status')
  server.tape.console('proximity')
  expect((await track(server)).report.returned).toEqual([
    { callback: 'et_ClientCommand', value: '1' },
    { callback: 'et_ConsoleCommand', value: '1' },
    { callback: 'et_ConsoleCommand', value: '1' },
  ])
})

/** Takes away what not every Lua of the engine has, and says what is asked for beyond that. */
const LEAST = `
local kept = {
  [""] = { "_G", "_VERSION", "assert", "collectgarbage", "error", "getmetatable", "ipairs", "load", "loadstring", "next", "pairs", "pcall", "rawequal", "rawget", "rawset", "select", "setmetatable", "tonumber", "tostring", "type", "unpack", "et", "string", "table", "math", "os" },
  string = { "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep", "reverse", "sub", "upper" },
  table = { "concat", "insert", "remove", "sort", "unpack" },
  math = { "abs", "acos", "asin", "atan", "atan2", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max", "min", "modf", "pi", "rad", "random", "sin", "sqrt", "tan" },
  os = { "clock", "date", "time" },
}
local function only(library, names)
  local rest = {}
  for _, name in ipairs(names) do rest[name] = true end
  local all = {}
  for name in pairs(library) do all[#all + 1] = name end
  for _, name in ipairs(all) do if not rest[name] then library[name] = nil end end
end
for library, names in pairs(kept) do if library ~= "" then only(_G[library], names) end end
local said, say = {}, et.G_Print
only(_G, kept[""])
setmetatable(_G, { __index = function(_, name)
  if not said[name] and not string.find(name, "^et_") then say("asks for " .. name) end
  said[name] = true
end })`

describe.each(LUAS)('on %s', (lua) => {
  test('needs no more than what all Luas of the engine have in common (L-7)', async () => {
    const config = 'return { grid_size = 256 }'
    const given = { 'proximity_config.lua': config }
    const [whole, reduced] = await Promise.all([
      track(scenario('odd_deaths'), { lua, given }),
      track(scenario('odd_deaths'), { lua, given, before: LEAST }),
    ])
    const asked = reduced.report.prints.flatMap((line) => /^asks for (.*)$/.exec(line)?.slice(1) ?? [])
    // looked for, and done without
    const probed = ['jit', 'loadstring', 'require', 'unpack']
    expect(asked.filter((name) => !probed.includes(name))).toEqual([])
    expect(reduced.report.errors).toEqual([])
    const rows = onlyRound(reduced).round.rows
    expect(rows).toEqual(onlyRound(whole).round.rows)
    expect(rows.deaths.length).toBeGreaterThan(3)
  })
})

test('the end of a round is worked off once, even if the work fails (L-5)', async () => {
  const server = new SmallServer().join(0).join(1).restart(0).run(1_000).end('Timelimit hit.', 5_000).shutdown(1)
  const tracked = await track(server, {
    broken: (program) =>
      replaced(
        program,
        'function ____exports.endSteps(how)',
        'function ____exports.endSteps(how) et.G_Print("the end") error("no end")',
      ),
  })
  expect(tracked.report.prints.filter((line) => line === 'the end').length).toBe(1)
  expect(tracked.report.prints.filter((line) => line.includes('no end')).length).toBe(1)
  expect(tracked.report.errors).toEqual([])
  // what was recorded up to then is not lost
  expect(onlyRound(tracked).round.completeness).toBe('complete')
})

test('an error in a hook stays inside, is said once, and the next calls come as usual (L-4)', async () => {
  const server = new SmallServer().join(0).join(1).restart(0).run(3_000).hit(0, 1, 20).run(500).end()
  const tracked = await track(server, {
    broken: (program) =>
      replaced(
        program,
        'function ____exports.moveClock(level_ms, onPause)',
        'local calls = 0\nfunction ____exports.moveClock(level_ms, onPause) calls = calls + 1\nif calls > 20 and calls < 40 then error("stopped") end',
      ),
  })
  expect(tracked.report.errors).toEqual([])
  expect(tracked.report.prints.filter((line) => line.includes('stopped')).length).toBe(1)
  expect(onlyRound(tracked).round.rows.damage.length).toBe(1)
})
