/** The way of each player while he lives: a point at every sample, as text at once (a table per sample costs the server). */
import { playerTracks } from '../format/core-sections.ts'
import { writeRow } from '../format/row.ts'
import type { SectionKey } from '../format/sections.ts'
import { players } from '../format/tracker-sections.ts'
import { clock } from './clock.ts'
import { hasBit, originOf, readNumber, readVector, type Vector } from './engine.ts'
import { tellSample } from './events.ts'
import { type Life, type Person, people, rosterRow } from './people.ts'
import { pointOfPath } from './point-text.ts'
import { defer } from './schedule.ts'
import { looked, record, refuse, sense, type Written } from './sensors.ts'
import { settings } from './settings.ts'
import { newBuffer, type TextBuffer } from './text-buffer.ts'

/** `ps.eFlags`: prone. `ps.pm_flags`: crouched or prone. */
const PRONE = 524_288
const DUCKED = 1
/** `ps.stats`: stamina, falls by 5 a ms in a sprint and grows otherwise. */
const STAMINA = 8
/** `ps.powerups`: level time at which the adrenaline ends; stamina stands still until then. */
const ADRENALINE = 11
/** Between running (about 254 units/s) and sprinting (about 350). */
const SPRINT_SPEED = 300
/** Faster than this is a move; slower is turning on the spot. */
const MOVE_SPEED = 10
/** Samples of different slots fall into different frames, so that no frame carries all of them. */
const SPREAD = 4
/** Points of a path are joined in pieces of about this size. */
const PIECE_BYTES = 2_048
/** The stamina is also read one frame before a sample. Frames are 50 ms apart, the first after the start 150. */
const FRAME_MS = 50
const FIRST_FRAME_MS = 150

/** Opens a track with its first point. */
export function beginTrack(person: Person, time_ms: number, event: string, origin: Vector | undefined): void {
  const interval = settings.position_sample_interval
  person.life = {
    spawn_ms: time_ms,
    player_class: person.player_class,
    team: person.team,
    name: person.name,
    first_move_ms: undefined,
    samples: 0,
    path: newBuffer(),
    next_sample_ms: time_ms + math.ceil((interval * ((person.slot % SPREAD) + 1)) / SPREAD),
    last_sample_ms: time_ms,
    stamina: undefined,
    weapon: 0,
    stance: 0,
  }
  if (origin !== undefined) addPoint(person, time_ms, origin, person.health, readSpeed(person.slot), 0, event)
}

/** Takes the samples that are due in this frame. */
export function sampleTracks(): void {
  const now = clock.now_ms
  for (const person of people()) {
    const life = person.life
    if (life === undefined) continue
    if (now >= life.next_sample_ms) {
      sense('player_tracks', sample, person)
      life.next_sample_ms += settings.position_sample_interval
      if (life.next_sample_ms <= now) life.next_sample_ms = now + settings.position_sample_interval
    } else if (now + (life.samples > 1 ? FRAME_MS : FIRST_FRAME_MS) >= life.next_sample_ms) {
      life.stamina = readNumber(person.slot, 'ps.stats', STAMINA)
    }
  }
}

function sample(person: Person): void {
  const life = person.life
  const origin = originOf(person.slot)
  const health = readNumber(person.slot, 'health')
  if (life === undefined || origin === undefined || health === undefined) return
  const now = clock.now_ms
  const elapsed = now - life.last_sample_ms
  const speed = readSpeed(person.slot)
  person.origin = origin
  person.health = health
  if (speed !== undefined && speed > MOVE_SPEED && life.first_move_ms === undefined) life.first_move_ms = now
  addPoint(person, now, origin, health, speed, sprintOf(life, person.slot, speed ?? 0), 'sample')
  life.last_sample_ms = now
  looked('player_tracks', settings.position_sample_interval, elapsed)
  tellSample(person, origin, elapsed)
}

/** Closes a track; `how` is the word for what ended it. */
export function endTrack(person: Person, how: string): void {
  sense('player_tracks', closeTrack, person, how)
}

function closeTrack(person: Person, how: string): void {
  const life = person.life
  if (life === undefined) return
  const now = clock.now_ms
  const dead = how !== 'round_end' && how !== 'shutdown' && how !== 'unknown'
  // what the engine shows of him now may be the camera, or nothing
  if (person.origin !== undefined) writePoint(life, now, person.origin, dead ? 0 : person.health, 0, 0, how)
  defer('player_tracks', () => record('player_tracks', rowOf(person, life, how, now)))
}

