import { BUILDS } from '../format/builds.ts'
import type { Header, SensorState } from '../format/header.ts'
import { DECLARED_STATES } from '../format/header-lines.ts'
import type { Round } from '../format/round.ts'
import { type Rows, SECTIONS, type Section, type SectionKey } from '../format/sections.ts'

/** What a file tells about its sensors. */
export interface SensorTraces {
  readonly format: number
  readonly build: string
  readonly capabilities: Header['capabilities']
  readonly rows: Pick<Rows, SectionKey>
}

/**
 * The state of each section's sensor: as the header declares it, or failed where CAPTURE says so. Without a declaration,
 * rows prove that a sensor was on, and nothing proves that it was off (L-14), unless the build of the original that wrote
 * the file had no switch for it. Rows of a sensor that is declared off prove it wrong.
 */
export function sensorsOf({ format, build, capabilities, rows }: SensorTraces): Round['sensors'] {
  const captured = capturedStates(rows.capture)
  const unswitched = sectionsWithoutSwitch(format, build)
  const states = SECTIONS.map((section: Section): [string, SensorState] => {
    const sensor = section.capability ?? section.key
    const known = captured.get(sensor)
    const declared = known === 'failed' ? known : (capabilities?.[sensor] ?? known)
    const proven = rows[section.key as SectionKey].length > 0 && declared !== 'failed'
    if (proven) return [section.key, 'on']
    return [section.key, declared ?? (unswitched.has(section.name) ? 'on' : 'unknown')]
  })
  return Object.fromEntries(states) as Round['sensors']
}

/** States by sensor; of several rows the one that says failed counts. */
function capturedStates(rows: Rows['capture']): ReadonlyMap<string, SensorState> {
  const states = new Map<string, SensorState>()
  for (const { sensor, state } of rows) {
    const known = DECLARED_STATES.find((one) => one === state)
    if (known !== undefined && states.get(sensor) !== 'failed') states.set(sensor, known)
  }
  return states
}

/** Sections that a build of the original always recorded, by name. */
function sectionsWithoutSwitch(format: number, build: string): ReadonlySet<string> {
  const original = BUILDS.find(({ name, generation, header }) => {
    return name === build && generation === format && !header.includes('tracker')
  })
  const sections = SECTIONS.filter((section: Section) => section.unswitched === true)
  return new Set(sections.map(({ name }) => name).filter((name) => original?.sections.includes(name)))
}
