import type { Header, SensorState } from '../format/header.ts'
import type { Round } from '../format/round.ts'
import { SECTIONS, type Section, type SectionKey } from '../format/sections.ts'

/**
 * The state of each section's sensor: as the header declares it. Without a declaration, rows prove that a sensor was on,
 * and nothing proves that it was off (L-14). Rows of a sensor that is declared off prove it wrong.
 */
export function sensorsOf(
  capabilities: Header['capabilities'],
  rows: Readonly<Record<SectionKey, readonly object[]>>,
): Round['sensors'] {
  const states = SECTIONS.map((section: Section): [string, SensorState] => {
    const declared = section.capability === undefined ? undefined : capabilities?.[section.capability]
    const proven = rows[section.key as SectionKey].length > 0 && declared !== 'failed'
    return [section.key, proven ? 'on' : (declared ?? 'unknown')]
  })
  return Object.fromEntries(states) as Round['sensors']
}