/** Lives that one step hands over. */
const LIVES_A_STEP = 2

/** Hands over, in steps, the rows of the lives and connections that have not ended, as if they ended then. */
export function openTracks(add: (key: SectionKey, line: string) => void): (() => void)[] {
  const steps: (() => void)[] = []
  const all = people()
  for (let from = 0; from < all.length; from += LIVES_A_STEP) {
    const some = all.slice(from, from + LIVES_A_STEP)
    steps.push(() => {
      for (const person of some) addOpenRows(person, add)
    })
  }
  return steps
}

function addOpenRows(person: Person, add: (key: SectionKey, line: string) => void): void {
  if (person.state === 'gone') return
  const tracks: string[] = []
  if (person.life !== undefined) writeRow(playerTracks, rowOf(person, person.life, 'shutdown', clock.now_ms), tracks)
  for (const line of tracks) add('player_tracks', line)
  const roster: string[] = []
  writeRow(players, rosterRow(person, undefined), roster, true)
  for (const line of roster) add('players', line)
}

function rowOf(person: Person, life: Life, how: string, end_ms: number): Written<'player_tracks'> {
  return {
    guid: person.guid,
    name: life.name,
    team: life.team,
    player_class: life.player_class,
    spawn_time_ms: life.spawn_ms,
    death_time_ms: end_ms,
    first_move_time_ms: life.first_move_ms,
    death_type: how,
    samples: life.samples,
    path: pathText(life.path),
  }
}

/** The points so far, joined by `|`. */
function pathText(path: TextBuffer): string {
  joinPieces(path)
  return table.concat(path.chunks, '|')
}

function addPoint(
  person: Person,
  time_ms: number,
  origin: Vector,
  health: number,
  speed: number | undefined,
  sprint: number,
  event: string,
): void {
  const life = person.life
  if (life === undefined) return
  life.weapon = readNumber(person.slot, 'ps.weapon') ?? life.weapon
  life.stance = stanceOf(person.slot)
  writePoint(life, time_ms, origin, health, speed ?? 0, sprint, event)
}

/** The numbers of the point being written: no table for each. */
const values: number[] = []

function writePoint(
  life: Life,
  time_ms: number,
  origin: Vector,
  health: number,
  speed: number,
  sprint: number,
  event: string,
): void {
  values[0] = time_ms
  values[1] = origin[0]
  values[2] = origin[1]
  values[3] = origin[2]
  values[4] = health
  values[5] = speed
  values[6] = life.weapon
  values[7] = life.stance
  values[8] = sprint
  const point = pointOfPath(values, event)
  if (point === undefined) {
    refuse('point')
    return
  }
  life.samples += 1
  life.path.open.push(point)
  life.path.open_bytes += point.length + 1
  if (life.path.open_bytes >= PIECE_BYTES) joinPieces(life.path)
}

function joinPieces(path: TextBuffer): void {
  if (path.open.length === 0) return
  path.chunks.push(table.concat(path.open, '|'))
  path.open = []
  path.open_bytes = 0
}

/** 0 standing, 1 crouching, 2 prone. A prone player has the bit of a crouching one too. */
function stanceOf(slot: number): number {
  const moves = readNumber(slot, 'ps.pm_flags')
  if (moves === undefined || !hasBit(moves, DUCKED)) return 0
  const flags = readNumber(slot, 'ps.eFlags')
  return flags !== undefined && hasBit(flags, PRONE) ? 2 : 1
}

/** Horizontal speed in units/s. */
function readSpeed(slot: number): number | undefined {
  const velocity = readVector(slot, 'ps.velocity')
  return velocity === undefined ? undefined : math.sqrt(velocity[0] * velocity[0] + velocity[1] * velocity[1])
}

/** 1 while the stamina falls, or at a sprint's speed while adrenaline keeps it full. */
function sprintOf(life: Life, slot: number, speed: number): number {
  const before = life.stamina
  const stamina = readNumber(slot, 'ps.stats', STAMINA)
  life.stamina = stamina
  if (before !== undefined && stamina !== undefined && stamina < before) return 1
  if (speed < SPRINT_SPEED) return 0
  return (readNumber(slot, 'ps.powerups', ADRENALINE) ?? 0) > clock.level_ms ? 1 : 0
}
