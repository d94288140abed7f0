import { expect, test } from 'vitest'
import { playOn, startedTape } from '../../tests/support/lua-programs.ts'
import { NATIVE_LUAS } from '../../tests/support/native-lua.ts'

/** Writes a row per client and frame, as a tracker does. */
const MODULE = `
local rows = {}
function et_RunFrame(level)
  for slot = 0, 2 do
    local name, at = et.gentity_get(slot, "pers.netname"), et.gentity_get(slot, "ps.origin")
    rows[#rows + 1] = string.format("%d;%s;%.1f,%.1f,%.1f", level, name, at[1], at[2], at[3])
  end
end
function et_ShutdownGame()
  local text = table.concat(rows, "\\n") .. os.date("\\n%Y-%m-%d-%H%M%S\\n")
  local fd = et.trap_FS_FOpenFile("proximity/round.txt.tmp", et.FS_WRITE)
  for at = 1, #text, 100 do et.trap_FS_Write(string.sub(text, at, at + 99), #string.sub(text, at, at + 99), fd) end
  et.trap_FS_FCloseFile(fd)
  et.trap_FS_Rename("proximity/round.txt.tmp", "proximity/round.txt")
end`

function tape() {
  const tape = startedTape()
  const name = Uint8Array.of(0x5e, 0x31, 0xff, 0xfe, 0x22, 0x5c, 0x80)
  tape.client(0, { 'pers.netname': name, 'ps.origin': [0.1, 1 / 3, 24.125] })
  // no place has a tie in its second decimal: Lua 5.4 rounds 0.25 to 0.2, LuaJIT to 0.3
  tape.move(0, 700, [1000.3, -2000.7, 24], [0.1, 0.1, 24])
  tape.client(1, { 'pers.netname': 'žluť', 'ps.origin': [-0.05, 1e-7, 1e6] })
  tape.frames(100, 50)
  tape.call('et_ShutdownGame', 1)
  return tape
}

test('a name that is no UTF-8 reaches the file with every byte', async () => {
  const { files } = await playOn('wasm', MODULE, tape())
  expect([...files.keys()]).toEqual(['proximity/round.txt'])
  const text = Buffer.from(files.get('proximity/round.txt') as Uint8Array).toString('latin1')
  expect(text).toMatch(/^10050;\^1\u00ff\u00fe"\\\u0080;71\.5,-142\.6,24\.1\n10050;\u00c5\u00belu\u00c5\u00a5;/)
  expect(text).toMatch(/\n2026-02-18-201005\n$/)
})

test.each(NATIVE_LUAS)('%s writes the same bytes as the Lua in WebAssembly', async (lua) => {
  const [inWasm, native] = await Promise.all([playOn('wasm', MODULE, tape()), playOn(lua, MODULE, tape())])
  expect(native.files).toEqual(inWasm.files)
})
