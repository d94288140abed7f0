import type { MarkKind } from './mark.tsx'

export const SENSOR_STATES = ['failed', 'on', 'off', 'unknown'] as const
export type SensorState = (typeof SENSOR_STATES)[number]

/** What the four states mean: recorded, switched off, broken, nobody knows (L-14). */
export const STATE_WORDS: Readonly<Record<SensorState, { mark: MarkKind; words: string; about: string }>> = {
  failed: { mark: 'bad', words: 'failed', about: 'These sensors broke; what they should have seen is missing.' },
  off: { mark: 'off', words: 'off', about: 'Switched off on the game server, so not captured.' },
  on: { mark: 'good', words: 'on', about: 'No lines means that nothing happened.' },
  unknown: { mark: 'unknown', words: 'not stated', about: 'The file does not say whether these were on.' },
}

/** The state of a sensor by its word in a file's header. */
export function sensorState(word: string | undefined): SensorState {
  return SENSOR_STATES.find((state) => state === word) ?? 'unknown'
}

/** The name of a section as people say it. */
export function sectionWords(name: string): string {
  const words = name.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
