import type { MarkKind } from './mark.tsx'
import { counted } from './numbers/format.ts'

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

/** In how many of some rounds a sensor recorded: `on in 40 of 42 rounds, off in 2`. */
export function capturedWords(states: Readonly<Record<SensorState, number>> | undefined, rounds: number): string {
  if (states === undefined || rounds === 0) return STATE_WORDS.unknown.words
  const others = (['failed', 'off', 'unknown'] as const).filter((state) => states[state] > 0)
  if (rounds === 1) return STATE_WORDS[others[0] ?? 'on'].words
  const all = counted(rounds, 'round')
  const on = others.length === 0 ? `on in all ${all}` : `on in ${states.on} of ${all}`
  return [on, ...others.map((state) => `${STATE_WORDS[state].words} in ${states[state]}`)].join(', ')
}

/** The name of a section as people say it. */
export function sectionWords(name: string): string {
  const words = name.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
