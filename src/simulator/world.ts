import type { Vector } from './fields.ts'
import type { GameMap } from './map.ts'
import type { ClassNumber, Pair, Person } from './people.ts'
import type { Stage } from './plans.ts'
import type { Random } from './random.ts'
import type { Server } from './server.ts'
import type { Waves } from './waves.ts'
import { arms, type Weapon } from './weapons.ts'

/** The engine's team numbers. */
export const AXIS = 1
export const ALLIES = 2
export const SPECTATOR = 3
export type TeamNumber = typeof AXIS | typeof ALLIES | typeof SPECTATOR

/** The entity that stands for the world as a killer. */
export const WORLD_ENTITY = 1022

/** What the engine counts of one weapon. */
export interface Shots {
  atts: number
  deaths: number
  headshots: number
  hits: number
  kills: number
}

/** A way being walked: straight lines, each in `ms`. Times are on the round's clock. */
export interface Walk {
  readonly from: Vector
  readonly places: readonly Vector[]
  readonly ms: number
  readonly start_ms: number
}

/** A client of the server. Times are on the round's clock, ms, unless the engine itself keeps them. */
export interface Player {
  person: Person
  readonly slot: number
  name: string
  team: TeamNumber
  player_class: ClassNumber
  state: 'gone' | 'spectating' | 'waiting' | 'alive' | 'downed'
  at: Vector
  walk: Walk | undefined
  yaw: number
  pitch: number
  /** 0 standing, 1 crouching, 2 prone. */
  stance: 0 | 1 | 2
  sprints: boolean
  /** 0 to 20000, as in `ps.stats[8]`. */
  stamina: number
  health: number
  /** Helmet on: the first hit on the head of a life is softened. */
  helmet: boolean
  /** Takes no damage before this, and cannot move before that. */
  shielded_until: number
  locked_until: number
  rifle: boolean
  weapon: Weapon
  clip: number
  grenades: number
  enemy: Player | undefined
  /** When the enemy was last in sight. */
  seen_ms: number
  fires_at: number
  fired_ms: number
  hurt_ms: number
  strafes_at: number
  goal: Vector
  decides_at: number
  works_until: number
  works: boolean
  carries: boolean
  died_ms: number
  taps_at: number
  died_by: number
  /** Slots who hurt him last, for the engine's fields. */
  readonly regions: [number, number, number, number]
  readonly shots: Map<number, Shots>
  readonly fresh_shots: Set<number>
  readonly counts: {
    kills: number
    deaths: number
    team_kills: number
    self_kills: number
    given: number
    received: number
    team_given: number
    team_received: number
    revived: number
    died: number
    spawned: number
    score: number
  }
}

/** What happened in a round, as the engine knows it; the truth that a tracker is held against. */
export interface Happening {
  /** On the round's clock, ms. */
  readonly time_ms: number
  readonly kind:
    | 'spawn'
    | 'shot'
    | 'hit'
    | 'death'
    | 'revive'
    | 'gib'
    | 'tap_out'
    | 'join'
    | 'leave'
    | 'taken'
    | 'dropped'
    | 'returned'
    | 'delivered'
    | 'planted'
    | 'defused'
    | 'destroyed'
    | 'constructed'
    | 'pause'
    | 'resume'
    | 'end'
  readonly slot?: number
  /** The attacker, killer or medic; 1022 is the world. */
  readonly other?: number
  readonly damage?: number
  readonly health?: number
  readonly region?: number
  readonly mod?: number
  readonly text?: string
}

/** A grenade or a rocket under way. */
export interface Missile {
  readonly owner: Player
  readonly weapon: Weapon
  readonly at: Vector
  readonly explodes_at: number
}

