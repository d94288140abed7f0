import { expect, test } from 'vitest'
import { LuaFactory } from 'wasmoon'
import { playOn, startedTape } from '../../../tests/support/lua-programs.ts'
import { TRACKER_SENSORS, TRACKER_SETTINGS } from '../../format/tracker-settings.ts'
import { builtTracker } from '../lua-programs.ts'
import { CONFIG_FILE, configFile } from './config-file.ts'

const DEFAULTS = Object.fromEntries(TRACKER_SETTINGS.map((setting) => [setting.name, setting.default]))
/** A line that shows a setting. */
const SHOWN = /^ {2}-- (?=\w+ = )/gm

/** What the text returns, as Lua takes it. */
async function asLua(text: string): Promise<unknown> {
  const lua = await new LuaFactory().createEngine()
  try {
    return await lua.doString(text)
  } finally {
    lua.global.close()
  }
}

test('a new config file changes nothing, and shows every setting with its default', async () => {
  const text = configFile({})
  expect(await asLua(text)).toEqual({})
  const { sensors, ...settings } = (await asLua(text.replace(SHOWN, '  '))) as Record<string, unknown>
  expect(settings).toEqual(DEFAULTS)
  expect(sensors).toEqual({ comm_events: true, aim_lock: false })
})

test('a setting that is given is in force, and its text cannot end the file', async () => {
  const server_name = 'a "b" \\ c\n}--'
  expect(await asLua(configFile({ server_name }))).toEqual({ server_name: 'a "b" \\ c_}--' })
})

test('it names every sensor, in lines that can be read', () => {
  const text = configFile({})
  for (const sensor of Object.keys(TRACKER_SENSORS)) expect(text).toMatch(new RegExp(`\\b${sensor}\\b`))
  for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(140)
})

test('the tracker takes it without a word of complaint', async () => {
  const text = configFile({ server_name: 'scrim "1"', output_dir: 'stats/' }).replace(/-- (?=sensors = )/, '')
  const tape = startedTape()
  tape.call('et_InitGame', 10_000, 7, 0)
  const { report } = await playOn('wasm', await builtTracker(), tape, new Map([[CONFIG_FILE, Buffer.from(text)]]))
  expect(report.errors).toEqual([])
  expect(report.prints).toEqual([expect.stringMatching(/^\[Proximity\] Proximity .* writes to .*\/legacy\/stats\/\n$/)])
})
