import type { Kysely } from 'kysely'
import { type PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { Database } from '../store/database.ts'
import { countedRounds, playerOf, type Scope } from './scope.ts'

/** What is asked about one map: rounds, and whose deeds. Null: not given. */
export interface MapQuestion {
  /** With the map. */
  readonly scope: Scope
  readonly side: (typeof TEAMS)[number] | null
  readonly player_class: (typeof PLAYER_CLASSES)[number] | null
  readonly role: 'attack' | 'defence' | null
  readonly means: number | null
}

/** No person has it. */
const NOBODY = 0

/** The rounds of a question with who defended (1 Axis, 2 Allies); with a role only those that know it. */
export function roundsAsked(db: Kysely<Database>, { scope, role }: MapQuestion) {
  const rounds = countedRounds(db, scope)
  return role === null ? rounds : rounds.where('rounds.defender_team', 'in', [1, 2])
}

/** The one whom a number is about; null where there is none. */
interface Actor {
  readonly player_id: number | null
  readonly team: string | null
  readonly player_class: string | null
}

/** Tells whether a number about somebody of a round is asked for. */
export type IsAsked = (actor: Actor, round: { readonly defender_team: number }) => boolean

/** The id of the person of a question; null if it is about all. */
export async function personAsked(db: Kysely<Database>, { scope }: MapQuestion): Promise<number | null> {
  const { player_guid } = scope
  return player_guid === null ? null : ((await playerOf(db, player_guid).executeTakeFirst())?.id ?? NOBODY)
}

/** What a {@link MapQuestion} says of people. */
export function whoIsAsked({ side, player_class, role }: MapQuestion, person: number | null): IsAsked {
  return (actor, { defender_team }) => {
    if (side !== null && actor.team !== side) return false
    if (player_class !== null && actor.player_class !== player_class) return false
    if (person !== null && actor.player_id !== person) return false
    // sides count from 1 in rounds
    return role === null || (actor.team === TEAMS[defender_team - 1]) === (role === 'defence')
  }
}
