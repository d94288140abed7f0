/** Who is in which slot. A connection, not a slot, is what rows belong to: slots are used again (L-20). */
import type { PlayerClass, Team } from '../format/codec.ts'
import { clock } from './clock.ts'
import { hasBit, infoValue, MAX_CLIENTS, readNumber, readText, userinfo, type Vector } from './engine.ts'
import { record, sense, type Written } from './sensors.ts'
import type { TextBuffer } from './text-buffer.ts'

/** `waiting`: in a team, but not in the world (limbo). */
export type State = 'spectating' | 'waiting' | 'alive' | 'downed' | 'gone'

/** A stretch of time in which a player lives, from a spawn or a revive on. */
export interface Life {
  readonly spawn_ms: number
  readonly player_class: PlayerClass
  readonly team: Team
  readonly name: string
  first_move_ms: number | undefined
  samples: number
  /** Points as text, joined in pieces. */
  readonly path: TextBuffer
  next_sample_ms: number
  last_sample_ms: number
  /** Stamina in the frame before a sample, for telling a sprint. */
  stamina: number | undefined
  /** Weapon and stance of the last point. */
  weapon: number
  stance: number
}

/** One connection of one client in this round. */
export interface Person {
  readonly connection: number
  readonly slot: number
  readonly guid: string
  readonly bot: boolean
  readonly connect_ms: number
  joined: boolean
  name: string
  /** 1 Axis, 2 Allies, 3 spectator, 0 none, as the engine counts. */
  side: number
  team: Team
  player_class: PlayerClass
  state: State
  life: Life | undefined
  /** Revived, but by whom is not told yet. */
  reviving: boolean
  /** A spawn that the next frame has to confirm. */
  spawning: boolean
  spawn_ms: number
  spawn_origin: Vector | undefined
  /** Where he was last seen alive. */
  origin: Vector | undefined
  health: number
  /** Who hurt him last when he was down, or brought him down. */
  body_hit_by: Person | undefined
  /** Hits landed on heads, arms, bodies, legs at the last look; undefined before the first. */
  regions: number[] | undefined
}

const CLASSES: readonly PlayerClass[] = ['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS']
const BOT = 8
const SPECTATORS = 3

const bySlot = new LuaTable<number, Person | undefined>()
const roster: { people: Person[]; serial: number } = { people: [], serial: 0 }

/** Begins a round without anybody. */
export function clearPeople(): void {
  for (let slot = 0; slot < MAX_CLIENTS; slot++) bySlot.set(slot, undefined)
  roster.people = []
  roster.serial = 0
}

/** How many connections the round has had. */
export function connections(): number {
  return roster.serial
}

/** Everybody connected, in the order of arrival. */
export function people(): readonly Person[] {
  return roster.people
}

/** Who is in a slot; undefined for an empty slot and for entities that are no players. */
export function personIn(slot: number): Person | undefined {
  return bySlot.get(slot)
}

/** A client has connected to a slot; whoever the tracker still believed there has left. */
export function arrive(slot: number): Person {
  const info = userinfo(slot)
  const guid = infoValue(info, 'cl_guid')
  roster.serial += 1
  const person: Person = {
    connection: roster.serial,
    slot,
    // never empty, and never the same for two players of one round
    guid: guid === '' ? `SLOT${slot}_${roster.serial}` : guid,
    bot: hasBit(readNumber(slot, 'r.svFlags') ?? 0, BOT),
    connect_ms: clock.now_ms,
    joined: false,
    name: infoValue(info, 'name'),
    side: 0,
    team: 'SPEC',
    player_class: 'UNKNOWN',
    state: 'spectating',
    life: undefined,
    reviving: false,
    spawning: false,
    spawn_ms: 0,
    spawn_origin: undefined,
    origin: undefined,
    health: 0,
    body_hit_by: undefined,
    regions: undefined,
  }
  bySlot.set(slot, person)
  roster.people.push(person)
  return person
}

/** A client has left: his row of the roster is written. */
export function leave(person: Person, disconnect_ms: number | undefined): void {
  sense('players', writeRoster, person, disconnect_ms)
  if (bySlot.get(person.slot) === person) bySlot.set(person.slot, undefined)
  const rest: Person[] = []
  for (const other of roster.people) if (other !== person) rest.push(other)
  roster.people = rest
}

function writeRoster(person: Person, disconnect_ms: number | undefined): void {
  record('players', rosterRow(person, disconnect_ms))
}

/** The row of a connection; without a time where it lasts. */
export function rosterRow(person: Person, disconnect_time_ms: number | undefined): Written<'players'> {
  return {
    connection: person.connection,
    slot: person.slot,
    guid: person.guid,
    name: person.name,
    kind: person.bot ? 'bot' : 'human',
    connect_time_ms: person.connect_ms,
    disconnect_time_ms,
  }
}

/** Reads name, side and class anew; what the engine refuses stays as it was. */
export function refresh(person: Person): void {
  const name = readText(person.slot, 'pers.netname')
  if (name !== undefined && name !== '') person.name = name
  const side = sideOf(person.slot)
  if (side !== undefined) {
    person.side = side
    person.team = side === 1 ? 'AXIS' : side === 2 ? 'ALLIES' : 'SPEC'
  }
  person.player_class = classOf(person.slot)
}

/** The engine's number of a player's side; undefined if it gives none that there is. */
export function sideOf(slot: number): number | undefined {
  const side = readNumber(slot, 'sess.sessionTeam')
  return side !== undefined && side >= 0 && side <= SPECTATORS ? side : undefined
}

/** The class played. */
export function classOf(slot: number): PlayerClass {
  const number = readNumber(slot, 'sess.playerType')
  return number === undefined ? 'UNKNOWN' : (CLASSES[number] ?? 'UNKNOWN')
}

/** True for Axis and Allies. */
export function plays(person: Person): boolean {
  return person.side === 1 || person.side === 2
}

/** True if both play, on different sides. */
export function areEnemies(a: Person, b: Person): boolean {
  return plays(a) && plays(b) && a.side !== b.side
}
