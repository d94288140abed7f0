import type { Frame } from './clock.ts'
import type { Death, Hit } from './combat.ts'
import { type Client, distance, isActive } from './trace.ts'

const CROSSFIRE_WINDOW_MS = 1000
const ESCAPE_MS = 5000
const ESCAPE_UNITS = 300
const STALE_MS = 15_000
const REACTION_MS = 5000

export interface FightAttacker {
  readonly client: Client
  damage: number
  hits: number
  readonly firstHit: number
  lastHit: number
  gotKill: boolean
  readonly weapons: Map<number, number>
}

/** One fight against one player, from the first hit by an enemy. */
export interface Fight {
  readonly line: number
  readonly target: Client
  readonly start: number
  readonly attackers: FightAttacker[]
  lastHit: number
  lastPlace: Client
  distance: number
  returnFire: number | undefined
  support: number | undefined
  outcome: string
  end: number
  endPlace: Client
  killer: Client | undefined
}

/** Every fight of the round, in order of closing. */
export function fightsOf(frame: Frame, hits: readonly Hit[], deaths: readonly Death[]): Fight[] {
  const open = new Map<number, Fight>()
  const closed: Fight[] = []
  const hitAt = new Map(hits.map((hit) => [hit.line, hit]))
  const deathAt = new Map(deaths.map((death) => [death.line, death]))

  const close = (fight: Fight, outcome: string, end: number, place: Client) => {
    fight.outcome = outcome
    fight.end = end
    fight.endPlace = place
    fight.distance += distance(fight.lastPlace, place)
    open.delete(fight.target.slot)
    closed.push(fight)
  }

  for (const call of frame.live) {
    const time = frame.clock(call.level)
    const hit = hitAt.get(call.line)
    if (hit?.attacker && hit.relation === 'enemy' && isActive(hit.attacker)) {
      const fight = open.get(hit.target.slot) ?? opened(hit, time)
      open.set(hit.target.slot, fight)
      strike(fight, hit, hit.attacker, time)
      answer(open.values(), hit, hit.attacker, time)
    }
    const death = deathAt.get(call.line)
    const dying = death && open.get(death.victim.slot)
    if (death && dying) {
      dying.killer = death.killer
      for (const attacker of dying.attackers) attacker.gotKill = attacker.client.guid === dying.killer?.guid
      close(dying, 'killed', time, death.victim)
    }
    if (call.name === 'et_ClientDisconnect') {
      const left = open.get(call.args[0] as number)
      if (left) close(left, 'disconnect', time, call.clients[left.target.slot] as Client)
    }
    if (call.name === 'et_RunFrame') {
      for (const fight of [...open.values()]) {
        const target = call.clients[fight.target.slot] as Client
        const quiet = time - fight.lastHit
        if (quiet >= ESCAPE_MS && distance(target, fight.lastPlace) >= ESCAPE_UNITS)
          close(fight, 'escaped', time, target)
        else if (quiet >= STALE_MS) close(fight, 'timeout', time, target)
      }
    }
  }
  const end = frame.clock(frame.afterEnd.level)
  // what follows shows the camera; what lies between two frames belongs to the next one, but the exit is the last of all
  const isLast = (call: Frame['afterEnd']) => call.name === 'et_RunFrame' || String(call.args[0]).startsWith('Exit: ')
  const last = frame.live.findLast(isLast) as Frame['afterEnd']
  for (const fight of [...open.values()]) {
    close(fight, 'round_end', end, last.clients[fight.target.slot] as Client)
  }
  return closed
}

function opened(hit: Hit, time: number): Fight {
  return {
    line: hit.line,
    target: hit.target,
    start: time,
    attackers: [],
    lastHit: time,
    lastPlace: hit.target,
    distance: 0,
    returnFire: undefined,
    support: undefined,
    outcome: '',
    end: time,
    endPlace: hit.target,
    killer: undefined,
  }
}

function strike(fight: Fight, hit: Hit, client: Client, time: number): void {
  let attacker = fight.attackers.find((known) => known.client.guid === client.guid)
  if (attacker === undefined) {
    attacker = { client, damage: 0, hits: 0, firstHit: time, lastHit: time, gotKill: false, weapons: new Map() }
    fight.attackers.push(attacker)
  }
  attacker.damage += hit.damage
  attacker.hits += 1
  attacker.lastHit = time
  if (hit.weapon !== undefined) attacker.weapons.set(hit.weapon, (attacker.weapons.get(hit.weapon) ?? 0) + 1)
  fight.distance += distance(fight.lastPlace, hit.target)
  fight.lastPlace = hit.target
  fight.lastHit = time
}

/** Whoever hits somebody who is among a fight's attackers answers for its target: himself, or a mate of his. */
function answer(fights: Iterable<Fight>, hit: Hit, hitter: Client, time: number): void {
  for (const fight of fights) {
    if (!fight.attackers.some((attacker) => attacker.client.guid === hit.target.guid)) continue
    const after = time - fight.start
    if (after > REACTION_MS) continue
    if (hitter.slot === fight.target.slot) fight.returnFire ??= after
    else if (hitter.team === fight.target.team) fight.support ??= after
  }
}

/** Delay between the first hits of the first two attackers; undefined if they were more than a second apart. */
export function crossfireDelay(fight: Fight): number | undefined {
  const [first, second] = fight.attackers
  if (first === undefined || second === undefined) return undefined
  const delay = second.firstHit - first.firstHit
  return delay <= CROSSFIRE_WINDOW_MS ? delay : undefined
}

/** Everybody whose first hit fell into the window, in order of first hit. */
export function crossfireParticipants(fight: Fight): Client[] {
  if (crossfireDelay(fight) === undefined) return []
  const begin = (fight.attackers[0] as FightAttacker).firstHit
  return fight.attackers.filter(({ firstHit }) => firstHit - begin <= CROSSFIRE_WINDOW_MS).map(({ client }) => client)
}

interface Point {
  readonly time: number
  readonly x: number
  readonly y: number
}

const STEP_UNITS = 24
const TURN_DEGREES = 45

/** When the target first turned by 45 degrees or more, from the points that were recorded since the first hit. */
export function dodgeOf(points: readonly Point[], firstHit: number): number | undefined {
  let base: number | undefined
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1] as Point
    const to = points[i] as Point
    if (Math.hypot(to.x - from.x, to.y - from.y) < STEP_UNITS) continue
    const direction = Math.atan2(to.y - from.y, to.x - from.x)
    if (base === undefined) base = direction
    else {
      const turn = Math.abs(((((direction - base) * 180) / Math.PI + 540) % 360) - 180)
      if (turn < TURN_DEGREES) continue
      return to.time - firstHit <= REACTION_MS ? to.time - firstHit : undefined
    }
  }
  return undefined
}
