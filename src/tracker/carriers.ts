/** Who carries an item of the map, from where to where, and what ended it. */
import type { Team } from '../format/codec.ts'
import { noteDrop, watchReturns } from './carrier-returns.ts'
import { clock } from './clock.ts'
import { distance, originOf, readNumber, type Vector } from './engine.ts'
import { isOnGround } from './entities.ts'
import { type Death, type EndOfRound, onDeath, onEnd, onLine, onLost, onStart } from './events.ts'
import { noteItem } from './game-events.ts'
import { placeOf } from './living.ts'
import type { Flag } from './log-lines.ts'
import { objectiveWinner } from './outcome.ts'
import { type Person, people } from './people.ts'
import { every, recordLater } from './schedule.ts'

const SENSOR = 'carrier_tracking'
/** `ps.powerups`: PW_REDFLAG and PW_BLUEFLAG. */
const POWERUPS: Readonly<Record<Flag, number>> = { redflag: 5, blueflag: 6 }
/** Everybody alive is looked at so often, for an item whose line was not in the log. */
const SEARCH_MS = 500
/** Players are shared out over so many frames. */
const SHARES = 5
/** The way is measured in steps of at least this length. */
const STEP_MS = 200

interface Carry {
  readonly person: Person
  readonly name: string
  readonly team: Team
  readonly flag: Flag
  readonly pickup_ms: number
  readonly pickup: Vector | undefined
  /** Where he was last seen with it. */
  last: Vector | undefined
  step_ms: number
  step: Vector | undefined
  way: number
  samples: number
}

type Outcome = 'killed' | 'dropped' | 'secured' | 'disconnected' | EndOfRound

let carries: Carry[] = []

export function watchCarriers(): void {
  onStart(SENSOR, () => {
    carries = []
  })
  onLine(SENSOR, (line) => {
    if (line.what === 'taken') begin(line.person, line.flag)
    // the next frame may show the camera of the intermission
    if (line.what === 'over') for (const carry of carries) step(carry)
  })
  for (let share = 0; share < SHARES; share++) watchShare(share)
  every(SENSOR, 0, 0, follow)
  onDeath(SENSOR, endByDeath)
  onLost(SENSOR, (person, how) => {
    for (const carry of carriesOf(person)) end(carry, how === 'disconnect' ? 'disconnected' : 'dropped')
  })
  onEnd(SENSOR, (how) => {
    for (const carry of [...carries]) end(carry, hasDelivered(carry, how) ? 'secured' : how)
  })
  watchReturns()
}

/** A delivery can end the round at once: no live frame shows the carrier without the item then. */
function hasDelivered({ team }: Carry, how: EndOfRound): boolean {
  return how === 'round_end' && objectiveWinner() === team
}

function carriesOf(person: Person): Carry[] {
  const own: Carry[] = []
  for (const carry of carries) if (carry.person === person) own.push(carry)
  return own
}

function begin(person: Person, flag: Flag): void {
  for (const carry of carries) if (carry.person === person && carry.flag === flag) return
  const place = placeOf(person)
  carries.push({
    person,
    name: person.name,
    team: person.team,
    flag,
    pickup_ms: clock.now_ms,
    pickup: place,
    last: place,
    step_ms: clock.now_ms,
    step: place,
    way: 0,
    samples: place === undefined ? 0 : 1,
  })
}

function watchShare(share: number): void {
  every(SENSOR, SEARCH_MS, (share * SEARCH_MS) / SHARES, () => {
    for (const person of people()) {
      if (person.connection % SHARES === share && person.state === 'alive') {
        if (has(person, 'redflag') === true) begin(person, 'redflag')
        if (has(person, 'blueflag') === true) begin(person, 'blueflag')
      }
    }
  })
}

/** Only of the living: everybody else has a copy of another player's. */
function has(person: Person, flag: Flag): boolean | undefined {
  const value = readNumber(person.slot, 'ps.powerups', POWERUPS[flag])
  return value === undefined ? undefined : value > 0
}

function follow(): void {
  if (carries.length === 0) return
  for (const carry of [...carries]) {
    // the log has the line before the engine gives the item
    if (clock.now_ms === carry.pickup_ms || has(carry.person, carry.flag) !== false) step(carry)
    // he lives and has it no more: he gave it up, or delivered it
    else end(carry, isOnGround(`team_CTF_${carry.flag}`) ? 'dropped' : 'secured')
  }
}

function step(carry: Carry): void {
  const origin = originOf(carry.person.slot)
  if (origin === undefined) return
  carry.last = origin
  if (clock.now_ms - carry.step_ms < STEP_MS) return
  walk(carry, origin)
}

function walk(carry: Carry, to: Vector): void {
  if (carry.step !== undefined) carry.way += distance(carry.step, to)
  carry.step = to
  carry.step_ms = clock.now_ms
  carry.samples += 1
}

function endByDeath(death: Death): void {
  for (const carry of carriesOf(death.victim)) {
    carry.last = death.victim_origin ?? carry.last
    if (death.cause !== 'kill') end(carry, 'dropped')
    else end(carry, 'killed', death)
  }
}

function end(carry: Carry, outcome: Outcome, death?: Death): void {
  const rest: Carry[] = []
  for (const other of carries) if (other !== carry) rest.push(other)
  carries = rest
  const { person, flag, pickup, last } = carry
  if (last !== undefined && carry.step !== last) walk(carry, last)
  const straight = pickup === undefined || last === undefined ? 0 : distance(pickup, last)
  const killer = death?.killer
  recordLater('carrier_events', {
    carrier_guid: person.guid,
    carrier_name: carry.name,
    carrier_team: carry.team,
    flag_team: flag,
    pickup_time_ms: carry.pickup_ms,
    drop_time_ms: clock.now_ms,
    duration_ms: clock.now_ms - carry.pickup_ms,
    outcome,
    carry_distance: carry.way,
    beeline_distance: straight,
    efficiency: carry.way > 0 ? math.min(1, straight / carry.way) : 0,
    path_samples: carry.samples,
    pickup_x: pickup?.[0] as number,
    pickup_y: pickup?.[1] as number,
    pickup_z: pickup?.[2] as number,
    drop_x: last?.[0] as number,
    drop_y: last?.[1] as number,
    drop_z: last?.[2] as number,
    killer_guid: killer?.guid,
    killer_name: killer?.name,
  })
  if (death !== undefined && killer !== undefined) recordKill(carry, killer, death.mod)
  if (outcome === 'secured') noteItem('objective_delivered', person, flag, last)
  else if (outcome !== 'round_end' && outcome !== 'shutdown') {
    noteItem('objective_dropped', person, flag, last)
    noteDrop({ person, flag, time_ms: clock.now_ms, place: last })
  }
}

function recordKill(carry: Carry, killer: Person, mod: number): void {
  recordLater('carrier_kills', {
    kill_time_ms: clock.now_ms,
    carrier_guid: carry.person.guid,
    carrier_name: carry.name,
    carrier_team: carry.team,
    killer_guid: killer.guid,
    killer_name: killer.name,
    killer_team: killer.team,
    means_of_death: mod,
    carrier_distance_at_kill: carry.way,
    flag_team: carry.flag,
  })
}
