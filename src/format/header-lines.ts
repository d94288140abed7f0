import type { Build } from './builds.ts'
import { HEADER_INTEGER_LIMIT, HEADER_KEYS, type Header, type HeaderKind, type SensorState } from './header.ts'
import { writeNumber } from './number.ts'
import { TRAILER_KEY } from './trailer.ts'

/** The numbers that stand for the states of a sensor in the line `capabilities`, in their order. */
export const DECLARED_STATES: readonly SensorState[] = ['off', 'on', 'failed']

/**
 * The header lines of a build in its order, without the first line of the file; with `own`, also the keys that only
 * this project's tracker writes. A value that the round does not have is left out, or written as 0 where 0 says so.
 */
export function headerLines(header: Header, build: Build, own: boolean): string[] {
  const lines: string[] = []
  for (const key of own ? new Set([...build.header, 'server_name']) : build.header) {
    const known = HEADER_KEYS.find((one) => one.key === key)
    const value = known === undefined ? undefined : valueText(known.kind, header[known.name])
    if (value !== undefined) lines.push(`# ${key}=${value}`)
  }
  return own ? [...lines, `# ${TRAILER_KEY}=1`] : lines
}

function valueText(kind: HeaderKind, value: Header[keyof Header]): string | undefined {
  if (kind === 'zero_unknown') return writeNumber(value ?? 0, 0, HEADER_INTEGER_LIMIT)
  if (kind === 'int') return writeNumber(value, 0, HEADER_INTEGER_LIMIT)
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'object') return value === null ? undefined : capabilitiesText(value)
  // older readers end a value at its second `=`
  return value === '' ? undefined : String(value).replace(/[=\p{Cc}]/gu, '_')
}

function capabilitiesText(states: Readonly<Record<string, SensorState>>): string {
  const declared = Object.entries(states).filter(([, state]) => DECLARED_STATES.includes(state))
  return declared.map(([name, state]) => `${name}:${DECLARED_STATES.indexOf(state)}`).join(',')
}
