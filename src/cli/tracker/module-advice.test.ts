import { expect, test } from 'vitest'
import { type Installed, moduleAdvice } from './module-advice.ts'

const SIGNATURE = 'A'.repeat(40)
const OLD = 'B'.repeat(40)

/** What is said about one config file. */
function advice(text: string, installed: Partial<Installed> = {}): string[] {
  const all = { module: 'proximity_tracker.lua', signature: SIGNATURE, lists: new Map(), ...installed }
  return moduleAdvice([{ name: 'server.cfg', text }], all)
}

test('a server that loads no modules is told the line to add', () => {
  expect(advice('set sv_fps 40')).toEqual([
    'no config file here sets lua_modules: add this line to the one that the server executes, such as server.cfg',
    '    set lua_modules "proximity_tracker.lua"',
  ])
})

test('the tracker is added behind the other modules, with the command that the line has', () => {
  expect(advice('{\nsetl lua_modules "a.lua, luascripts/b.lua"')).toEqual([
    'server.cfg, line 2: does not list the tracker. Write instead',
    '    setl lua_modules "a.lua luascripts/b.lua proximity_tracker.lua"',
  ])
})

test.each(['a.lua proximity_tracker.lua', 'proximity_tracker'])('nothing is to do where the line says %s', (value) => {
  expect(advice(`set lua_modules "${value}"`)).toEqual(['server.cfg, line 1: lists the tracker already'])
})

test.each<[string, string, string, RegExp]>([
  [
    'a folder too many',
    'luascripts/proximity_tracker.lua a',
    'proximity_tracker.lua a',
    /the folder belongs to the name/,
  ],
  ['twice', 'proximity_tracker x/proximity_tracker.lua', 'proximity_tracker.lua', /twice/],
  ['a separator at the end', 'proximity_tracker.lua ', 'proximity_tracker.lua', /crashes the server/],
])('%s is told, with the line without it', (_, value, wanted, why) => {
  const [first, line] = advice(`set lua_modules "${value}"`)
  expect(first).toMatch(why)
  expect(line).toBe(`    set lua_modules "${wanted}"`)
})

test('a missing folder in the name is told', () => {
  const [first, line] = advice('set lua_modules "proximity_tracker.lua"', { module: 'lua/proximity_tracker.lua' })
  expect(first).toMatch(/lists proximity_tracker\.lua, and the file is lua\/proximity_tracker\.lua/)
  expect(line).toBe('    set lua_modules "lua/proximity_tracker.lua"')
})

test('a line that the server would cut is told, to the character', () => {
  const cut = /has 256 characters, and the server reads 255/
  const fits = `${'x'.repeat(229)}.lua`
  expect(advice(`set lua_modules "${fits}"`).join()).not.toMatch(/characters/)
  expect(advice(`set lua_modules "x${fits}"`).join()).toMatch(cut)
})

test('only the last of several lines counts, and an empty one is not enough', () => {
  expect(advice('set lua_modules "a"\nset lua_modules "proximity_tracker.lua"')).toHaveLength(1)
  expect(advice('set lua_modules "a"\nset lua_modules ""')[1]).toBe('    set lua_modules "proximity_tracker.lua"')
})

test('a list of allowed modules gets the signature, in the place of the one before', () => {
  const allowed = (value: string, replaced?: string) =>
    advice(`set lua_modules "proximity_tracker.lua"\nset lua_allowedModules "${value}"`, replaced ? { replaced } : {})
  expect(allowed('')).toHaveLength(1)
  expect(allowed(`C ${SIGNATURE}`).at(-1)).toBe('server.cfg, line 2: allows the tracker already')
  expect(allowed('C').at(-1)).toBe(`    set lua_allowedModules "C ${SIGNATURE}"`)
  expect(allowed(`${OLD} C`, OLD).at(-1)).toBe(`    set lua_allowedModules "${SIGNATURE} C"`)
  expect(allowed('D'.repeat(215)).join()).toMatch(/256 characters.*take a signature out/)
})

test('a list of modules in a file takes the place of lua_modules', () => {
  const text = 'set g_luaModuleList "modules.txt"'
  const lists = (list: string) => ({ lists: new Map([['modules.txt', list]]) })
  expect(advice(text, lists('a.lua\n'))).toEqual([
    'server.cfg, line 1: lua_modules does not count, since g_luaModuleList is set. Add to modules.txt the line',
    '    proximity_tracker.lua',
  ])
  expect(advice(text, lists('a.lua\nproximity_tracker.lua\n')).join()).toMatch(/has the tracker already/)
  expect(advice(text).join()).toMatch(/which is not in this folder/)
  expect(advice('set g_luaModuleList ""').join()).toMatch(/no config file here sets lua_modules/)
})
