/** Follows the fights that go on: one at most against each player, opened and fed by the hits of enemies. */
import { engagements } from '../format/core-sections.ts'
import { writeRow } from '../format/row.ts'
import type { SectionKey } from '../format/sections.ts'
import { clock } from './clock.ts'
import { newDodge, noteStep } from './dodge.ts'
import { onEnemyHit } from './enemy-hits.ts'
import { distance, originOf, type Vector } from './engine.ts'
import { type Death, type Hit, onDeath, onEnd, onLost, onStart } from './events.ts'
import { attackerIn, type Fight, type FightAttacker, type Outcome } from './fight.ts'
import { fightRow, recordFight } from './fight-rows.ts'
import type { Person } from './people.ts'
import { pointOfFight } from './point-text.ts'
import { defer } from './schedule.ts'
import { refuse, sense } from './sensors.ts'
import { settings } from './settings.ts'

interface Listener {
  readonly sensor: string
  readonly work: (this: void, fight: Fight) => void
}

/** A target whom nobody has hit for this long is left alone, wherever he is (tracker 5.0 and later). */
const TIMEOUT_MS = 15_000

const SENSOR = 'engagement_tracking'

const fights: { open: Fight[]; serial: number } = { open: [], serial: 0 }
const endings: Listener[] = []

export function watchFights(): void {
  onStart(SENSOR, () => {
    fights.open = []
    fights.serial = 0
  })
  onEnemyHit(SENSOR, takeHit)
  onDeath(SENSOR, takeDeath)
  onLost(SENSOR, (person) => {
    const fight = fightAgainst(person)
    // he is placed elsewhere by now, unless he has left
    if (fight !== undefined) close(fight, 'disconnect')
  })
  onEnd(SENSOR, (how) => {
    for (const fight of fights.open) close(fight, how)
  })
}

/** The fights that go on, in order of opening. */
export function openFights(): readonly Fight[] {
  return fights.open
}

/** Hands over the rows of the fights that have not ended, as if they ended now. */
export function addOpenFights(add: (key: SectionKey, line: string) => void): void {
  for (const fight of fights.open) {
    const end_origin = fight.target.origin ?? fight.last_hit_origin
    const ended: Fight = {
      ...fight,
      outcome: 'shutdown',
      end_ms: clock.now_ms,
      end_origin,
      distance: fight.distance + distance(fight.last_hit_origin, end_origin),
    }
    const lines: string[] = []
    writeRow(engagements, fightRow(ended), lines)
    for (const line of lines) add('engagements', line)
  }
}

/** Adds work of a sensor for every fight that has ended. */
export function onFightEnd(sensor: string, work: (fight: Fight) => void): void {
  endings.push({ sensor, work })
}

/** Takes the samples that are due and sees who has escaped. Called once a frame while play is live. */
export function watchFightFrame(): void {
  const now = clock.now_ms
  const quiet_ms = math.min(settings.escape_time_ms, TIMEOUT_MS)
  for (const fight of fights.open) {
    if (now >= fight.next_sample_ms || now - fight.last_hit_ms >= quiet_ms) look(fight, now)
  }
}

function look(fight: Fight, now: number): void {
  const origin = originOf(fight.target.slot)
  const quiet_ms = now - fight.last_hit_ms
  const away = origin !== undefined && distance(origin, fight.last_hit_origin) >= settings.escape_distance
  if (away && quiet_ms >= settings.escape_time_ms) {
    close(fight, 'escaped', origin)
  } else if (quiet_ms >= TIMEOUT_MS) {
    close(fight, 'timeout', origin)
  } else if (now >= fight.next_sample_ms) {
    fight.next_sample_ms += settings.position_sample_interval
    if (fight.next_sample_ms <= now) fight.next_sample_ms = now + settings.position_sample_interval
    if (origin !== undefined) addPoint(fight, now, origin, 'sample')
  }
}

