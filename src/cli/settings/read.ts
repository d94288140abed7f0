import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { nearestName } from './nearest-name.ts'
import type { Setting } from './setting.ts'
import { ENV_FILE, envFile, type Variables } from './sources.ts'
import { SETTINGS, type SettingKey, type Settings } from './table.ts'

export type Source = 'environment' | typeof ENV_FILE | 'default'

/** What a setting says and who said it. */
export interface SettingText {
  readonly name: string
  readonly text: string
  readonly source: Source
}

export interface ReadSettings {
  readonly texts: Readonly<Record<SettingKey, SettingText>>
  /** With the default in place of a wrong value. */
  readonly settings: Settings
  /** One sentence for each value that is not allowed. */
  readonly problems: readonly string[]
  /** One sentence for each name that looks like a setting and is none. */
  readonly warnings: readonly string[]
}

const KEYS = Object.keys(SETTINGS) as SettingKey[]
const NAMES: readonly string[] = KEYS.map((key) => SETTINGS[key].name)

/** Reads every setting: the environment wins over the file `.env` in the folder; an empty value is none. */
export function readSettings(environment: Variables, folder: string): ReadSettings {
  const file = envFile(folder)
  const problems: string[] = []
  const texts = {} as Record<SettingKey, SettingText>
  const values: Record<string, unknown> = {}
  for (const key of KEYS) {
    const setting: Setting = SETTINGS[key]
    const said = saidBy(setting, environment, file)
    const read = setting.schema.safeParse(said.text)
    if (!read.success) problems.push(wrongValue(setting, said))
    texts[key] = said
    values[key] = read.success ? read.data : setting.schema.parse(setting.default)
  }
  const settings = withFolders(values as unknown as Settings, folder)
  return { texts, settings, problems, warnings: unknownNames(environment, file) }
}

function saidBy(setting: Setting, environment: Variables, file: Variables): SettingText {
  const { name } = setting
  for (const [source, variables] of [['environment', environment] as const, [ENV_FILE, file] as const]) {
    const text = variables[name]?.trim()
    if (text !== undefined && text !== '') return { name, text, source }
  }
  return { name, text: setting.default, source: 'default' }
}

function wrongValue({ name, allowed, masked }: Setting, { text, source }: SettingText): string {
  const where = source === ENV_FILE ? ` in ${ENV_FILE}` : ''
  return `${name}${where} is ${JSON.stringify(masked?.(text) ?? text)}: allowed is ${allowed.replaceAll('`', '')}`
}

function withFolders(settings: Settings, folder: string): Settings {
  const absolute = (path: string) => resolve(folder, path.replace(/^~(?=\/|$)/, homedir()))
  const dataFolder = absolute(settings.dataFolder)
  const importFolder = settings.importFolder === '' ? join(dataFolder, 'incoming') : absolute(settings.importFolder)
  const mapPictures = settings.mapPictures === '' ? '' : absolute(settings.mapPictures)
  return { ...settings, dataFolder, importFolder, mapPictures }
}

function unknownNames(environment: Variables, file: Variables): string[] {
  const unknown = new Set([...Object.keys(environment), ...Object.keys(file)])
  return [...unknown]
    .filter((name) => name.startsWith('PROXIMITY_') && !NAMES.includes(name))
    .sort()
    .map((name) => {
      const near = nearestName(name, NAMES)
      return `${name} is not a setting${near === undefined ? '' : `; did you mean ${near}?`}`
    })
}
