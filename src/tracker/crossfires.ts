/**
 * Situations in which two mates could fire at one enemy from two sides. A row is one situation: it begins when both have
 * a free line to him from directions far enough apart, and is the same one while every look finds it again.
 */
import type { Team } from '../format/codec.ts'
import { clock } from './clock.ts'
import { MAX_CLIENTS, originOf, type Vector } from './engine.ts'
import { type Hit, onEnd, onHit, onStart } from './events.ts'
import { findLiving, newLiving } from './living.ts'
import { type Person, people } from './people.ts'
import { dequeue, enqueue, firstOf, lengthOf, newQueue, type Queue } from './queue.ts'
import { every, recordLater } from './schedule.ts'
import { looked } from './sensors.ts'
import { areInSight, canTrace } from './sight.ts'

const SENSOR = 'crossfire_opportunities'
/** Each player is looked at so often; the values here are the original's. */
const INTERVAL_MS = 1_000
const REACH = 2_000
/** Cosine of 45 degrees: directions are at least so far apart. */
const LEAST_APART = math.cos(math.pi / 4)
/** Both have to hit him within this time after the beginning. */
const WINDOW_MS = 2_000
/** Players are shared out over so many frames: fewer than an interval has at 20 frames a second. */
const FRAMES = 16

interface Situation {
  readonly time_ms: number
  readonly target: Person
  readonly target_name: string
  readonly target_team: Team
  readonly first: Person
  readonly second: Person
  readonly degrees: number
  first_damage: number
  second_damage: number
  first_hit: boolean
  second_hit: boolean
  /** The look at the target that found it last. */
  look: number
}

/** A round of looks at everybody alive. */
const round = { targets: [] as Person[], next: 0, per_frame: 1, begun_ms: 0, due_ms: 0 }
/** Those that the last look at a target found, by connection and pair. No others are kept: 64 players make thousands. */
let situations = new LuaTable<number, LuaTable<number, Situation | undefined> | undefined>()
/** Looks at each connection so far. */
let looks = new LuaTable<number, number | undefined>()
/** Situations whose window is open, the oldest first: all of them, and those of each target by his connection. */
let open = newQueue<Situation>()
let openAgainst = new LuaTable<number, Queue<Situation> | undefined>()

/** The look that goes on: enemies in reach, how many of them were looked at, and how many of those see the target. */
const going = { target: undefined as Person | undefined, near: 0, next: 0, count: 0 }
const living = newLiving()
const seers: Person[] = []
const xs: number[] = []
const ys: number[] = []
const apart: boolean[] = []

export function watchCrossfires(): void {
  onStart(SENSOR, start)
  every(SENSOR, 0, 0, step)
  onHit(SENSOR, hit)
  onEnd(SENSOR, () => {
    while (lengthOf(open) > 0) writeFirst()
  })
}

function start(): void {
  round.targets = []
  round.next = 0
  round.begun_ms = 0
  round.due_ms = 0
  going.target = undefined
  situations = new LuaTable()
  looks = new LuaTable()
  open = newQueue()
  openAgainst = new LuaTable()
}

function step(): void {
  while ((firstOf(open)?.time_ms ?? math.huge) + WINDOW_MS < clock.now_ms) writeFirst()
  if (round.next >= round.targets.length) {
    if (clock.now_ms < round.due_ms) return
    beginRound()
  }
  const stop = math.min(round.next + round.per_frame, round.targets.length)
  while (round.next < stop) {
    const target = round.targets[round.next] as Person
    // the next frame goes on with one who could not be looked at in full
    if (target.state === 'alive' && !lookAt(target)) return
    round.next += 1
  }
}

function beginRound(): void {
  if (round.begun_ms > 0) looked(SENSOR, INTERVAL_MS, clock.now_ms - round.begun_ms)
  round.begun_ms = clock.now_ms
  round.due_ms = clock.now_ms + INTERVAL_MS
  round.next = 0
  round.targets = []
  for (const person of people()) if (person.state === 'alive') round.targets.push(person)
  round.per_frame = math.ceil(round.targets.length / FRAMES)
}