/** A stage of the map as it stands. */
export interface Task {
  readonly stage: Stage
  /** Entity numbers: of the zone, and of the thing itself. */
  readonly zone: number
  readonly thing: number
  done: boolean
  /** Where it has to be done now; moves with a carrier, a dropped item or a vehicle. */
  at: Vector
  /** Documents: at home, with somebody, or lying about since. */
  item: 'home' | 'carried' | 'dropped'
  dropped_ms: number
  /** Construction, arming or defusing so far, ms of work. */
  work_ms: number
  /** Dynamite: 0 none, 1 thrown, 2 armed; who, and when it blows. */
  charge: 0 | 1 | 2
  charge_by: Player | undefined
  blows_at: number
  /** The vehicle's next place on its route. */
  leg: number
}

/** The state of a round being played. */
export interface World {
  readonly map: GameMap
  readonly server: Server
  readonly chance: Random
  readonly players: Player[]
  readonly pairs: readonly Pair[]
  happenings: Happening[]
  readonly missiles: Missile[]
  /** What the attackers have to do, in order. */
  readonly tasks: Task[]
  waves: Waves
  /** Those whose body the next frame has to show anew. */
  readonly stale: Set<Player>
  /** Level time of the clock's zero. */
  start: number
  /** Level time that the engine writes into fields now: one frame ahead of the last one inside a frame. */
  stamp: number
  /** Whether hits and deaths are the round's; false in a warm-up. */
  playing: boolean
  /** Set when the end is decided: nobody is hurt any more. */
  over: boolean
}

/** The round's clock at the last frame, ms; stands still in a pause. */
export function clockOf({ server, start }: World): number {
  return server.now - start
}

export function tell(world: World, happening: Omit<Happening, 'time_ms'>): void {
  if (world.playing) world.happenings.push({ time_ms: clockOf(world), ...happening })
}

export function newPlayer(person: Person, slot: number, team: TeamNumber): Player {
  return {
    person,
    slot,
    name: person.name,
    team,
    player_class: person.player_class,
    state: 'gone',
    at: [0, 0, 0],
    walk: undefined,
    yaw: 0,
    pitch: 0,
    stance: 0,
    sprints: false,
    stamina: 20_000,
    health: 0,
    helmet: true,
    shielded_until: 0,
    locked_until: 0,
    rifle: slot % 3 === 0,
    weapon: arms(person.player_class, team === AXIS, false).gun,
    clip: 30,
    grenades: 2,
    enemy: undefined,
    seen_ms: 0,
    fires_at: 0,
    fired_ms: -10_000,
    hurt_ms: -10_000,
    strafes_at: 0,
    goal: [0, 0, 0],
    decides_at: 0,
    works_until: 0,
    works: false,
    carries: false,
    died_ms: 0,
    taps_at: 0,
    died_by: -1,
    regions: [0, 0, 0, 0],
    shots: new Map(),
    fresh_shots: new Set(),
    counts: {
      kills: 0,
      deaths: 0,
      team_kills: 0,
      self_kills: 0,
      given: 0,
      received: 0,
      team_given: 0,
      team_received: 0,
      revived: 0,
      died: 0,
      spawned: 0,
      score: 0,
    },
  }
}

export function armsOf(player: Player): ReturnType<typeof arms> {
  return arms(player.player_class, player.team === AXIS, player.rifle)
}

export function shotsOf(player: Player, row: number): Shots {
  const known = player.shots.get(row) ?? { atts: 0, deaths: 0, headshots: 0, hits: 0, kills: 0 }
  player.shots.set(row, known)
  player.fresh_shots.add(row)
  return known
}

export function apart(a: Vector, b: Vector): number {
  const [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
  return Math.sqrt(x * x + y * y + z * z)
}

/** Height of the eyes over the origin, by stance. */
export const VIEW_HEIGHTS = [40, 16, -8] as const

export function eyesOf({ at, stance }: Player): Vector {
  return [at[0], at[1], at[2] + VIEW_HEIGHTS[stance]]
}

export function living(world: World, team?: TeamNumber): Player[] {
  return world.players.filter((one) => one.state === 'alive' && (team === undefined || one.team === team))
}
