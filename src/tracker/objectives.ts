/** Where the objectives of the map are, from what the map itself says: so that an unknown map works on its first day. */
import { clock } from './clock.ts'
import { configstring, distance, hasBit, infoValue, readText, readVector, type Vector } from './engine.ts'
import { findEntities } from './entities.ts'

/** An objective and its place. */
export interface Objective {
  readonly name: string
  readonly origin: Vector
  /** True for things that can be carried away. */
  readonly item: boolean
}

/** CS_OID_DATA has place and short name of a zone, CS_OID_TRIGGERS its long name. */
const OID_DATA = 787
const OID_TRIGGERS = 769
const OID_COUNT = 18
/** Zones around the cabinets for health and ammunition. */
const CABINET = 32
const FLAGS = ['team_CTF_redflag', 'team_CTF_blueflag']
const POLE = 'team_WOLF_checkpoint'
/** A thing this near to a zone's centre is what the zone is about, and no second objective. */
const ZONE_RADIUS = 128

const known = {
  /** The clock's zero of the round that they were read in. */
  zero_ms: -1,
  places: [] as Objective[],
}

/** Items and flag poles are no zones: they are looked for among the entities. */
export function findObjectives(): void {
  findEntities('objective_focus', [...FLAGS, POLE], (entity, classname) => {
    const origin = readVector(entity, 'r.currentOrigin')
    if (origin === undefined || isInZone(origin)) return
    const item = classname !== POLE
    const name = readText(entity, item ? 'message' : 'track')
    objectives().push({ name: name === undefined || name === '' ? classname : name, origin, item })
  })
}

/** The map's objectives, in the order in which the map has them. Read when a round first asks. */
export function objectives(): Objective[] {
  if (known.zero_ms === clock.zero_ms) return known.places
  known.zero_ms = clock.zero_ms
  known.places = []
  for (let i = 0; i < OID_COUNT; i++) {
    const zone = zoneOf(configstring(OID_DATA + i), configstring(OID_TRIGGERS + i))
    if (zone !== undefined) known.places.push(zone)
  }
  return known.places
}

function isInZone(origin: Vector): boolean {
  for (const objective of objectives()) if (distance(objective.origin, origin) < ZONE_RADIUS) return true
  return false
}

function zoneOf(data: string, track: string): Objective | undefined {
  const x = tonumber(infoValue(data, 'x'))
  const y = tonumber(infoValue(data, 'y'))
  const z = tonumber(infoValue(data, 'z'))
  if (x === undefined || y === undefined || z === undefined) return undefined
  if (hasBit(tonumber(infoValue(data, 's')) ?? 0, CABINET)) return undefined
  return { name: track === '' ? infoValue(data, 'n') : track, origin: [x, y, z], item: false }
}

/** The nearest objective, the first of several, and its distance in units; undefined on a map without any. */
export function nearestObjective(to: Vector): LuaMultiReturn<[index: number | undefined, distance: number]> {
  let [nearest, least]: [number | undefined, number] = [undefined, math.huge]
  const places = objectives()
  const [x, y, z] = to
  for (let i = 0; i < places.length; i++) {
    const at = (places[i] as Objective).origin
    const [dx, dy, dz] = [at[0] - x, at[1] - y, at[2] - z]
    const squared = dx * dx + dy * dy + dz * dz
    if (squared < least) {
      nearest = i
      least = squared
    }
  }
  return $multi(nearest, math.sqrt(least))
}

/** The place of an objective of this name; undefined if the map has none, or does not say. */
export function placeNamed(name: string): Vector | undefined {
  for (const objective of objectives()) if (objective.name === name) return objective.origin
  return undefined
}
