/** One fight: what enemies do to one player, from the first hit on him until he dies, escapes, or is left alone. */
import type { PlayerClass, Team } from '../format/codec.ts'
import type { Dodge } from './dodge.ts'
import type { Vector } from './engine.ts'
import type { EndOfRound } from './events.ts'
import type { Person } from './people.ts'

/** A connection that hit the target; the names of the values are those of the file. */
export interface FightAttacker {
  readonly person: Person
  readonly guid: string
  readonly name: string
  readonly team: Team
  damage: number
  hits: number
  readonly first_hit_ms: number
  last_hit_ms: number
  got_kill: boolean
  /** Hits by weapon, in the order of the first hit with each. */
  readonly weapons: [weapon: number, hits: number][]
}

export type Outcome = 'killed' | 'escaped' | 'timeout' | 'disconnect' | EndOfRound

export interface Fight {
  readonly id: number
  readonly target: Person
  /** Name, side and class as they were at the first hit. */
  readonly name: string
  readonly team: Team
  readonly side: number
  readonly player_class: PlayerClass
  readonly start_ms: number
  readonly start_origin: Vector
  /** In order of first hit. */
  readonly attackers: FightAttacker[]
  damage: number
  last_hit_ms: number
  last_hit_origin: Vector
  /** Straight lines from hit to hit, and to the end. */
  distance: number
  /** Points as text. */
  readonly points: string[]
  next_sample_ms: number
  readonly dodge: Dodge
  /** From the first hit on; undefined until it happens. */
  return_fire_ms: number | undefined
  support_ms: number | undefined
  outcome: Outcome
  end_ms: number
  end_origin: Vector
  killer: Person | undefined
}

/** What somebody did in a fight; undefined if he has not hit its target. */
export function attackerIn(fight: Fight, person: Person): FightAttacker | undefined {
  // one who left and came back is the same attacker
  for (const attacker of fight.attackers) if (attacker.guid === person.guid) return attacker
  return undefined
}
