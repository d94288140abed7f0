import type { MarkKind } from '../../../mark.tsx'
import { count, UNKNOWN } from '../../../numbers/format.ts'
import type { OpenedRound } from './opened-round.tsx'

type Recorded = Pick<OpenedRound, 'sensors' | 'section_counts'>

/** One section of the file and its sensor. */
export interface Sensor {
  readonly name: string
  readonly state: SensorState
  /** Lines taken and lines not; null: the file has no such section. */
  readonly lines: { readonly accepted: number; readonly reported: number } | null
}

const SENSOR_STATES = ['failed', 'on', 'off', 'unknown'] as const
type SensorState = (typeof SENSOR_STATES)[number]
/** States in which a sensor may have recorded nothing. */
export const SILENT_STATES = ['failed', 'off', 'unknown'] as const satisfies readonly SensorState[]

/** What the four states mean: recorded, switched off, broken, nobody knows (L-14). */
export const STATE_WORDS: Readonly<Record<SensorState, { mark: MarkKind; words: string; about: string }>> = {
  failed: { mark: 'bad', words: 'failed', about: 'These sensors broke; what they should have seen is missing.' },
  off: { mark: 'off', words: 'off', about: 'Switched off on the game server, so not captured.' },
  on: { mark: 'good', words: 'on', about: 'No lines means that nothing happened.' },
  unknown: { mark: 'unknown', words: 'not stated', about: 'The file does not say whether these were on.' },
}

/** The sensors of a round: by state, the broken ones first, then by name. */
export function sensorsOf({ sensors, section_counts }: Recorded): readonly Sensor[] {
  const counts = new Map(Object.entries(section_counts).map(([name, lines]) => [name.toLowerCase(), lines]))
  const names = new Set([...Object.keys(sensors), ...counts.keys()])
  const all = [...names].map((name) => ({
    name,
    state: SENSOR_STATES.find((state) => state === sensors[name]) ?? 'unknown',
    lines: counts.get(name) ?? null,
  }))
  const order = ({ state }: Sensor) => SENSOR_STATES.indexOf(state)
  return all.sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1))
}

/** The name of a section as people say it. */
export function sectionWords(name: string): string {
  const words = name.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a sensor recorded: a number where it worked, else why there is none. */
export function recordedWords({ state, lines }: Sensor): string {
  if (state === 'off') return 'not captured'
  if (state === 'on') return count(lines?.accepted ?? 0)
  if (lines !== null && lines.accepted > 0) return count(lines.accepted)
  return state === 'failed' ? 'failed' : UNKNOWN
}
