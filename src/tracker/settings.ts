/**
 * The tracker's settings. The defaults here are the values of production (L-13); proximity_config.lua beside the module
 * and console variables override them. A wrong value is said on the console, and the default stays.
 */
import { cleanText } from '../format/clean-text.ts'
import { SECTIONS, type Section } from '../format/sections.ts'
import { cvar } from './engine.ts'
import { say } from './guard.ts'
import { readFile } from './jobs.ts'
import { newChecksum, sum } from './text-buffer.ts'

/** Values in force. Lengths of time in ms, distances in game units, angles in degrees. */
export const settings = {
  enabled: true,
  profile: 'full',
  output_dir: 'proximity/',
  server_name: '',
  crossfire_window_ms: 1_000,
  escape_time_ms: 5_000,
  escape_distance: 300,
  position_sample_interval: 200,
  grid_size: 512,
  min_damage: 1,
  reaction_window_ms: 5_000,
  dodge_angle_threshold_deg: 45,
  dodge_min_step_units: 24,
  objective_radius: 500,
  objective_tracking: true,
  journal_interval_ms: 30_000,
  player_messages: true,
}

export type Settings = typeof settings
type Name = keyof Settings

/** Least and greatest value of each number. */
const RANGES: Readonly<Partial<Record<Name, readonly [least: number, most: number]>>> = {
  crossfire_window_ms: [1, 60_000],
  escape_time_ms: [1, 60_000],
  escape_distance: [1, 10_000],
  position_sample_interval: [50, 5_000],
  grid_size: [16, 4_096],
  min_damage: [1, 1_000],
  reaction_window_ms: [1, 60_000],
  dodge_angle_threshold_deg: [1, 180],
  dodge_min_step_units: [1, 1_000],
  objective_radius: [1, 10_000],
  journal_interval_ms: [1_000, 600_000],
}

/** Every setting, in the order in which the file states them. */
const NAMES: readonly Name[] = [
  'enabled',
  'profile',
  'output_dir',
  'server_name',
  'crossfire_window_ms',
  'escape_time_ms',
  'escape_distance',
  'position_sample_interval',
  'grid_size',
  'min_damage',
  'reaction_window_ms',
  'dodge_angle_threshold_deg',
  'dodge_min_step_units',
  'objective_radius',
  'objective_tracking',
  'journal_interval_ms',
  'player_messages',
]

/** Recorded by each profile, from the smallest load up; `full` is everything but what is off of itself. */
const KILLS = ['lives', 'deaths', 'kill_outcome_tracking', 'revives', 'trade_kills', 'spawn_timing', 'combat_positions']
const ENGAGEMENTS = [
  'engagement_tracking',
  'player_tracks',
  'heatmap_generation',
  'objective_focus',
  'reaction_tracking',
  'focus_fire',
  'weapon_accuracy',
  'carrier_tracking',
  'carrier_returns',
  'construction_tracking',
]
/** Cost next to nothing and explain the rest. */
const ALWAYS = ['players', 'reinforcements', 'game_events', 'pauses', 'round_outcome', 'link_codes', 'capture']
/** Look at the fights that another sensor follows. */
const OF_FIGHTS = ['reaction_tracking', 'focus_fire']
/** Off unless switched on: what people say to each other is no measure of teamplay. */
const PRIVATE = ['comm_events']
const PROFILES = ['full', 'engagements', 'kills']

const CONFIG = 'proximity_config.lua'
const CONFIG_LIMIT = 65_536

const defaults: Settings = { ...settings }
const switches = new LuaTable<string, boolean>()

/** Reads the config file and the console variables. Called whenever the module starts. */
export function loadSettings(): void {
  for (const name of NAMES) restore(name)
  for (const [name] of pairs(switches)) switches.delete(name)
  const config = readConfig()
  if (config !== undefined) takeConfig(config)
  for (const name of NAMES) {
    const variable = cvar(`proximity_${name}`)
    if (variable !== '') assign(name, variable, `the cvar proximity_${name}`)
  }
}

function restore<N extends Name>(name: N): void {
  settings[name] = defaults[name]
}

/** The table that the config file returns; undefined without a file, or if it cannot be used. */
function readConfig(): LuaTable<string, unknown> | undefined {
  const text = readFile(CONFIG, CONFIG_LIMIT)
  if (text === undefined) return undefined
  const [ran, value] = pcall(runConfig, text)
  if (ran && type(value) === 'table') return value as LuaTable<string, unknown>
  say(`${CONFIG} is not used: ${ran ? 'it must return a table' : tostring(value)}`)
  return undefined
}

