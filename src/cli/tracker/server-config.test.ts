import { expect, test } from 'vitest'
import { assignmentsIn, endsInSeparator, modulesIn, pathOf } from './server-config.ts'

test.each<[string, string, readonly [number, string, string] | undefined]>([
  ['a plain line', 'set lua_modules "a.lua b.lua"', [1, 'set lua_modules', 'a.lua b.lua']],
  ['a value without quotes', 'lua_modules a.lua b.lua\r\n', [1, 'lua_modules', 'a.lua b.lua']],
  ['a competition config', 'init\n{\n\tsetl  lua_modules "a.lua"\n}', [3, 'setl lua_modules', 'a.lua']],
  ['one line for all', 'init { setl lua_modules "a.lua" }', [1, 'setl lua_modules', 'a.lua']],
  ['behind another command', 'set sv_fps 40; SETA LUA_MODULES "a;b"', [1, 'SETA LUA_MODULES', 'a;b']],
  ['a value cut by the next command', 'set lua_modules a.lua; map supply', [1, 'set lua_modules', 'a.lua']],
  ['an address before it', 'set g_url "http://x"; set lua_modules "a"', [1, 'set lua_modules', 'a']],
  ['a comment', '// set lua_modules "a"', undefined],
  ['a long comment', '/* x\nset lua_modules "a"\n*/', undefined],
  ['another variable', 'set lua_modules2 "a"\nset x lua_modules "a"', undefined],
  ['a question on the console', 'lua_modules', undefined],
])('%s', (_, text, expected) => {
  const [found, ...more] = assignmentsIn(text)
  expect(more).toEqual([])
  const [line, command, value] = expected ?? []
  expect(found).toEqual(expected && { variable: 'lua_modules', line, command, value })
})

test('every variable about modules is found, whatever its case', () => {
  const text = 'set LUA_allowedmodules "A"\nset G_LUAMODULELIST "list.txt"'
  expect(assignmentsIn(text).map(({ variable }) => variable)).toEqual(['lua_allowedmodules', 'g_luamodulelist'])
})

test('names are separated by blanks, commas and semicolons, and get the suffix that they lack', () => {
  expect(modulesIn(' a.lua, b;luascripts/c.LUA ').map(pathOf)).toEqual(['a.lua', 'b.lua', 'luascripts/c.LUA'])
})

test('a separator at the end is noticed', () => {
  expect(['a ', 'a,', 'a;', 'a', ''].map(endsInSeparator)).toEqual([true, true, true, false, false])
})
