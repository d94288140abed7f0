/** How far tanks and trucks went, and who rode on them or walked beside them. */
import type { Team } from '../format/codec.ts'
import {
  configstring,
  distance,
  hasBit,
  infoValue,
  originOf,
  readLink,
  readNumber,
  readText,
  readVector,
  type Vector,
} from './engine.ts'
import { findEntities } from './entities.ts'
import { onEnd, onStart } from './events.ts'
import { type Person, people } from './people.ts'
import { every } from './schedule.ts'
import { record } from './sensors.ts'

const SENSOR = 'vehicle_tracking'
const MOVER = 'script_mover'
/** CS_SCRIPT_MOVER_NAMES: what a map calls its movers, by entity number. */
const MOVER_NAMES = 28
/** Spawn flags of movers that are more than a door: shown on the compass, or with a gun on top. */
const ON_COMPASS = 16
const WITH_GUN = 128
const INTERVAL_MS = 500
/** Between two looks: less is trembling, more is the map putting it elsewhere (the original's values). */
const LEAST_MOVE = 5
const MOST_MOVE = 10_000
/** Farther from a moving vehicle than this is no escort. */
const ESCORT = 500

interface Vehicle {
  readonly entity: number
  readonly name: string
  readonly start: Vector
  readonly max_health: number
  last: Vector
  health: number
  way: number
  destroyed: number
  readonly escorts: Escort[]
}

interface Escort {
  readonly person: Person
  readonly name: string
  readonly team: Team
  mounted_ms: number
  near_ms: number
  way: number
  credit: number
  samples: number
}

let vehicles: Vehicle[] = []

export function watchVehicles(): void {
  onStart(SENSOR, () => {
    vehicles = []
  })
  findEntities(SENSOR, [MOVER], meet)
  every(SENSOR, INTERVAL_MS, INTERVAL_MS / 2, (elapsed_ms) => {
    for (const vehicle of vehicles) look(vehicle, elapsed_ms)
  })
  onEnd(SENSOR, write)
}

function meet(entity: number): void {
  const flags = readNumber(entity, 'spawnflags')
  if (flags === undefined) return
  const title = infoValue(configstring(MOVER_NAMES), tostring(entity))
  if (title === '' && !hasBit(flags, ON_COMPASS) && !hasBit(flags, WITH_GUN)) return
  const start = readVector(entity, 'r.currentOrigin')
  if (start === undefined) return
  const health = readNumber(entity, 'health') ?? 0
  vehicles.push({
    entity,
    name: title !== '' ? title : (readText(entity, 'scriptName') ?? MOVER),
    start,
    max_health: math.max(health, readNumber(entity, 'count') ?? 0),
    last: start,
    health,
    way: 0,
    destroyed: 0,
    escorts: [],
  })
}

function look(vehicle: Vehicle, elapsed_ms: number): void {
  // the number of one that is gone belongs to something else
  if (readText(vehicle.entity, 'classname') !== MOVER) return
  const health = readNumber(vehicle.entity, 'health')
  if (health !== undefined) {
    if (health <= 0 && vehicle.health > 0) vehicle.destroyed += 1
    vehicle.health = health
  }
  const origin = readVector(vehicle.entity, 'r.currentOrigin')
  if (origin === undefined) return
  const moved = distance(origin, vehicle.last)
  // what it trembles adds up until it is a move
  const moves = moved > LEAST_MOVE && moved < MOST_MOVE
  if (moves) vehicle.way += moved
  if (moved > LEAST_MOVE) vehicle.last = origin
  credit(vehicle, origin, moves ? moved : 0, elapsed_ms)
}

function credit(vehicle: Vehicle, origin: Vector, moved: number, elapsed_ms: number): void {
  for (const person of people()) {
    if (person.state === 'alive') {
      if (readLink(person.slot, 'tankLink') === vehicle.entity) {
        const escort = escortOf(vehicle, person)
        escort.mounted_ms += elapsed_ms
        add(escort, moved, 1)
      } else if (moved > 0) {
        const at = originOf(person.slot)
        const away = at === undefined ? math.huge : distance(at, origin)
        if (away <= ESCORT) {
          const escort = escortOf(vehicle, person)
          escort.near_ms += elapsed_ms
          add(escort, moved, 1 - away / ESCORT)
        }
      }
    }
  }
}

function escortOf(vehicle: Vehicle, person: Person): Escort {
  for (const escort of vehicle.escorts) {
    if (escort.person.guid === person.guid && escort.team === person.team) return escort
  }
  const escort = {
    person,
    name: person.name,
    team: person.team,
    mounted_ms: 0,
    near_ms: 0,
    way: 0,
    credit: 0,
    samples: 0,
  }
  vehicle.escorts.push(escort)
  return escort
}

function add(escort: Escort, moved: number, share: number): void {
  escort.way += moved
  escort.credit += moved * share
  escort.samples += 1
}

function write(): void {
  for (const vehicle of vehicles) {
    if (vehicle.way > 0 || vehicle.destroyed > 0) {
      record('vehicle_progress', {
        vehicle_name: vehicle.name,
        vehicle_type: MOVER,
        start_x: vehicle.start[0],
        start_y: vehicle.start[1],
        start_z: vehicle.start[2],
        end_x: vehicle.last[0],
        end_y: vehicle.last[1],
        end_z: vehicle.last[2],
        total_distance: vehicle.way,
        max_health: vehicle.max_health,
        final_health: vehicle.health,
        destroyed_count: vehicle.destroyed,
      })
    }
    for (const escort of vehicle.escorts) {
      record('escort_credit', {
        player_guid: escort.person.guid,
        player_name: escort.name,
        player_team: escort.team,
        vehicle_name: vehicle.name,
        mounted_time_ms: escort.mounted_ms,
        proximity_time_ms: escort.near_ms,
        total_escort_distance: escort.way,
        credit_distance: escort.credit,
        samples: escort.samples,
      })
    }
  }
}
