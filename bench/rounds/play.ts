import type { Rows } from '../../src/format/sections.ts'
import { type Random, random } from '../../src/simulator/random.ts'
import type { Arena } from './arena.ts'
import { FRAME_MS, move } from './movement.ts'
import { deathBy, fight } from './shooting.ts'
import { gunOf, MEANS_FALLING, MEANS_SUICIDE, sidearms } from './weapons.ts'
import { type Death, distance, type Fighter, type Member, type Recorder, untilWave, type World } from './world.ts'

/** What is to be played. */
export interface Match {
  readonly seed: number
  readonly arena: Arena
  readonly members: readonly Member[]
  readonly duration_ms: number
}

/** The clock that times in the file are on. */
export interface Clock {
  /** The file's time of an instant, ms since the round began. */
  readonly time: (elapsed_ms: number) => number
  /** Time between two samples of positions, ms. */
  readonly sample_interval_ms: number
}

const WAVES = { AXIS: 30_000, ALLIES: 20_000 } as const

// per frame of a living player: self kills before a wave, falls, disconnects (9, 1 and 1 in a round of 3,545 s of life)
const FRAMES_PER_ROUND = 3_545_000 / FRAME_MS
const SELF_KILL = 8 / FRAMES_PER_ROUND
const FALL = 1 / FRAMES_PER_ROUND
const LEAVE = 1 / FRAMES_PER_ROUND

/** Plays a match and gives what the recorders wrote. The same match is played alike whoever records it. */
export function play(match: Match, clock: Clock, recordersOf: (world: World) => Recorder[]): Partial<Rows> {
  const chance = random(match.seed)
  const fighters = match.members.map((member) => fighterOf(member, match.arena))
  const recorders: Recorder[] = []
  const world: World = { arena: match.arena, chance, fighters, recorders, elapsed_ms: 0, time_ms: 0, waves: WAVES }
  recorders.push(...recordersOf(world))
  let sampled_ms = Number.NEGATIVE_INFINITY
  for (; world.elapsed_ms <= match.duration_ms; world.elapsed_ms += FRAME_MS) {
    world.time_ms = clock.time(world.elapsed_ms)
    spawnWaves(world)
    for (const fighter of fighters) if (fighter.alive) move(world, fighter)
    const sample = world.time_ms - sampled_ms >= clock.sample_interval_ms
    if (sample) sampled_ms = world.time_ms
    for (const recorder of recorders) recorder.frame?.(sample)
    for (const fighter of fighters) if (fighter.alive) act(world, fighter)
  }
  return Object.assign({}, ...recorders.map((recorder) => recorder.rows()))
}

function fighterOf(member: Member, arena: Arena): Fighter {
  const gun = gunOf(member.player_class, member.team)
  return {
    ...member,
    ...arena.spawns[member.team],
    alive: false,
    velocity_x: 0,
    velocity_y: 0,
    velocity_z: 0,
    health: 0,
    gun,
    weapon: gun,
    stance: 0,
    sprint: 0,
    goal: arena.spawns[member.team],
    heading: 0,
    pace: 0,
    turn: 0,
    decides_at: 0,
    looks_at: 0,
    fires_at: 0,
    burst: 0,
    enemy: undefined,
    died_at: -30_000,
    away_until: 0,
  }
}

function spawnWaves(world: World): void {
  for (const side of ['AXIS', 'ALLIES'] as const) {
    if (world.elapsed_ms > 0 && untilWave(world, side) !== world.waves[side]) continue
    for (const fighter of world.fighters) {
      if (fighter.alive || fighter.team !== side || world.elapsed_ms < fighter.away_until) continue
      place(fighter, world.arena.spawns[side], world.chance, fullHealth(fighter))
      fighter.goal = fighter
      for (const recorder of world.recorders) recorder.spawned?.(fighter)
    }
  }
}

function fullHealth({ player_class }: Fighter): number {
  return player_class === 'MEDIC' ? 140 : 125
}

function place(fighter: Fighter, at: Fighter | Arena['spawns']['AXIS'], chance: Random, health: number): void {
  fighter.alive = true
  fighter.x = at.x + chance.between(-300, 300)
  fighter.y = at.y + chance.between(-300, 300)
  fighter.z = at.z
  fighter.velocity_x = 0
  fighter.velocity_y = 0
  fighter.velocity_z = 0
  fighter.health = health
  fighter.weapon = fighter.gun
  fighter.pace = 0
  fighter.decides_at = 0
}

function act(world: World, fighter: Fighter): void {
  const { chance } = world
  fight(world, fighter, (hit) => die(world, deathBy(hit)))
  if (!fighter.alive) return
  const dice = chance.next()
  const own = { victim: fighter, weapon: 0 }
  if (dice < SELF_KILL) die(world, { ...own, killer: fighter, means: MEANS_SUICIDE, type: 'selfkill' })
  else if (dice < SELF_KILL + FALL) die(world, { ...own, killer: undefined, means: MEANS_FALLING, type: 'fallen' })
  else if (dice < SELF_KILL + FALL + LEAVE) {
    fighter.away_until = world.elapsed_ms + chance.between(20_000, 120_000)
    die(world, { ...own, killer: undefined, means: 0, type: 'disconnect' })
  } else if (dice > 0.9975) fighter.weapon = chance.pick([...sidearms(fighter.player_class, fighter.team), fighter.gun])
  else if (fighter.player_class === 'MEDIC' && dice > 0.8) revive(world, fighter)
}

function die(world: World, death: Death): void {
  const { victim } = death
  victim.alive = false
  victim.enemy = undefined
  victim.died_at = world.elapsed_ms
  for (const recorder of world.recorders) recorder.died?.(death)
}

/** A medic near a mate who fell in a fight less than nine seconds ago lifts him up again. */
function revive(world: World, medic: Fighter): void {
  for (const fallen of world.fighters) {
    const since = world.elapsed_ms - fallen.died_at
    if (fallen.alive || fallen.team !== medic.team || since < 1_500 || since > 9_000) continue
    if (world.elapsed_ms < fallen.away_until || distance(fallen, medic) > 400) continue
    const { x, y } = fallen
    place(fallen, fallen, world.chance, 60)
    Object.assign(fallen, { x, y })
    for (const recorder of world.recorders) recorder.revived?.(fallen, medic)
    return
  }
}