function runConfig(text: string): unknown {
  // Lua 5.1 has both, and its `load` takes no text
  const [chunk, problem] = (loadstring ?? load)(text, CONFIG)
  if (chunk === undefined) error(problem, 0)
  return (chunk as (this: void) => unknown)()
}

function takeConfig(config: LuaTable<string, unknown>): void {
  for (const [name, value] of pairs(config)) {
    if (name === 'sensors') takeSwitches(value)
    else if (isName(name)) assign(name, value, `${name} in ${CONFIG}`)
    else say(`${CONFIG}: there is no setting ${tostring(name)}; it is ignored`)
  }
}

function takeSwitches(value: unknown): void {
  if (type(value) !== 'table') {
    say(`${CONFIG}: sensors must be a table such as { aim_lock = false }; it is ignored`)
    return
  }
  for (const [name, on] of pairs(value as LuaTable<string, unknown>)) {
    if (!isSensor(name)) say(`${CONFIG}: there is no sensor ${tostring(name)}; it is ignored`)
    else if (typeof on === 'boolean') switches.set(name, on)
    else say(`${CONFIG}: sensors.${tostring(name)} must be true or false; it is ignored`)
  }
}

/** Takes a value from the config file or, as text, from a console variable; says what is wrong with it. */
function assign(name: Name, value: unknown, from: string): void {
  const expected = settings[name]
  if (typeof expected === 'number') {
    const [least, most] = RANGES[name] as readonly [number, number]
    const number = tonumber(value as string)
    if (number !== undefined && number >= least && number <= most && number === math.floor(number)) {
      settings[name as 'grid_size'] = math.floor(number)
    } else {
      say(`${from} must be a whole number from ${least} to ${most}, not "${tostring(value)}"; ${expected} is used`)
    }
  } else if (typeof expected === 'boolean') {
    const yes = value === true || value === '1' || value === 'true'
    if (yes || value === false || value === '0' || value === 'false') settings[name as 'enabled'] = yes
    else say(`${from} must be 1 or 0, not "${tostring(value)}"; ${expected ? 1 : 0} is used`)
  } else {
    assignText(name as 'profile' | 'output_dir' | 'server_name', value, from)
  }
}

function assignText(name: 'profile' | 'output_dir' | 'server_name', value: unknown, from: string): void {
  const problem = problemOfText(name, value)
  if (problem === undefined) settings[name] = value as string
  else say(`${from} ${problem}, not "${tostring(value)}"; "${settings[name]}" is used`)
  if (name === 'output_dir' && string.sub(settings.output_dir, -1) !== '/')
    settings.output_dir = `${settings.output_dir}/`
}

function problemOfText(name: string, value: unknown): string | undefined {
  if (typeof value !== 'string' || (value === '' && name !== 'server_name')) return 'must be a text'
  if (name === 'profile' && !PROFILES.includes(value)) return 'must be full, engagements or kills'
  // the engine takes every name as one below the mod's folder, and refuses these
  const [up] = string.find(value, '..', 1, true)
  if (name === 'output_dir' && (up !== undefined || value.length > 60)) {
    return 'must be a folder below the mod folder, without "..", of at most 60 characters'
  }
  return undefined
}

function isName(name: string): name is Name {
  return NAMES.includes(name as Name)
}

function isSensor(name: string): boolean {
  for (const section of SECTIONS as readonly Section[]) if ((section.capability ?? section.key) === name) return true
  return false
}

/** Whether a sensor is wanted: by its own switch, else by the profile. Without fights nothing can be said of them. */
export function isWanted(sensor: string): boolean {
  if (OF_FIGHTS.includes(sensor) && !isWanted('engagement_tracking')) return false
  const own = switches.get(sensor)
  if (own !== undefined) return own
  if (sensor === 'objective_focus' && !settings.objective_tracking) return false
  if (PRIVATE.includes(sensor)) return false
  if (settings.profile === 'full' || ALWAYS.includes(sensor) || KILLS.includes(sensor)) return true
  return settings.profile === 'engagements' && ENGAGEMENTS.includes(sensor)
}

/** The settings in force as `name:value`, joined by `,`. */
export function settingsText(): string {
  const texts: string[] = []
  for (const name of NAMES) texts.push(`${name}:${cleanText(tostring(settings[name]))}`)
  const names: string[] = []
  for (const [name] of pairs(switches)) names.push(name)
  table.sort(names)
  for (const name of names) texts.push(`sensors.${cleanText(name)}:${tostring(switches.get(name))}`)
  return table.concat(texts, ',')
}

/** Eight hexadecimal digits that change with the text: its Adler-32. */
export function hashOf(text: string): string {
  const checksum = newChecksum()
  sum(checksum, text)
  return string.format('%04x%04x', checksum.high, checksum.low)
}
