import type { ReadSettings, Source } from './read.ts'
import type { Setting } from './setting.ts'
import { SETTINGS, type SettingKey } from './table.ts'

/** A setting as it may be shown: without its secret. */
export interface ShownSetting {
  readonly name: string
  readonly value: string
  readonly source: Source
}

/** Every setting as it takes effect: folders with their whole path, secrets masked. */
export function shownSettings({ texts, settings }: ReadSettings): ShownSetting[] {
  return (Object.keys(SETTINGS) as SettingKey[]).map((key) => {
    const { masked }: Setting = SETTINGS[key]
    const { name, text, source } = texts[key]
    const whole = key === 'importFolder' || key === 'dataFolder' ? settings[key] : text
    return { name, value: masked?.(whole) ?? whole, source }
  })
}
