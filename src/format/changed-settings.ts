import { TRACKER_SETTINGS } from './tracker-settings.ts'

/** A setting with another value than the tracker's own. */
export interface ChangedSetting {
  readonly name: string
  readonly value: string
  /** Null for a setting that this version does not know, and for the switch of a sensor. */
  readonly default: string | null
}

/** The settings as a header lists them, `name:value` joined by commas, by name. */
export function settingsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(',').map((setting) => {
      const [name = '', ...value] = setting.split(':')
      return [name, value.join(':')]
    }),
  )
}

/** Those of them that are not as they are of themselves. */
export function changedSettings(settings: Readonly<Record<string, string>>): ChangedSetting[] {
  const defaults = new Map(TRACKER_SETTINGS.map((setting) => [setting.name, String(setting.default)]))
  return Object.entries(settings).flatMap(([name, value]) => {
    const standard = defaults.get(name) ?? null
    return value === standard ? [] : [{ name, value, default: standard }]
  })
}