/** Goes on with the look at a target, or begins one; false if this frame has asked for too many lines already. */
function lookAt(target: Person): boolean {
  if (going.target !== target) {
    going.target = target
    going.near = findNear(target)
    going.next = 0
    going.count = 0
    markApart(going.near)
  }
  while (going.next < going.near) {
    const seer = seers[going.next] as Person
    if (apart[going.next] === true && seer.state === 'alive') {
      const free = areInSight(target, seer)
      if (free === undefined && !canTrace()) return false
      if (free === true) keep(seer)
    }
    going.next += 1
  }
  going.target = undefined
  takePairs(target, going.count)
  return true
}

/** Who sees the target moves to the front of the lists. */
function keep(seer: Person): void {
  seers[going.count] = seer
  xs[going.count] = xs[going.next] as number
  ys[going.count] = ys[going.next] as number
  going.count += 1
}

/** Puts the enemies in reach into the lists, with their directions; gives how many. */
function findNear(target: Person): number {
  const at = originOf(target.slot)
  if (at === undefined) return 0
  findLiving(target.side === 1 ? 2 : 1, living)
  let count = 0
  for (let i = 0; i < living.count; i++) {
    const origin = living.origins[i] as Vector
    const [x, y] = [origin[0] - at[0], origin[1] - at[1]]
    const far = math.sqrt(x * x + y * y)
    if (far > 0 && far <= REACH) {
      seers[count] = living.people[i] as Person
      xs[count] = x / far
      ys[count] = y / far
      apart[count] = false
      count += 1
    }
  }
  return count
}

/** Marks those who have a mate far enough apart: a line is dear, and nobody else needs one. */
function markApart(count: number): void {
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      if ((apart[i] !== true || apart[j] !== true) && cosineOf(i, j) <= LEAST_APART) {
        apart[i] = true
        apart[j] = true
      }
    }
  }
}

function cosineOf(i: number, j: number): number {
  return (xs[i] as number) * (xs[j] as number) + (ys[i] as number) * (ys[j] as number)
}

function takePairs(target: Person, count: number): void {
  const before = looks.get(target.connection) ?? 0
  const look = before + 1
  looks.set(target.connection, look)
  let pairs = situations.get(target.connection)
  if (pairs === undefined) {
    pairs = new LuaTable()
    situations.set(target.connection, pairs)
  }
  for (let i = 0; i < count; i++) {
    const first = seers[i] as Person
    for (let j = i + 1; j < count; j++) {
      const cosine = cosineOf(i, j)
      if (cosine <= LEAST_APART) {
        const second = seers[j] as Person
        const key = first.slot * MAX_CLIENTS + second.slot
        const known = pairs.get(key)
        if (known?.target === target && known.first === first && known.second === second && known.look === before) {
          known.look = look
        } else pairs.set(key, begin(target, first, second, cosine, look))
      }
    }
  }
  for (const [key, situation] of pairs) if (situation?.look !== look) pairs.delete(key)
}

function begin(target: Person, first: Person, second: Person, cosine: number, look: number): Situation {
  const situation = {
    time_ms: clock.now_ms,
    target,
    target_name: target.name,
    target_team: target.team,
    first,
    second,
    degrees: math.deg(math.acos(math.max(-1, cosine))),
    first_damage: 0,
    second_damage: 0,
    first_hit: false,
    second_hit: false,
    look,
  }
  enqueue(open, situation)
  let against = openAgainst.get(target.connection)
  if (against === undefined) {
    against = newQueue()
    openAgainst.set(target.connection, against)
  }
  enqueue(against, situation)
  return situation
}

function hit({ target, attacker, damage }: Hit): void {
  const against = openAgainst.get(target.connection)
  if (against === undefined) return
  for (let place = against.first; place < against.end; place++) {
    const situation = against.items.get(place) as Situation
    if (situation.first === attacker) {
      situation.first_hit = true
      situation.first_damage += damage
    } else if (situation.second === attacker) {
      situation.second_hit = true
      situation.second_damage += damage
    }
  }
}

function writeFirst(): void {
  const situation = dequeue(open)
  if (situation === undefined) return
  dequeue(openAgainst.get(situation.target.connection) as Queue<Situation>)
  recordLater('crossfire_opportunities', {
    time_ms: situation.time_ms,
    target_guid: situation.target.guid,
    target_name: situation.target_name,
    target_team: situation.target_team,
    teammate1_guid: situation.first.guid,
    teammate2_guid: situation.second.guid,
    angular_separation: situation.degrees,
    was_executed: situation.first_hit && situation.second_hit,
    damage_within_window: situation.first_damage + situation.second_damage,
  })
}
