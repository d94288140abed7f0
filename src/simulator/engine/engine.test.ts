import { describe, expect, test } from 'vitest'
import { LUAS, playOn, startedTape } from '../../../tests/support/lua-programs.ts'
import type { Tape } from '../tape.ts'

describe.each(LUAS)('the emulated engine in %s', (lua) => {
  /** What a module printed, and the whole report. */
  async function played(module: string, tape: Tape, given?: ReadonlyMap<string, Uint8Array>) {
    const { files, report } = await playOn(lua, module, tape, given)
    return { files, report, prints: report.prints.join('|') }
  }

  test('gives each state of the module fresh globals, and runs the file before et_InitGame', async () => {
    const module = `
      et.G_Print("chunk " .. tostring(kept) .. tostring(string.kept) .. tostring(et.kept) .. tostring(et.FindSelf()))
      et.RegisterModname("too early")
      kept, string.kept, et.kept = 1, 1, 1
      function et_InitGame(level, seed, restart)
        et.G_Print(level .. " " .. seed .. " " .. restart .. " " .. et.FindSelf() .. " " .. et.FindMod(0) .. ".")
        et.RegisterModname("name")
        et.G_Print((et.FindMod(0)))
      end`
    const tape = startedTape()
    tape.call('et_InitGame', 10_000, 7, 0)
    tape.vm()
    tape.call('et_InitGame', 12_000, 8, 1)
    const { prints } = await played(module, tape)
    expect(prints).toBe('chunk nilnilnilnil|10000 7 0 0 .|name|chunk nilnilnilnil|12000 8 1 0 .|name')
  })

  test('looks callbacks up by name each time, and keeps the module after an error', async () => {
    const module = `
      function et_RunFrame(level)
        if level == 10050 then error("broken") end
        et_RunFrame = function() et.G_Print("second") end
        et.G_Print("first")
      end
      function et_Print(text) et.G_Print("heard " .. text) end`
    const tape = startedTape()
    tape.frames(3, 50)
    tape.call('et_Damage', 1, 2, 3, 4, 5)
    const { prints, report } = await played(module, tape)
    expect(prints).toMatch(/^heard Lua API: et_RunFrame error running lua script: '.*broken'\n\|first\|second$/)
    expect(report.errors).toEqual([{ callback: 'et_RunFrame', text: expect.stringMatching(/:3: broken$/) }])
  })

  test('tells an error of the file itself, and calls nothing of it', async () => {
    const tape = startedTape()
    tape.frames(1, 50)
    const { prints, report } = await played('function et_RunFrame() et.G_Print("x") end error("broken")', tape)
    expect(prints).toBe('')
    expect(report.errors).toEqual([{ callback: 'chunk', text: expect.stringContaining('broken') }])
  })

  test('runs level time, process time and the wall clock on, over a new state too', async () => {
    const module = `
      function et_RunFrame(level)
        et.G_Print(string.format("%d %d %d %s", level, et.trap_Milliseconds(), os.time(), os.date("%H:%M:%S")))
      end`
    const tape = startedTape()
    tape.frame(10_500)
    tape.frames(2, 250)
    tape.vm()
    tape.frame(12_000)
    tape.time(1_771_445_500, 12_000, 9)
    tape.frame(12_050)
    const { prints } = await played(module, tape)
    expect(prints.split('|')).toEqual([
      '10500 800 1771445400 20:10:00',
      '10750 1050 1771445400 20:10:00',
      '11000 1300 1771445401 20:10:01',
      '12000 2300 1771445402 20:10:02',
      '12050 59 1771445500 20:11:40',
    ])
  })

  test('reads fields as the engine does', async () => {
    const module = `
      local function read(entity, field, index)
        local ok, value = pcall(et.gentity_get, entity, field, index)
        if not ok then return (string.match(value, "tried to get.*") or "refused") end
        if type(value) == "table" then
          return string.format("%d: %.3f %.3f %.3f", #value, value[1], value[2], value[3])
        end
        return tostring(value)
      end
      function et_RunFrame()
        et.G_Print(read(3, "health")) et.G_Print(read(3, "HEALTH")) et.G_Print(read(3, "ps.stats", 8))
        et.G_Print(read(3, "ps.stats")) et.G_Print(read(3, "ps.origin")) et.G_Print(read(3, "enemy"))
        et.G_Print(read(4, "health")) et.G_Print(read(4, "pers.netname")) et.G_Print(read(4, "classname"))
        et.G_Print(read(4, "ps.origin")) et.G_Print(read(4, "enemy"))
        et.G_Print(read(3, "no.such")) et.G_Print(read(20, "pers.connected")) et.G_Print(read(20, "health"))
        et.G_Print(read(100, "ps.origin")) et.G_Print(read(100, "classname")) et.G_Print(read(100, "inuse"))
        et.G_Print(read(1024, "health")) et.G_Print(read(3, "ps.stats", 16)) et.G_Print(read(3.5, "health"))
        local counts = et.gentity_get(3, "sess.aWeaponStats", 4)
        et.G_Print(#counts .. " " .. table.concat(counts, " "))
        et.G_Print(tostring(et.gentity_get(3, "ps.origin") == et.gentity_get(3, "ps.origin")))
      end`
    const tape = startedTape()
    tape.client(3, { health: -12, 'ps.stats[8]': 20_000, 'ps.origin': [1, -2.5, 24.125], enemy: 5 })
    tape.weaponStats(3, 4, { atts: 9, deaths: 8, headshots: 7, hits: 6, kills: 5 })
    tape.entity(100, { classname: 'team_CTF_redflag' })
    tape.frames(1, 50)
    const { prints } = await played(module, tape)
    expect(prints.split('|')).toEqual([
      ...['-12', '-12', '20000', '0', '3: 1.000 -2.500 24.125', '5'],
      ...['0', '', 'clientslot', '3: 0.000 0.000 0.000', 'nil'],
      ...['tried to get invalid gentity field "no.such"', 'tried to get invalid gentity field "pers.connected"', '0'],
      ...['tried to get invalid gentity field "ps.origin"', 'team_CTF_redflag', '1'],
      ...['refused', 'refused', 'refused'],
      '5 9 8 7 6 5',
      'false',
    ])
  })

  test.skipIf(lua === 'luajit')('tells integers from floats', async () => {
    const module = `
      function et_RunFrame(level)
        local of = function(field, index) return math.type(et.gentity_get(3, field, index)) end
        local x, unset = et.gentity_get(3, "ps.origin")[1], et.gentity_get(3, "ps.velocity")[1]
        et.G_Print(math.type(level) .. of("health") .. of("ps.leanf") .. of("ps.stats", 1) .. math.type(x) .. math.type(unset))
        local hit = et.trap_Trace({0, 0, 0}, nil, nil, {5, 0, 0}, 3, 1)
        et.G_Print(math.type(hit.fraction) .. math.type(hit.endpos[1]) .. math.type(hit.entityNum))
      end`
    const tape = startedTape()
    tape.client(3, { health: 100, 'ps.leanf': 2, 'ps.origin': [1, 2, 3] })
    tape.frames(1, 50)
    expect((await played(module, tape)).prints).toBe('integerintegerfloatintegerfloatfloat|floatfloatinteger')
  })

  test('keeps what a client left, until the slot is freed', async () => {
    const module = `
      function et_RunFrame()
        et.G_Print(et.gentity_get(3, "pers.netname") .. et.gentity_get(3, "health") .. et.gentity_get(3, "pers.connected"))
      end`
    const tape = startedTape()
    tape.client(3, { 'pers.netname': 'Anvil', health: 80, 'pers.connected': 2 })
    tape.frames(1, 50)
    tape.client(3, { 'pers.connected': 0 })
    tape.frames(1, 50)
    tape.free(3)
    tape.frames(1, 50)
    expect((await played(module, tape)).prints).toBe('Anvil802|Anvil800|00')
  })

  test('moves a client in straight lines until it is put somewhere', async () => {
    const module = `
      function et_RunFrame()
        local at, speed = et.gentity_get(3, "ps.origin"), et.gentity_get(3, "ps.velocity")
        et.G_Print(string.format("%g %g %g, %g %g", at[1], at[2], at[3], speed[1], speed[2]))
      end`
    const tape = startedTape()
    tape.client(3, { 'ps.origin': [0, 0, 24] })
    tape.move(3, 100, [30, 0, 24], [30, 40, 24])
    tape.frames(5, 50)
    tape.move(3, 1000, [130, 40, 24])
    tape.frames(1, 50)
    tape.client(3, { health: 50 })
    tape.frames(1, 50)
    tape.client(3, { 'ps.origin': [7, 7, 7] })
    tape.frames(1, 50)
    expect((await played(module, tape)).prints.split('|')).toEqual([
      ...['15 0 24, 300 0', '30 0 24, 0 400', '30 20 24, 0 400', '30 40 24, 0 0', '30 40 24, 0 0'],
      ...['35 40 24, 100 0', '40 40 24, 100 0', '7 7 7, 0 0'],
    ])
  })

  test('answers variables, configstrings and info texts as text', async () => {
    const module = `
      function et_RunFrame()
        et.trap_Cvar_Set("mine", 5)
        for _, name in ipairs({ "mapname", "MAPNAME", "unknown", "mine", "fs_game" }) do
          et.G_Print(type(et.trap_Cvar_Get(name)) .. et.trap_Cvar_Get(name))
        end
        et.G_Print(et.trap_GetConfigstring(11)) et.G_Print(et.trap_GetConfigstring(12))
        local info = et.trap_GetUserinfo(3)
        et.G_Print(et.Info_ValueForKey(info, "CL_GUID")) et.G_Print(et.Info_ValueForKey(info, "none"))
        et.G_Print(et.Info_SetValueForKey(info, "name", "b")) et.G_Print(et.Info_SetValueForKey(info, "name", "b;"))
        et.G_Print(et.Info_RemoveKey(info, "name")) et.G_Print(et.Q_CleanStr("^1a^^7b\\255c"))
        et.G_Print(tostring(et.isBitSet(524288, 524289)) .. tostring(et.isBitSet(16384, 524289)) .. tostring(et.isBitSet(1, -1)))
        et.G_Print(et.EF_PRONE .. et.HOSTARCH .. et.MOD_NUM_MODS .. tostring(et.G_Printf))
      end`
    const tape = startedTape()
    tape.configstrings({ 11: '10150' })
    tape.userinfo(3, '\\name\\a\\cl_guid\\AB')
    tape.frames(1, 50)
    const { prints } = await played(module, tape)
    expect(prints.split('|')).toEqual([
      ...['stringsupply', 'stringsupply', 'string', 'string5', 'stringlegacy', '10150', ''],
      ...['AB', '', '\\cl_guid\\AB\\name\\b', '\\name\\a\\cl_guid\\AB', '\\cl_guid\\AB', 'a^bc'],
      ...['truefalsetrue', '524288UNIX67nil'],
    ])
  })

  test('passes a command on with its words, and tells who swallows it', async () => {
    const module = `
      function et_ClientCommand(slot, command)
        et.G_Print(slot .. command .. et.trap_Argc() .. et.trap_Argv(1) .. et.trap_Argv(9) .. et.ConcatArgs(1))
        return 1
      end
      function et_ConsoleCommand(command) et.G_Print(command .. et.trap_Argv(1)) end`
    const tape = startedTape()
    tape.command(3, 'say', 'a\t"b"', 'c')
    tape.console('prox', 'status')
    const { prints, report } = await played(module, tape)
    expect(prints).toBe('3say3a\t"b"a\t"b" c|proxstatus')
    expect(report.returned).toEqual([{ callback: 'et_ClientCommand', value: '1' }])
  })

  test('reads and writes files below the game folder', async () => {
    const module = `
      local function open(name, mode) local fd, length = et.trap_FS_FOpenFile(name, mode) return fd, length end
      function et_RunFrame()
        local fd, length = open("/a/b.txt", et.FS_WRITE)
        et.G_Print(tostring(fd >= 2) .. length .. et.trap_FS_Write("one\\255two", 7, fd) .. et.trap_FS_Write("x", 1, 0))
        et.trap_FS_FCloseFile(fd)
        fd, length = open("a/b.txt", et.FS_APPEND) et.G_Print(length)
        et.trap_FS_Write("!\\0?", 3, fd) et.trap_FS_FCloseFile(fd)
        fd, length = open("a/b.txt", et.FS_READ) et.G_Print(length .. et.trap_FS_Read(fd, length)) et.trap_FS_FCloseFile(fd)
        fd, length = open("given.txt", et.FS_READ) et.G_Print(et.trap_FS_Read(fd, length)) et.trap_FS_FCloseFile(fd)
        for _, name in ipairs({ "missing", "../up", "a::b", "" }) do et.G_Print(table.concat({ open(name, et.FS_READ) }, " ")) end
        et.trap_FS_Rename("a/b.txt", "c/d.txt")
        et.G_Print(table.concat(et.trap_FS_GetFileList("a", ".txt"), ",") .. ";" .. table.concat(et.trap_FS_GetFileList("c", ".txt"), ","))
        local path = et.trap_Cvar_Get("fs_homepath") .. "/" .. et.trap_Cvar_Get("fs_game")
        os.rename(path .. "/c/d.txt", path .. "/c/e.log")
        et.G_Print(table.concat(et.trap_FS_GetFileList("c", ""), ","))
      end`
    const tape = startedTape()
    tape.frames(1, 50)
    const { prints, files } = await played(module, tape, new Map([['given.txt', Uint8Array.of(104, 105)]]))
    expect(prints.split('|')).toEqual([
      ...['true070', '0', '10one\u00fftwo!', 'hi', '0 -1', '0 -1', '0 -1', '0 -1', ';d.txt', 'e.log'],
    ])
    expect(files.get('c/e.log')).toEqual(Uint8Array.of(111, 110, 101, 255, 116, 119, 111, 33, 0, 63))
    expect([...files.keys()]).toEqual(['c/e.log', 'given.txt'])
  })

  test('loses what was not flushed when the process dies, and nothing when it ends', async () => {
    const module = `
      function et_RunFrame()
        local fd = et.trap_FS_FOpenFile("a.txt", et.FS_WRITE) et.trap_FS_Write("lost", 4, fd)
        fd = et.trap_FS_FOpenFile("b.txt", et.FS_APPEND_SYNC) et.trap_FS_Write("kept", 4, fd)
        fd = et.trap_FS_FOpenFile("c.txt", et.FS_WRITE) et.trap_FS_Write(string.rep("x", 5000), 5000, fd)
      end
      function et_Quit() et.G_Print("quit") end`
    const lengths = (files: ReadonlyMap<string, Uint8Array>) => [...files].map(([name, { length }]) => [name, length])
    const tape = startedTape()
    tape.frames(1, 50)
    const ended = await played(module, tape)
    expect(lengths(ended.files)).toEqual([
      ['a.txt', 4],
      ['b.txt', 4],
      ['c.txt', 5000],
    ])
    tape.kill()
    tape.frames(1, 50)
    const killed = await played(module, tape)
    expect(killed.prints).toBe('')
    expect(lengths(killed.files)).toEqual([
      ['a.txt', 0],
      ['b.txt', 4],
      ['c.txt', 5000],
    ])
  })

  test('shuts the map down for an error that no pcall catches', async () => {
    const module = `
      function et_RunFrame() pcall(et.trap_GetUserinfo, 20) et.G_Print("frame") end
      function et_ShutdownGame(restart) et.G_Print("shutdown " .. restart) end
      function et_Quit() et.G_Print("quit") end`
    const tape = startedTape()
    tape.frames(2, 50)
    tape.vm()
    tape.frames(1, 50)
    const { prints, report } = await played(module, tape)
    expect(prints).toBe('frame|shutdown 0|quit|frame|shutdown 0|quit')
    expect(report.fatal).toHaveLength(2)
    expect(report.errors).toEqual([])
  })

  test.each([
    ['an error in et_Print', 'function et_Print() error("x") end'],
    ['a line logged in et_Print', 'function et_Print() et.G_LogPrint("x") end'],
  ])('dies of %s', async (_, module) => {
    const tape = startedTape()
    tape.call('et_Print', 'hello\n')
    expect((await played(module, tape)).report.fatal).toEqual([expect.stringContaining('and so on')])
  })

  test('traces against the boxes, for rays and for hulls', async () => {
    const module = `
      local function trace(from, mins, maxs, to, mask)
        local hit = et.trap_Trace(from, mins, maxs, to, 3, mask or et.MASK_SOLID)
        et.G_Print(string.format("%.4f %d %s %g", hit.fraction, hit.entityNum, tostring(hit.startsolid), hit.plane.normal[1]))
      end
      function et_RunFrame()
        trace({ 0, 0, 0 }, nil, nil, { 200, 0, 0 })
        trace({ 0, 0, 0 }, { -18, -18, -24 }, { 18, 18, 48 }, { 200, 0, 0 })
        trace({ 0, 50, 0 }, nil, nil, { 200, 50, 0 })
        trace({ 0, 20, 0 }, { -18, -18, -24 }, { 18, 18, 48 }, { 200, 20, 0 })
        trace({ 105, 0, 0 }, nil, nil, { 200, 0, 0 })
        trace({ 0, 0, 0 }, nil, nil, { 200, 0, 0 }, et.MASK_WATER)
      end`
    const tape = startedTape()
    tape.box([100, -10, -10], [110, 10, 10])
    tape.frames(1, 50)
    // an eighth of a unit before the box; the hull's half is 18
    expect((await played(module, tape)).prints.split('|')).toEqual([
      ...['0.4994 1022 false -1', '0.4094 1022 false -1', '1.0000 1023 false 0', '0.4094 1022 false -1'],
      ...['1.0000 1023 true 0', '1.0000 1023 false 0'],
    ])
  })

  test('answers a share of the reads with nonsense, the same each time', async () => {
    const module = `
      local seen = {}
      function et_RunFrame()
        for i = 1, 500 do
          local ok, value = pcall(et.gentity_get, 3, "health")
          local kind = not ok and "error" or value ~= value and "nan" or type(value) == "number" and value or type(value)
          seen[tostring(kind)] = (seen[tostring(kind)] or 0) + 1
        end
      end
      function et_ShutdownGame()
        local kinds = {}
        for kind, count in pairs(seen) do if kind ~= "100" then kinds[#kinds + 1] = kind .. "=" .. count end end
        table.sort(kinds) et.G_Print(seen["100"]) et.G_Print(table.concat(kinds, " "))
      end`
    const tape = startedTape()
    tape.client(3, { health: 100 })
    tape.frames(1, 50)
    tape.fuzz(5, 300)
    tape.frames(1, 50)
    tape.fuzz(5, 0)
    tape.frames(1, 50)
    tape.call('et_ShutdownGame', 0)
    const { prints, report } = await played(module, tape)
    const [good, kinds = ''] = prints.split('|')
    expect(Number(good)).toBeGreaterThan(1300)
    expect(Number(good)).toBeLessThan(1400)
    expect(kinds).toMatch(/^-1=\d+ 1e\+300=\d+ error=\d+ nan=\d+ nil=\d+ string=\d+ table=\d+$/)
    expect((await played(module, tape)).prints).toBe(prints)
    expect(report.errors).toEqual([])
  })

  test('counts frames, reads and bytes, so far and at the end', async () => {
    const module = `
      function et_RunFrame(level)
        for i = 1, level / 1000 do et.gentity_get(3, "health") end
        local fd = et.trap_FS_FOpenFile("a", et.FS_APPEND) et.trap_FS_Write("xy", 2, fd) et.trap_FS_FCloseFile(fd)
        et.trap_SendServerCommand(-1, 'print "hi"') et.trap_SendConsoleCommand(et.EXEC_APPEND, "say\\n")
      end`
    const tape = startedTape()
    tape.frame(11_000)
    tape.report()
    tape.frame(14_000)
    const { report } = await played(module, tape)
    expect(report.counters).toMatchObject([
      { frames: 1, reads_mean: 11, reads_max: 11, traces_max: 0, bytes_written: 2 },
      { frames: 2, reads_mean: 12.5, reads_max: 14, traces_max: 0, bytes_written: 4 },
    ])
    expect(report.server_commands).toEqual(Array(2).fill({ slot: -1, text: 'print "hi"' }))
    expect(report.console_commands).toEqual(['say\n', 'say\n'])
  })

  test.each([
    ['no_such', /1: there is no statement no_such/],
    ['client\t3\tno.such=1', /1: there is no field no.such/],
    ['client\t3\tps.stats=1', /1: ps.stats: an array needs an index/],
    ['cvar\tfs_homepath="/x"', /1: fs_homepath is set by the emulator/],
    ['cvar\ta="1"\nclient\t70\thealth=1', /2: the server has 64 slots/],
  ])('refuses the statement %j with its line', async (text, message) => {
    const tape = { bytes: () => new TextEncoder().encode(`${text}\n`) } as unknown as Tape
    await expect(playOn(lua, '', tape)).rejects.toThrow(message)
  })
})
