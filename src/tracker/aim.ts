/** Times during which a player's view stays on one enemy whom he could see. */
import type { Team } from '../format/codec.ts'
import { clock } from './clock.ts'
import { eyeOf, originOf, readNumber, readVector, type Vector } from './engine.ts'
import { onEnd, onLost, onStart } from './events.ts'
import { type Person, people } from './people.ts'
import { every, recordLater } from './schedule.ts'
import { isOn } from './sensors.ts'
import { settings } from './settings.ts'
import { areInSight } from './sight.ts'

const SENSOR = 'aim_lock'
/** Each player is looked at so often; the values here are the original's. */
const INTERVAL_MS = 400
/** The players of each side are shared out over so many frames. */
const SHARES = 4
const REACH = 3_000
const MOST_DEGREES = 10
/** Of a slightly larger angle, so that rounding leaves nobody out. */
const LEAST_COSINE_SQUARED = math.cos(math.rad(MOST_DEGREES + 0.001)) ** 2
const TANGENT = math.tan(math.rad(MOST_DEGREES + 0.001))
/** Units that a player can go in a ms at the very most: a sprint is 0.35, an explosion throws him faster. */
const MOST_SPEED = 1.5
/** One look may miss him, two end the lock. */
const MOST_GAP_MS = 800
const LEAST_MS = 400

interface Lock {
  readonly team: Team
  readonly target: Person
  readonly target_name: string
  readonly start_ms: number
  last_ms: number
  samples: number
  degrees: number
  distances: number
}

let locks = new LuaTable<number, Lock | undefined>()

export function watchAim(): void {
  onStart(SENSOR, () => {
    locks = new LuaTable()
  })
  for (let share = 0; share < SHARES; share++) {
    watchShare(1, share, (share * INTERVAL_MS) / SHARES)
    watchShare(2, share, ((share + 0.5) * INTERVAL_MS) / SHARES)
  }
  onLost(SENSOR, close)
  onEnd(SENSOR, () => {
    for (const person of people()) close(person)
  })
}

function watchShare(side: number, share: number, offset_ms: number): void {
  every(SENSOR, INTERVAL_MS, offset_ms, () => {
    for (const person of people()) {
      // where sides are filled in turn, the connections of one are all odd
      if (person.side === side && math.floor(person.connection / 2) % SHARES === share) {
        if (person.state === 'alive') look(person)
        else close(person)
      }
    }
  })
}

/** What the best enemy in view was at this look. */
const best = { target: undefined as Person | undefined, degrees: 0, distance: 0 }

function look(person: Person): void {
  const eye = eyeOf(person.slot)
  const angles = readVector(person.slot, 'ps.viewangles')
  if (eye === undefined || angles === undefined) return
  findBest(person.side === 1 ? 2 : 1, eye, angles)
  const target = best.target
  const free = target === undefined ? false : areInSight(person, target)
  // a line that could not be looked at says nothing
  if (free === undefined) return
  const lock = locks.get(person.connection)
  if (lock !== undefined && (!free || lock.target !== target || clock.now_ms - lock.last_ms > MOST_GAP_MS))
    close(person)
  if (free && target !== undefined) add(person, target)
}

/** The enemy nearest to where the view goes. */
function findBest(side: number, eye: Vector, angles: Vector): void {
  best.target = undefined
  best.degrees = MOST_DEGREES
  const yaw = math.rad(angles[1])
  const [lookX, lookY] = [math.cos(yaw), math.sin(yaw)]
  // a player's last place says of most enemies that they are nowhere near the view
  const way = isOn('player_tracks') ? MOST_SPEED * settings.position_sample_interval : math.huge
  for (const other of people()) {
    if (other.side === side && other.state === 'alive' && mayBeInView(other.origin, way, eye, lookX, lookY)) {
      const origin = originOf(other.slot)
      if (origin !== undefined) measure(other, origin, eye, angles[0], lookX, lookY)
    }
  }
}

/** False if an enemy was last seen farther from the view than he can have gone since: `way` units. */
function mayBeInView(last: Vector | undefined, way: number, eye: Vector, lookX: number, lookY: number): boolean {
  if (last === undefined) return true
  const [x, y] = [last[0] - eye[0], last[1] - eye[1]]
  const ahead = x * lookX + y * lookY + way
  const aside = math.abs(x * lookY - y * lookX) - way
  return ahead > 0 && ahead <= REACH + 2 * way && aside <= ahead * TANGENT
}

function measure(other: Person, origin: Vector, eye: Vector, pitch: number, lookX: number, lookY: number): void {
  const [x, y] = [origin[0] - eye[0], origin[1] - eye[1]]
  const ahead = x * lookX + y * lookY
  const squared = x * x + y * y
  // only of those in front of him the angle, and then the eye's height, is asked
  if (ahead <= 0 || ahead * ahead < LEAST_COSINE_SQUARED * squared || squared > REACH * REACH) return
  const flat = math.sqrt(squared)
  const aside = degreesOf(ahead / flat)
  if (aside <= best.degrees) weigh(other, origin, eye, pitch, flat, aside)
}

function weigh(other: Person, origin: Vector, eye: Vector, pitch: number, flat: number, aside: number): void {
  const height = readNumber(other.slot, 'ps.viewheight')
  if (height === undefined) return
  const z = origin[2] + height - eye[2]
  const distance = math.sqrt(flat * flat + z * z)
  // the engine counts pitch downwards
  const above = pitch + math.deg(math.asin(z / distance))
  const degrees = math.sqrt(aside * aside + above * above)
  if (degrees > best.degrees || distance > REACH) return
  best.target = other
  best.degrees = degrees
  best.distance = distance
}

function degreesOf(cosine: number): number {
  return math.deg(math.acos(math.min(1, math.max(-1, cosine))))
}

function add(person: Person, target: Person): void {
  let lock = locks.get(person.connection)
  if (lock === undefined) {
    lock = {
      team: person.team,
      target,
      target_name: target.name,
      start_ms: clock.now_ms,
      last_ms: clock.now_ms,
      samples: 0,
      degrees: 0,
      distances: 0,
    }
    locks.set(person.connection, lock)
  }
  lock.last_ms = clock.now_ms
  lock.samples += 1
  lock.degrees += best.degrees
  lock.distances += best.distance
}

function close(person: Person): void {
  const lock = locks.get(person.connection)
  if (lock === undefined) return
  locks.set(person.connection, undefined)
  const duration = lock.last_ms - lock.start_ms
  if (duration < LEAST_MS) return
  recordLater('aim_lock', {
    start_time_ms: lock.start_ms,
    end_time_ms: lock.last_ms,
    duration_ms: duration,
    guid: person.guid,
    name: person.name,
    team: lock.team,
    target_guid: lock.target.guid,
    target_name: lock.target_name,
    avg_err_deg: lock.degrees / lock.samples,
    avg_dist: lock.distances / lock.samples,
    samples: lock.samples,
  })
}
