import type { Team } from '../../src/format/codec.ts'
import type { Ground, Place } from './ground.ts'
import type { Person } from './people.ts'

export const TICK_MS = 50

/** What one fighter was at one tick. */
export interface Moment extends Place {
  readonly health: number
  readonly speed: number
  readonly stance: number
  readonly sprint: number
  /** Direction of walking, radians. */
  readonly heading: number
}

/** From a spawn or a revive to the end. */
export interface Life {
  readonly fighter: number
  readonly start_ms: number
  readonly begins: 'spawn' | 'revived'
  end_ms: number
  ends: 'killed' | 'round_end'
  readonly moments: Moment[]
}

export interface Hit {
  readonly time_ms: number
  readonly attacker: number
  readonly target: number
  readonly damage: number
  readonly head: boolean
}

export interface Death {
  readonly time_ms: number
  readonly victim: number
  readonly killer: number
  readonly victim_wave_ms: number
  readonly killer_wave_ms: number
  outcome: 'gibbed' | 'revived' | 'tapped_out' | 'round_end'
  outcome_ms: number
  reviver: number | null
}

/** A whole round as it happened. */
export interface Tape {
  readonly ground: Ground
  readonly people: readonly Person[]
  readonly teams: readonly Team[]
  readonly lives: readonly Life[]
  readonly hits: readonly Hit[]
  readonly deaths: readonly Death[]
  readonly shots: readonly number[]
  readonly length_ms: number
}

/** Where and how a fighter was at a time of one of his lives; undefined in between. */
export function momentAt({ lives }: Tape, fighter: number, time_ms: number): Moment | undefined {
  const life = lives.find((one) => one.fighter === fighter && one.start_ms <= time_ms && time_ms <= one.end_ms)
  return life?.moments[Math.min(Math.round((time_ms - life.start_ms) / TICK_MS), life.moments.length - 1)]
}
