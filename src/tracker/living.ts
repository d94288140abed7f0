/** Who of a side is alive, and where each is at this moment. */
import { originOf, type Vector } from './engine.ts'
import { type Person, people } from './people.ts'

/** Filled anew at each look, so that a look makes no tables; only the first `count` of both lists mean something. */
interface Living {
  count: number
  readonly people: Person[]
  readonly origins: Vector[]
}

export function newLiving(): Living {
  return { count: 0, people: [], origins: [] }
}

/** Looks for the living of a side. Who has no usable place is left out. */
export function findLiving(side: number, living: Living): void {
  living.count = 0
  for (const person of people()) {
    if (person.side === side && person.state === 'alive') {
      const origin = originOf(person.slot)
      if (origin !== undefined) {
        living.people[living.count] = person
        living.origins[living.count] = origin
        living.count += 1
      }
    }
  }
}

/** Where a player is, or was last alive: one who waits has another one's place. */
export function placeOf(person: Person): Vector | undefined {
  return person.state === 'alive' ? (originOf(person.slot) ?? person.origin) : person.origin
}
