import { createHash } from 'node:crypto'
import type { PlayerClass } from '../../src/format/codec.ts'

/** An invented player. */
export interface Person {
  readonly name: string
  readonly guid: string
  readonly player_class: PlayerClass
  /** Chance of a hit at short range. */
  readonly aim: number
  /** Milliseconds until he answers what he sees. */
  readonly reaction_ms: number
}

function person(name: string, player_class: PlayerClass, aim: number, reaction_ms: number): Person {
  const guid = createHash('sha256').update(`sample ${name}`).digest('hex').slice(0, 32).toUpperCase()
  return { name, guid, player_class, aim, reaction_ms }
}

/** Three who play together, and three others. */
export const LINE_UPS: readonly (readonly Person[])[] = [
  [
    person('^1Quartz', 'MEDIC', 0.36, 420),
    person('^3Bram^7ble', 'ENGINEER', 0.3, 520),
    person('Tern', 'FIELDOPS', 0.33, 470),
  ],
  [
    person('^4Halyard', 'MEDIC', 0.33, 450),
    person('o^2xbow', 'ENGINEER', 0.31, 500),
    person('^5Saffron', 'SOLDIER', 0.35, 430),
  ],
]
