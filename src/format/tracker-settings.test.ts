import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { SECTIONS, type Section } from './sections.ts'
import { PROFILES, TRACKER_SENSORS, TRACKER_SETTINGS } from './tracker-settings.ts'

/** What src/tracker/settings.ts has, when it runs here with the words of Lua that it needs. */
interface Module {
  readonly settings: Record<string, boolean | number | string>
  settingsText(): string
  loadSettings(): void
  isWanted(sensor: string): boolean
}

let variables: Record<string, string> = {}
let said: string[] = []
let module: Module

const LUA = {
  LuaTable: Map,
  pairs: (table: unknown) => table,
  tonumber: (text: string) => Number(text),
  tostring: String,
  math: Math,
  table: { concat: (texts: readonly string[], between: string) => texts.join(between), sort: () => {} },
  string: {
    find: (text: string, part: string) => [text.includes(part) ? 1 : undefined],
    sub: (text: string, from: number) => text.slice(from),
  },
  pcall: (work: (...args: unknown[]) => unknown, ...args: unknown[]) => [true, work(...args)],
  et: {
    trap_Cvar_Get: (name: string) => variables[name] ?? '',
    trap_FS_FOpenFile: () => [0, -1],
    G_Print: (text: string) => said.push(text),
  },
}

beforeAll(async () => {
  for (const [name, value] of Object.entries(LUA)) vi.stubGlobal(name, value)
  // no literal, so that the checks of Node's side leave the Lua side alone
  const path = ['../tracker', 'settings.ts'].join('/')
  module = await import(path)
})
afterAll(() => {
  vi.unstubAllGlobals()
})

/** The settings with these console variables, and what was said about them. */
function loaded(given: Readonly<Record<string, boolean | number | string>>): Module['settings'] {
  variables = Object.fromEntries(Object.entries(given).map(([name, value]) => [`proximity_${name}`, String(value)]))
  said = []
  module.loadSettings()
  return module.settings
}

test('the table has the settings of the tracker, in its order, with their defaults', () => {
  const settings = loaded({})
  expect(Object.fromEntries(TRACKER_SETTINGS.map((setting) => [setting.name, setting.default]))).toEqual(settings)
  const texts = TRACKER_SETTINGS.map((setting) => `${setting.name}:${setting.default}`)
  expect(module.settingsText()).toBe(texts.join())
})

test('the tracker takes the least and the greatest value of the table, and none beyond them', () => {
  for (const { name, default: standard, range } of TRACKER_SETTINGS) {
    expect(range === undefined, name).toBe(typeof standard !== 'number')
    if (range === undefined) continue
    for (const value of range) expect(loaded({ [name]: value })[name]).toBe(value)
    for (const value of [range[0] - 1, range[1] + 1]) {
      expect(loaded({ [name]: value })[name]).toBe(standard)
      expect(said.join()).toContain(`${range[0]} to ${range[1]}`)
    }
  }
})

test('each sensor is wanted by the profiles that the table names, and by no other', () => {
  for (const profile of PROFILES) {
    loaded({ profile })
    expect(said).toEqual([])
    for (const [sensor, profiles] of Object.entries(TRACKER_SENSORS)) {
      expect(module.isWanted(sensor), `${sensor} in ${profile}`).toBe(profiles.includes(profile))
    }
  }
})

test('the table has every sensor, in the order of the file', () => {
  const sensors = (SECTIONS as readonly Section[]).map(({ capability, key }) => capability ?? key)
  expect(Object.keys(TRACKER_SENSORS)).toEqual([...new Set(sensors)])
})
