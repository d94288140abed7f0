/** What happens in a round, told to every sensor that listens. A sensor's error stays its own (L-4). */
import type { Vector } from './engine.ts'
import type { LogLine } from './log-lines.ts'
import type { Person } from './people.ts'
import { sense } from './sensors.ts'

/** A hit on a living player, before his health is reduced. */
export interface Hit {
  readonly time_ms: number
  readonly target: Person
  /** None where the world hurts. */
  readonly attacker: Person | undefined
  readonly relation: 'enemy' | 'team' | 'self' | 'world'
  /** As the engine will take it, not limited to the health left. */
  readonly damage: number
  readonly health_before: number
  /** 0 head, 1 arms, 2 body, 3 legs; of bullets only. */
  readonly region: number | undefined
  /** The weapon that the means of death belongs to. */
  readonly weapon: number | undefined
  readonly mod: number
  readonly target_origin: Vector
  readonly target_yaw: number | undefined
  readonly attacker_origin: Vector | undefined
  readonly attacker_yaw: number | undefined
}

export type Cause = 'kill' | 'team_kill' | 'suicide' | 'team_switch' | 'world'

/** An obituary, whatever the cause. */
export interface Death {
  readonly time_ms: number
  readonly victim: Person
  readonly killer: Person | undefined
  readonly cause: Cause
  readonly weapon: number | undefined
  readonly mod: number
  readonly victim_origin: Vector | undefined
  readonly killer_origin: Vector | undefined
  readonly killer_health: number | undefined
}

export type EndOfRound = 'round_end' | 'shutdown'

interface Listener<T extends unknown[]> {
  readonly sensor: string
  readonly work: (this: void, ...args: T) => void
}

const hits: Listener<[Hit]>[] = []
const deaths: Listener<[Death]>[] = []
const revives: Listener<[revived: Person, medic: Person | undefined]>[] = []
const corpses: Listener<[body: Person, attacker: Person | undefined, damage: number]>[] = []
const spawns: Listener<[Person]>[] = []
const losses: Listener<[Person, how: 'disconnect' | 'team_change' | 'spawn']>[] = []
const bodies: Listener<[Person, how: 'gibbed' | 'tapped_out']>[] = []
const samples: Listener<[Person, origin: Vector, elapsed_ms: number]>[] = []
const crossfires: Listener<[participants: readonly Person[]]>[] = []
const trades: Listener<[victim: Person, trader: Person]>[] = []
const shots: Listener<[Person, weapon: number]>[] = []
const lines: Listener<[line: LogLine]>[] = []
const starts: Listener<[]>[] = []
const ends: Listener<[EndOfRound]>[] = []

/** Each `on...` adds work of a sensor; it is done only while the sensor is on. */
export function onHit(sensor: string, work: (this: void, hit: Hit) => void): void {
  hits.push({ sensor, work })
}
export function onDeath(sensor: string, work: (this: void, death: Death) => void): void {
  deaths.push({ sensor, work })
}
export function onRevive(sensor: string, work: (this: void, revived: Person, medic: Person | undefined) => void): void {
  revives.push({ sensor, work })
}
/** Damage to a player who is down already. */
export function onCorpseHit(
  sensor: string,
  work: (this: void, body: Person, attacker: Person | undefined, damage: number) => void,
): void {
  corpses.push({ sensor, work })
}
/** A spawn that lasted, told before the track begins. */
export function onSpawned(sensor: string, work: (this: void, person: Person) => void): void {
  spawns.push({ sensor, work })
}
/** A player is no target any more: he left, changed sides, or stands somewhere new without having died. */
export function onLost(
  sensor: string,
  work: (this: void, person: Person, how: 'disconnect' | 'team_change' | 'spawn') => void,
): void {
  losses.push({ sensor, work })
}
/** A body is given up: nobody can revive it any more. */
export function onBodyLost(
  sensor: string,
  work: (this: void, person: Person, how: 'gibbed' | 'tapped_out') => void,
): void {
  bodies.push({ sensor, work })
}
/** Every sample of a living player; `elapsed_ms` is the time since his last one. */
export function onSample(
  sensor: string,
  work: (this: void, person: Person, origin: Vector, elapsed_ms: number) => void,
): void {
  samples.push({ sensor, work })
}
/** A fight that was a crossfire has ended; who opened it, in the order of their first hits. */
export function onCrossfire(sensor: string, work: (this: void, participants: readonly Person[]) => void): void {
  crossfires.push({ sensor, work })
}
/** A death was traded: a mate of the victim killed the killer in time. */
export function onTrade(sensor: string, work: (this: void, victim: Person, trader: Person) => void): void {
  trades.push({ sensor, work })
}
/** The trigger of a hand weapon. */
export function onShot(sensor: string, work: (this: void, person: Person, weapon: number) => void): void {
  shots.push({ sensor, work })
}
/** A line of the game's log that tells something, while play is live. */
export function onLine(sensor: string, work: (this: void, line: LogLine) => void): void {
  lines.push({ sensor, work })
}
/** Play goes live: forget the round before. */
export function onStart(sensor: string, work: (this: void) => void): void {
  starts.push({ sensor, work })
}
/** Play is over; the clock and every player's last place are still those of the last live frame. */
export function onEnd(sensor: string, work: (this: void, how: EndOfRound) => void): void {
  ends.push({ sensor, work })
}

function tell<T extends unknown[]>(listeners: readonly Listener<T>[], ...args: T): void {
  for (const { sensor, work } of listeners) sense(sensor, work, ...args)
}

export function tellHit(hit: Hit): void {
  tell(hits, hit)
}
export function tellDeath(death: Death): void {
  tell(deaths, death)
}
export function tellRevive(revived: Person, medic: Person | undefined): void {
  tell(revives, revived, medic)
}
export function tellCorpseHit(body: Person, attacker: Person | undefined, damage: number): void {
  tell(corpses, body, attacker, damage)
}
export function tellSpawned(person: Person): void {
  tell(spawns, person)
}
export function tellLost(person: Person, how: 'disconnect' | 'team_change' | 'spawn'): void {
  tell(losses, person, how)
}
export function tellBodyLost(person: Person, how: 'gibbed' | 'tapped_out'): void {
  tell(bodies, person, how)
}
export function tellSample(person: Person, origin: Vector, elapsed_ms: number): void {
  tell(samples, person, origin, elapsed_ms)
}
export function tellCrossfire(participants: readonly Person[]): void {
  tell(crossfires, participants)
}
export function tellTrade(victim: Person, trader: Person): void {
  tell(trades, victim, trader)
}
export function tellShot(person: Person, weapon: number): void {
  tell(shots, person, weapon)
}
export function tellLine(line: LogLine): void {
  tell(lines, line)
}
export function tellStart(): void {
  tell(starts)
}
/** What every sensor has to do at the end of the round, a step each. */
export function endSteps(how: EndOfRound): (() => void)[] {
  const steps: (() => void)[] = []
  for (const { sensor, work } of ends) steps.push(() => sense(sensor, work, how))
  return steps
}
