import { Facts } from '../../../facts.tsx'
import { count } from '../../../numbers/format.ts'
import type { OpenedRound } from './opened-round.tsx'

/** Settings that a header can state, with their units. */
const SETTINGS = [
  ['position_sample_interval_ms', 'Samples every', ' ms'],
  ['crossfire_window_ms', 'Crossfire within', ' ms'],
  ['escape_time_ms', 'Escape: time', ' ms'],
  ['escape_distance', 'Escape: way', ' units'],
  ['axis_spawn_interval_ms', 'Axis spawn every', ' ms'],
  ['allies_spawn_interval_ms', 'Allies spawn every', ' ms'],
  ['test_mode', 'Test mode', ''],
] as const

/** How the tracker was set when it wrote the file, as far as the file says. */
export function TrackerSettings({ round }: { readonly round: OpenedRound }) {
  return (
    <Facts
      facts={SETTINGS.map(([key, name, unit]) => ({
        name,
        value: <span class="setting">{settingWords(round.header[key], unit)}</span>,
      }))}
    />
  )
}

function settingWords(value: unknown, unit: string): string {
  if (typeof value === 'number') return `${count(value)}${unit}`
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return 'not stated'
}
