import { findPlace, noPlace, type Place } from './place.ts'
import { lastUntil } from './sorted.ts'
import type { Actor, Tape } from './tape.ts'

/** One player at a moment. */
export interface Shown {
  readonly actor: Actor
  readonly place: Place
  /** Of the present life, else of the last one, else of the first. */
  readonly team: string
  readonly player_class: string
}

/** Everybody at a moment, by index of the round's players; null: never seen. */
export function snapshotAt(tape: Tape, t_ms: number): readonly (Shown | null)[] {
  return tape.actors.map((actor) => {
    if (actor === null) return null
    const place = noPlace()
    findPlace(place, actor.lives, actor.starts, t_ms, tape.longest_ms)
    const life = actor.lives[Math.max(lastUntil(actor.starts, t_ms), 0)]
    return { actor, place, team: life?.team ?? '', player_class: life?.player_class ?? '' }
  })
}
