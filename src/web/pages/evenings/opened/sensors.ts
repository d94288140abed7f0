import type { Figure, Value } from '../../../numbers/figure.ts'
import { SENSOR_STATES, type SensorState, sectionWords, sensorState } from '../../../sensor-words.ts'
import type { OpenedRound } from './opened-round.tsx'

type Recorded = Pick<OpenedRound, 'sensors' | 'section_counts'>

/** One section of the file and its sensor. */
export interface Sensor {
  readonly name: string
  readonly state: SensorState
  /** Lines taken and lines not; null: the file has no such section. */
  readonly lines: { readonly accepted: number; readonly reported: number } | null
}

/** States in which a sensor may have recorded nothing. */
export const SILENT_STATES = ['failed', 'off', 'unknown'] as const satisfies readonly SensorState[]

/** The sensors of a round: by state, the broken ones first, then by name. */
export function sensorsOf({ sensors, section_counts }: Recorded): readonly Sensor[] {
  const counts = new Map(Object.entries(section_counts).map(([name, lines]) => [name.toLowerCase(), lines]))
  const names = new Set([...Object.keys(sensors), ...counts.keys()])
  const all = [...names].map((name) => ({
    name,
    state: sensorState(sensors[name]),
    lines: counts.get(name) ?? null,
  }))
  const order = ({ state }: Sensor) => SENSOR_STATES.indexOf(state)
  return all.sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1))
}

/** What a sensor recorded: a number where it worked, else why there is none. */
export function takenFigure(sensor: Sensor): Figure {
  const { name } = sensor
  return {
    ...{ id: `taken:${name}`, title: `Lines taken: ${sectionWords(name)}`, metrics: ['lines_taken'], basis: '' },
    about: 'Lines that the sensor wrote into the file and that were understood.',
    value: takenValue(sensor),
  }
}

function takenValue({ state, lines }: Sensor): Value {
  if (state === 'off') return { kind: 'not_captured', reason: 'switched off on the game server' }
  if (state === 'on') return { kind: 'count', count: lines?.accepted ?? 0 }
  if (lines !== null && lines.accepted > 0) return { kind: 'count', count: lines.accepted }
  return { kind: state === 'failed' ? 'failed' : 'unknown' }
}

/** What of it was not understood. */
export function notUnderstoodFigure({ name, lines }: Sensor): Figure {
  return {
    ...{ id: `problems:${name}`, title: `Not understood: ${sectionWords(name)}`, metrics: ['problems'], basis: '' },
    about: 'Lines of the section, or parts of them, that were not understood.',
    value: lines === null ? { kind: 'unknown' } : { kind: 'count', count: lines.reported },
  }
}
