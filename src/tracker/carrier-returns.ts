/** Items that came back to their owners after a carrier lost them. */
import { clock } from './clock.ts'
import { distance, originOf, type Vector } from './engine.ts'
import { onLine, onStart } from './events.ts'
import type { Flag } from './log-lines.ts'
import { type Person, people } from './people.ts'
import { recordLater } from './schedule.ts'

const SENSOR = 'carrier_returns'
/** After this time on the ground the map takes an item back by itself (et-lua-api 9.2). */
const TIMEOUT_MS = 30_000
/** Who gave an item back touched it; it slides some way from where its carrier fell. */
const REACH = 500

interface Drop {
  readonly person: Person
  readonly flag: Flag
  readonly time_ms: number
  readonly place: Vector | undefined
}

/** Items on the ground, the oldest first. */
let drops: Drop[] = []

export function watchReturns(): void {
  onStart(SENSOR, () => {
    drops = []
  })
  onLine(SENSOR, (line) => {
    if (line.what === 'taken') forget(line.flag)
    else if (line.what === 'returned') giveBack(line.team === 'AXIS' ? 'redflag' : 'blueflag')
  })
}

export function noteDrop(drop: Drop): void {
  drops.push(drop)
}

/** Takes the oldest drop of a kind from the list: a map has one item of each, but for very few. */
function forget(flag: Flag): Drop | undefined {
  let found: Drop | undefined
  const rest: Drop[] = []
  for (const drop of drops) {
    if (found === undefined && drop.flag === flag) found = drop
    else rest.push(drop)
  }
  drops = rest
  return found
}

function giveBack(flag: Flag): void {
  const drop = forget(flag)
  if (drop === undefined) return
  const delay = clock.now_ms - drop.time_ms
  const returner = delay < TIMEOUT_MS ? nearest(flag === 'redflag' ? 1 : 2, drop.place) : undefined
  recordLater('carrier_returns', {
    return_time_ms: clock.now_ms,
    returner_guid: returner?.guid,
    returner_name: returner?.name,
    returner_team: returner?.team,
    flag_team: flag,
    original_carrier_guid: drop.person.guid,
    drop_time_ms: drop.time_ms,
    return_delay_ms: delay,
    drop_x: drop.place?.[0] as number,
    drop_y: drop.place?.[1] as number,
    drop_z: drop.place?.[2] as number,
  })
}

/** The nearest living player of the owners, who may not be the one: the game does not name him. */
function nearest(side: number, place: Vector | undefined): Person | undefined {
  if (place === undefined) return undefined
  let [found, least]: [Person | undefined, number] = [undefined, REACH]
  for (const person of people()) {
    if (person.side === side && person.state === 'alive') {
      const origin = originOf(person.slot)
      const away = origin === undefined ? math.huge : distance(origin, place)
      if (away < least) {
        found = person
        least = away
      }
    }
  }
  return found
}
