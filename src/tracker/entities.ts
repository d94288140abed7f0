/** Finds things of the map: the engine has no search, so that every entity is asked once for its class. */
import { hasBit, readNumber, readText } from './engine.ts'
import { onStart } from './events.ts'
import { every } from './schedule.ts'

/** 64 to 71 are the corpses; the last two numbers of the engine are the world and nothing. */
const FIRST = 72
const LAST = 1_021
/** Few enough that no frame notices: all are asked within two seconds. */
const PER_FRAME = 32

/** Bit of `flags` of an item that somebody dropped. */
const DROPPED_ITEM = 4_096

/** True if an item of the class lies on the ground. Asks every entity at once: for rare moments only. */
export function isOnGround(classname: string): boolean {
  for (let entity = FIRST; entity <= LAST; entity++) {
    if (readText(entity, 'classname') === classname && hasBit(readNumber(entity, 'flags') ?? 0, DROPPED_ITEM))
      return true
  }
  return false
}

/** Tells, in the first frames of each round, every entity that has one of the classes. */
export function findEntities(
  sensor: string,
  classnames: readonly string[],
  found: (entity: number, classname: string) => void,
): void {
  let next = FIRST
  onStart(sensor, () => {
    next = FIRST
  })
  every(sensor, 0, 0, () => {
    const stop = math.min(next + PER_FRAME, LAST + 1)
    // on first, so that an entity which cannot be read is not asked for ever
    const from = next
    next = stop
    for (let entity = from; entity < stop; entity++) {
      const classname = readText(entity, 'classname')
      if (classname !== undefined && classnames.includes(classname)) found(entity, classname)
    }
  })
}
