/** The last half minute of each player's way in his present life. */
import { clock } from './clock.ts'
import { distance, type Vector } from './engine.ts'
import { onSample, onStart } from './events.ts'
import type { Life, Person } from './people.ts'

/** The original's window. */
export const APPROACH_MS = 30_000
/** Samples that follow closer are left out, so that the ring lasts for the window. */
const LEAST_STEP_MS = 150
const RING = 201

interface Way {
  life: Life | undefined
  /** Points since the life began; the ring holds the last ones. */
  count: number
  readonly times: number[]
  readonly places: Vector[]
}

let ways = new LuaTable<number, Way | undefined>()

export function watchApproaches(sensor: string): void {
  onStart(sensor, () => {
    ways = new LuaTable()
  })
  onSample(sensor, (person, origin) => {
    let way = ways.get(person.connection)
    if (way === undefined) {
      way = { life: undefined, count: 0, times: [], places: [] }
      ways.set(person.connection, way)
    }
    if (way.life !== person.life) {
      way.life = person.life
      way.count = 0
    }
    if (way.count > 0 && clock.now_ms - (way.times[(way.count - 1) % RING] as number) < LEAST_STEP_MS) return
    way.times[way.count % RING] = clock.now_ms
    way.places[way.count % RING] = origin
    way.count += 1
  })
}

/** How long a player has been on his way to where he is, how far he went, and how far that is straight; units and ms. */
export interface Approach {
  readonly time_ms: number
  readonly way: number
  readonly straight: number
}

/** The way that led a player to a place. All zero for one who was not seen on his way. */
export function approachOf(person: Person, to: Vector): Approach {
  const way = ways.get(person.connection)
  let [since, length, straight] = [clock.now_ms, 0, 0]
  if (way === undefined) return { time_ms: 0, way: 0, straight: 0 }
  let next = to
  for (let i = way.count - 1; i >= math.max(0, way.count - RING); i--) {
    const time = way.times[i % RING] as number
    if (clock.now_ms - time > APPROACH_MS) break
    const place = way.places[i % RING] as Vector
    length += distance(place, next)
    straight = distance(place, to)
    since = time
    next = place
  }
  return { time_ms: clock.now_ms - since, way: length, straight }
}
