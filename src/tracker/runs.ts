/** The way to an engineer's action: how long it took, against whom, and with whose help; and who was stopped on it. */

import { APPROACH_MS, type Approach, approachOf, watchApproaches } from './approaches.ts'
import { clock } from './clock.ts'
import { ACTIONS } from './construction.ts'
import { distance, originOf, type Vector } from './engine.ts'
import { type Death, onDeath, onLine, onStart } from './events.ts'
import { placeOf } from './living.ts'
import { objectives, placeNamed } from './objectives.ts'
import { areEnemies, type Person, people } from './people.ts'
import { recordLater } from './schedule.ts'

const SENSOR = 'objective_run_tracking'
/** Who and what is nearer than this to the objective belongs to the run; both are the original's values. */
const REACH = 800
const DENIED_REACH = 500
const TEAM_EFFORT_KILLS = 3

interface Kill {
  readonly time_ms: number
  readonly killer: Person
  readonly side: number
  readonly place: Vector
}

/** Kills of enemies in the last half minute, the oldest first. */
let kills: Kill[] = []

export function watchRuns(): void {
  onStart(SENSOR, () => {
    kills = []
  })
  watchApproaches(SENSOR)
  onDeath(SENSOR, (death) => {
    noteKill(death)
    deny(death)
  })
  onLine(SENSOR, (line) => {
    if (!('person' in line) || line.what === 'taken') return
    const stand = placeOf(line.person)
    const place = placeNamed(line.object) ?? stand
    if (stand === undefined || place === undefined) return
    write(line.person, ACTIONS[line.what], line.object, place, approachOf(line.person, stand), undefined)
  })
}

function noteKill({ time_ms, killer, cause, victim_origin }: Death): void {
  while (kills.length > 0 && (kills[0] as Kill).time_ms < time_ms - APPROACH_MS) kills.shift()
  if (cause !== 'kill' || killer === undefined || victim_origin === undefined) return
  kills.push({ time_ms, killer, side: killer.side, place: victim_origin })
}

/** An engineer who is killed near an objective has been stopped on his way. */
function deny({ victim, killer, cause, victim_origin }: Death): void {
  if (cause !== 'kill' || victim.player_class !== 'ENGINEER' || victim_origin === undefined) return
  let [name, place, least]: [string, Vector | undefined, number] = ['', undefined, DENIED_REACH]
  for (const objective of objectives()) {
    const away = distance(objective.origin, victim_origin)
    if (!objective.item && (away < least || (away === least && place === undefined))) {
      name = objective.name
      place = objective.origin
      least = away
    }
  }
  if (place !== undefined) write(victim, 'approach_killed', name, place, approachOf(victim, victim_origin), killer)
}

/** Who took part in a run, beside the one who made it. */
interface Company {
  own_kills: number
  team_kills: number
  readonly escort: string[]
  enemies: number
  mates: number
}

function companyOf(person: Person, place: Vector): Company {
  const company: Company = { own_kills: 0, team_kills: 0, escort: [], enemies: 0, mates: 0 }
  for (const kill of kills) {
    if (clock.now_ms - kill.time_ms <= APPROACH_MS && distance(kill.place, place) <= REACH) {
      if (kill.killer === person) company.own_kills += 1
      else if (kill.side === person.side) {
        company.team_kills += 1
        if (!company.escort.includes(kill.killer.guid)) company.escort.push(kill.killer.guid)
      }
    }
  }
  for (const other of people()) {
    if (other !== person && other.state === 'alive') {
      const origin = originOf(other.slot)
      if (origin !== undefined && distance(origin, place) <= REACH) {
        if (areEnemies(person, other)) company.enemies += 1
        else if (other.side === person.side) company.mates += 1
      }
    }
  }
  return company
}

/** The first rule that fits. */
function typeOf({ own_kills, team_kills, enemies, mates }: Company): string {
  if (own_kills + team_kills === 0 && enemies === 0) return 'unopposed'
  if (own_kills > 0 && team_kills === 0 && mates === 0) return 'solo'
  if (own_kills > 0 && team_kills === 0 && enemies > 0) return 'contested_solo'
  if (own_kills === 0 && team_kills > 0) return 'assisted'
  if (own_kills + team_kills >= TEAM_EFFORT_KILLS || (own_kills > 0 && team_kills > 0)) return 'team_effort'
  return enemies > 0 ? 'contested_solo' : 'unopposed'
}

function write(
  person: Person,
  action: string,
  track: string,
  place: Vector,
  approach: Approach,
  killer: Person | undefined,
): void {
  const company = companyOf(person, place)
  recordLater('objective_runs', {
    engineer_guid: person.guid,
    engineer_name: person.name,
    engineer_team: person.team,
    action_type: action,
    track_name: track,
    action_time_ms: clock.now_ms,
    approach_time_ms: approach.time_ms,
    approach_distance: approach.way,
    beeline_distance: approach.straight,
    path_efficiency: approach.way > 0 ? math.min(1, approach.straight / approach.way) : 0,
    self_kills: company.own_kills,
    team_kills: company.team_kills,
    escort_guids: company.escort,
    enemies_nearby: company.enemies,
    nearby_teammates: company.mates,
    run_type: killer === undefined ? typeOf(company) : 'denied',
    obj_x: place[0],
    obj_y: place[1],
    obj_z: place[2],
    killer_guid: killer?.guid,
    killer_name: killer?.name,
  })
}
