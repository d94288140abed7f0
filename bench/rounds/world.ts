import type { PlayerClass } from '../../src/format/codec.ts'
import type { Rows } from '../../src/format/sections.ts'
import type { Random } from '../../src/simulator/random.ts'
import type { Arena, Point } from './arena.ts'

export type Side = 'AXIS' | 'ALLIES'

export interface Member {
  readonly guid: string
  readonly name: string
  readonly team: Side
  readonly player_class: PlayerClass
}

/** A player in the round. */
export interface Fighter extends Member, Point {
  alive: boolean
  x: number
  y: number
  z: number
  velocity_x: number
  velocity_y: number
  /** Upward, units/s; not 0 during a jump. */
  velocity_z: number
  health: number
  /** The class's gun. */
  readonly gun: number
  /** The weapon in hand. */
  weapon: number
  /** 0 standing, 1 crouching, 2 prone. */
  stance: number
  sprint: number
  /** Where he is heading. */
  goal: Point
  /** Direction, radians, and pace, units/s, that he wishes to move with. */
  heading: number
  pace: number
  /** Change of the direction per frame, radians. */
  turn: number
  /** When he decides anew, looks around, may fire again; ms. */
  decides_at: number
  looks_at: number
  fires_at: number
  /** Shots left of the burst. */
  burst: number
  enemy: Fighter | undefined
  /** When he died, and when he may leave the game or come back; ms. */
  died_at: number
  away_until: number
}

export interface Hit {
  readonly attacker: Fighter
  readonly target: Fighter
  readonly damage: number
  readonly weapon: number
  /** 0 head, 1 arms, 2 body, 3 legs. */
  readonly region: number
}

export interface Death {
  readonly victim: Fighter
  /** The victim himself after a self kill; undefined: the world. */
  readonly killer: Fighter | undefined
  readonly weapon: number
  readonly means: number
  readonly type: 'killed' | 'teamkill' | 'selfkill' | 'fallen' | 'disconnect'
}

export interface Shot {
  readonly fighter: Fighter
  readonly yaw: number
  readonly pitch: number
}

/** The state of a round being played, and who is told of what happens in it. */
export interface World {
  readonly arena: Arena
  readonly chance: Random
  readonly fighters: readonly Fighter[]
  readonly recorders: readonly Recorder[]
  /** Milliseconds since the round began. */
  elapsed_ms: number
  /** The same instant on the clock of the file. */
  time_ms: number
  /** Time between the spawn waves of each side, ms. */
  readonly waves: Readonly<Record<Side, number>>
}

/** Writes down one or more sections of the file while the round is played. */
export interface Recorder {
  /** Every server frame, when all have moved; `sample`: it is time to note positions. */
  frame?(sample: boolean): void
  spawned?(fighter: Fighter): void
  revived?(fighter: Fighter, medic: Fighter): void
  shot?(shot: Shot): void
  hit?(hit: Hit): void
  /** After the hit that killed. */
  died?(death: Death): void
  /** The round is over: the rows. */
  rows(): Partial<Rows>
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** Milliseconds until a side's next spawn wave. */
export function untilWave(world: World, side: Side): number {
  return world.waves[side] - (world.elapsed_ms % world.waves[side])
}
