/** Each player's time in the round without a gap: when he was alive, down, waiting or looking on (L-10). */
import { clock } from './clock.ts'
import { hasBit, originOf, readNumber, type Vector } from './engine.ts'
import { tellBodyLost, tellLost, tellRevive, tellSpawned } from './events.ts'
import { arrive, classOf, leave, type Person, people, personIn, plays, refresh, type State, sideOf } from './people.ts'
import { recordLater } from './schedule.ts'
import { sense } from './sensors.ts'
import { beginTrack, endTrack } from './tracks.ts'

/** Bit of `ps.pm_flags` of a player who waits for a spawn wave; his `ps.*` is then a copy of another player's. */
const LIMBO = 16_384
/** Below this health others have destroyed a body: it goes to limbo and nobody can revive it (g_combat.c). */
const LOST_HEALTH = -113

/** A client connects; called again for everybody after each restart. */
export function noteConnect(slot: number): void {
  const before = personIn(slot)
  if (before !== undefined) noteDisconnect(slot)
  arrive(slot)
}

/** Name, side or class may have changed. */
export function noteUserinfo(slot: number): void {
  const person = personIn(slot) ?? arrive(slot)
  const { side, player_class, joined } = person
  refresh(person)
  if (!joined) {
    join(person)
  } else if (side !== person.side) {
    changeTeam(person)
  } else if (player_class !== person.player_class) {
    note(person, 'class_changed', person.state)
  }
}

function join(person: Person): void {
  person.joined = true
  note(person, 'joined', plays(person) ? 'waiting' : 'spectating')
}

function changeTeam(person: Person): void {
  endStretch(person, 'unknown')
  tellLost(person, 'team_change')
  person.spawning = false
  note(person, 'team_changed', plays(person) ? 'waiting' : 'spectating')
}

/** A player is placed in the world. Most placements are lives, but for spectators and for those who join a side. */
export function noteSpawn(slot: number): void {
  const person = personIn(slot) ?? arrive(slot)
  if (!person.joined) {
    refresh(person)
    join(person)
  }
  const side = sideOf(slot)
  if (side !== undefined && side !== person.side) {
    refresh(person)
    changeTeam(person)
  }
  if (!plays(person)) return
  person.spawning = true
  person.spawn_ms = clock.now_ms
  person.spawn_origin = originOf(slot)
}

/** A player is placed where his body lay. Who did it is told next, or, by older engines, not at all. */
export function noteRevivedSpawn(slot: number): void {
  const person = personIn(slot)
  if (person?.state === 'downed') person.reviving = true
}

/** A medic has brought a player back. */
export function noteRevive(slot: number, medic: Person | undefined): void {
  const person = personIn(slot)
  if (person === undefined || person.state !== 'downed') return
  person.reviving = false
  person.origin = originOf(slot)
  person.health = readNumber(slot, 'health') ?? person.health
  note(person, 'revived', 'alive', medic)
  tellRevive(person, medic)
  sense('player_tracks', beginTrack, person, clock.now_ms, 'revived', person.origin)
}

/** A player has died; `how` is the word for the end of his track. */
export function noteDeath(person: Person, how: string, killer: Person | undefined): void {
  person.body_hit_by = killer
  endStretch(person, how)
  person.spawning = false
  person.health = readNumber(person.slot, 'health') ?? 0
  note(person, 'downed', 'downed')
}

export function noteDisconnect(slot: number): void {
  const person = personIn(slot)
  if (person === undefined) return
  if (person.state === 'alive') person.origin = originOf(slot) ?? person.origin
  tellLost(person, 'disconnect')
  endStretch(person, 'disconnect')
  note(person, 'disconnected', 'gone')
  leave(person, clock.now_ms)
}

/** Looks at what no hook tells: spawns that last, and bodies that are given up. */
export function watchLives(): void {
  for (const person of people()) {
    if (person.reviving) noteRevive(person.slot, medicOf(person))
    else if (person.spawning) confirmSpawn(person)
    else if (person.state === 'downed') watchBody(person)
  }
}

/** Engines before 2.84 have no hook for it; the field is set right after the spawn. */
function medicOf(person: Person): Person | undefined {
  const medic = readNumber(person.slot, 'pers.lastrevive_client')
  return medic === undefined ? undefined : personIn(medic)
}

function confirmSpawn(person: Person): void {
  person.spawning = false
  const health = readNumber(person.slot, 'health')
  const flags = readNumber(person.slot, 'ps.pm_flags')
  if (health === undefined || flags === undefined || health <= 0 || hasBit(flags, LIMBO)) return
  if (person.life !== undefined || person.state === 'downed') {
    tellLost(person, 'spawn')
    endStretch(person, 'unknown')
  }
  if (person.state === 'downed') giveUp(person, false)
  person.player_class = classOf(person.slot)
  person.origin = person.spawn_origin ?? originOf(person.slot)
  person.health = health
  tellSpawned(person)
  note(person, 'spawned', 'alive', undefined, person.spawn_ms)
  sense('player_tracks', beginTrack, person, person.spawn_ms, 'spawn', person.origin)
}

function watchBody(person: Person): void {
  const flags = readNumber(person.slot, 'ps.pm_flags')
  if (flags === undefined || !hasBit(flags, LIMBO)) return
  giveUp(person, (readNumber(person.slot, 'health') ?? 0) < LOST_HEALTH)
}

function giveUp(person: Person, gibbed: boolean): void {
  tellBodyLost(person, gibbed ? 'gibbed' : 'tapped_out')
  note(person, gibbed ? 'gibbed' : 'tapped_out', 'waiting', gibbed ? person.body_hit_by : undefined)
}

/** Ends a life and a connection at the end of the round. */
export function endLife(person: Person, how: 'round_end' | 'shutdown'): void {
  endStretch(person, how)
  note(person, 'round_end', person.state)
  leave(person, undefined)
}

function endStretch(person: Person, how: string): void {
  if (person.life !== undefined) endTrack(person, how)
  person.life = undefined
}

/** A row of the timeline: what happened, and the state from now on. */
function note(person: Person, event: string, state: State, other?: Person, time_ms = clock.now_ms): void {
  const seen = state === 'alive' || event === 'downed' || (event === 'round_end' && person.state === 'alive')
  person.state = state
  sense('lives', writeNote, person, event, time_ms, seen, other)
}

function writeNote(person: Person, event: string, time_ms: number, seen: boolean, other: Person | undefined): void {
  const origin: Vector | undefined = seen ? person.origin : undefined
  recordLater('lives', {
    time_ms,
    connection: person.connection,
    guid: person.guid,
    name: person.name,
    team: person.team,
    player_class: person.player_class,
    event,
    state: person.state,
    x: origin?.[0],
    y: origin?.[1],
    z: origin?.[2],
    health: seen ? person.health : undefined,
    other_guid: other?.guid,
    other_name: other?.name,
  })
}