function takeHit(hit: Hit, person: Person): void {
  const fight = fightAgainst(hit.target) ?? open(hit)
  const attacker = attackerIn(fight, person) ?? join(fight, person, hit.time_ms)
  attacker.damage += hit.damage
  attacker.hits += 1
  attacker.last_hit_ms = hit.time_ms
  if (hit.weapon !== undefined) countWeapon(attacker, hit.weapon)
  fight.damage += hit.damage
  fight.distance += distance(fight.last_hit_origin, hit.target_origin)
  fight.last_hit_ms = hit.time_ms
  fight.last_hit_origin = hit.target_origin
  addPoint(fight, hit.time_ms, hit.target_origin, 'hit')
}

function open(hit: Hit): Fight {
  const { target, time_ms, target_origin } = hit
  fights.serial += 1
  const fight: Fight = {
    id: fights.serial,
    target,
    name: target.name,
    team: target.team,
    side: target.side,
    player_class: target.player_class,
    start_ms: time_ms,
    start_origin: target_origin,
    attackers: [],
    damage: 0,
    last_hit_ms: time_ms,
    last_hit_origin: target_origin,
    distance: 0,
    points: [],
    next_sample_ms: time_ms + settings.position_sample_interval,
    dodge: newDodge(target_origin),
    return_fire_ms: undefined,
    support_ms: undefined,
    outcome: 'killed',
    end_ms: time_ms,
    end_origin: target_origin,
    killer: undefined,
  }
  addPoint(fight, time_ms, target_origin, 'start')
  fights.open.push(fight)
  return fight
}

function fightAgainst(person: Person): Fight | undefined {
  for (const fight of fights.open) if (fight.target === person) return fight
  return undefined
}

function join(fight: Fight, person: Person, time_ms: number): FightAttacker {
  const attacker: FightAttacker = {
    person,
    guid: person.guid,
    name: person.name,
    team: person.team,
    damage: 0,
    hits: 0,
    first_hit_ms: time_ms,
    last_hit_ms: time_ms,
    got_kill: false,
    weapons: [],
  }
  fight.attackers.push(attacker)
  return attacker
}

function countWeapon(attacker: FightAttacker, weapon: number): void {
  for (const pair of attacker.weapons) {
    if (pair[0] === weapon) {
      pair[1] += 1
      return
    }
  }
  attacker.weapons.push([weapon, 1])
}

/** Whatever killed the target ends the fight; who did it need not be among its attackers. */
function takeDeath(death: Death): void {
  const fight = fightAgainst(death.victim)
  if (fight === undefined) return
  fight.killer = death.killer
  const attacker = death.killer === undefined ? undefined : attackerIn(fight, death.killer)
  if (attacker !== undefined) attacker.got_kill = true
  close(fight, 'killed', death.victim_origin)
}

/** Ends a fight where the target is, or else where he was last seen alive. */
function close(fight: Fight, outcome: Outcome, origin?: Vector): void {
  const place = origin ?? fight.target.origin ?? fight.last_hit_origin
  const rest: Fight[] = []
  for (const other of fights.open) if (other !== fight) rest.push(other)
  fights.open = rest
  fight.outcome = outcome
  fight.end_ms = clock.now_ms
  fight.end_origin = place
  fight.distance += distance(fight.last_hit_origin, place)
  // the last place of a round may be older than its time: that is no step
  if (outcome === 'round_end' || outcome === 'shutdown') fight.dodge.decided = true
  addPoint(fight, fight.end_ms, place, outcome === 'killed' ? 'death' : 'escape')
  defer(SENSOR, () => recordFight(fight))
  for (const { sensor, work } of endings) sense(sensor, work, fight)
}

function addPoint(fight: Fight, time_ms: number, origin: Vector, event: string): void {
  noteStep(fight.dodge, origin, time_ms - fight.start_ms)
  const point = pointOfFight([time_ms, origin[0], origin[1], origin[2]], event)
  if (point === undefined) refuse('point')
  else fight.points.push(point)
}
