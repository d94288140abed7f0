import { type Attacker, POSITION_EVENTS } from '../../src/format/codec.ts'
import type { Engagement, ReactionMetric } from '../../src/format/core-sections.ts'
import type { Point } from './arena.ts'
import { distance, type Fighter, type Hit, type World } from './world.ts'

interface Opponent {
  readonly fighter: Fighter
  damage: number
  hits: number
  readonly first_hit_ms: number
  last_hit_ms: number
  got_kill: boolean
  readonly weapons: Map<number, number>
}

/** A fight against one player, as long as it goes on. */
export interface Fight {
  readonly engagement_id: number
  readonly target: Fighter
  readonly start_time_ms: number
  readonly opponents: Map<Fighter, Opponent>
  /** Numbers of all points: time, x, y, z, event. */
  readonly points: number[]
  last_hit_ms: number
  last_hit_at: Point
  way: number
  noted_ms: number
  /** Where the target was heading at the first hit, radians; undefined if he stood. */
  readonly heading: number | undefined
  return_fire_ms: number | null
  dodge_reaction_ms: number | null
  support_reaction_ms: number | null
}

const WIDTH = 5
const CROSSFIRE_WINDOW_MS = 1_000
const REACTION_WINDOW_MS = 5_000

export function openFight(world: World, engagement_id: number, target: Fighter): Fight {
  const fight: Fight = {
    engagement_id,
    target,
    start_time_ms: world.time_ms,
    opponents: new Map(),
    points: [],
    last_hit_ms: world.time_ms,
    last_hit_at: placeOf(target),
    way: 0,
    noted_ms: world.time_ms,
    heading: headingOf(target),
    return_fire_ms: null,
    dodge_reaction_ms: null,
    support_reaction_ms: null,
  }
  notePoint(fight, world.time_ms, 'start')
  return fight
}

/** Adds a hit on the fight's target. */
export function addHit(fight: Fight, { attacker, damage, weapon }: Hit, time_ms: number): void {
  let opponent = fight.opponents.get(attacker)
  if (opponent === undefined) {
    const first = { first_hit_ms: time_ms, last_hit_ms: time_ms, got_kill: false, weapons: new Map<number, number>() }
    opponent = { fighter: attacker, damage: 0, hits: 0, ...first }
    fight.opponents.set(attacker, opponent)
  }
  opponent.damage += damage
  opponent.hits += 1
  opponent.last_hit_ms = time_ms
  opponent.weapons.set(weapon, (opponent.weapons.get(weapon) ?? 0) + 1)
  fight.way += distance(fight.last_hit_at, fight.target)
  fight.last_hit_at = placeOf(fight.target)
  fight.last_hit_ms = time_ms
  notePoint(fight, time_ms, 'hit')
}

/** Notes how the target and his mates answer: `hit` is any hit by the target's side. */
export function addAnswer(fight: Fight, { attacker, target }: Hit, time_ms: number): void {
  const after = time_ms - fight.start_time_ms
  if (after > REACTION_WINDOW_MS || !fight.opponents.has(target)) return
  if (attacker === fight.target) fight.return_fire_ms ??= after
  else fight.support_reaction_ms ??= after
}

/** Notes a change of direction by 45 degrees or more. */
export function addDodge(fight: Fight, time_ms: number): void {
  const after = time_ms - fight.start_time_ms
  const heading = headingOf(fight.target)
  if (fight.heading === undefined || heading === undefined || after > REACTION_WINDOW_MS) return
  if (Math.abs(Math.atan2(Math.sin(heading - fight.heading), Math.cos(heading - fight.heading))) >= Math.PI / 4) {
    fight.dodge_reaction_ms ??= after
  }
}

export function notePoint(fight: Fight, time_ms: number, event: (typeof POSITION_EVENTS)[number]): void {
  const { x, y, z } = fight.target
  fight.points.push(time_ms, x, y, z, POSITION_EVENTS.indexOf(event))
  if (event === 'sample') fight.noted_ms = time_ms
}

/** The row of a fight that ends now. */
export function engagementOf(fight: Fight, time_ms: number, outcome: string, killer: Fighter | undefined): Engagement {
  const { target, opponents, points } = fight
  const died = outcome === 'killed'
  notePoint(fight, time_ms, died ? 'death' : 'escape')
  const list = [...opponents.values()]
  const [first, second] = list
  const delay = first === undefined || second === undefined ? undefined : second.first_hit_ms - first.first_hit_ms
  const is_crossfire = delay !== undefined && delay <= CROSSFIRE_WINDOW_MS
  const column = (place: number) =>
    Array.from({ length: points.length / WIDTH }, (_, i) => points[i * WIDTH + place] as number)
  const [x, y, z] = [column(1), column(2), column(3)]
  return {
    engagement_id: fight.engagement_id,
    start_time_ms: fight.start_time_ms,
    end_time_ms: time_ms,
    duration_ms: time_ms - fight.start_time_ms,
    target_guid: target.guid,
    target_name: target.name,
    target_team: target.team,
    outcome,
    total_damage_taken: list.reduce((sum, { damage }) => sum + damage, 0),
    killer_guid: killer?.guid ?? null,
    killer_name: killer?.name ?? null,
    num_attackers: list.length,
    is_crossfire,
    crossfire_delay_ms: is_crossfire ? delay : null,
    crossfire_participants: is_crossfire ? [first, second].map((one) => (one as Opponent).fighter.guid) : [],
    start_x: x[0] as number,
    start_y: y[0] as number,
    start_z: z[0] as number,
    end_x: target.x,
    end_y: target.y,
    end_z: target.z,
    distance_traveled: fight.way + distance(fight.last_hit_at, target),
    positions: {
      length: x.length,
      time_ms: Int32Array.from(column(0)),
      x: Float64Array.from(x),
      y: Float64Array.from(y),
      z: Float64Array.from(z),
      event: Uint8Array.from(column(4)),
    },
    attackers: list.map((opponent) => attackerOf(opponent, killer)),
  }
}

function attackerOf(opponent: Opponent, killer: Fighter | undefined): Attacker {
  const { fighter, damage, hits, first_hit_ms, last_hit_ms, weapons } = opponent
  const { guid, name, team } = fighter
  const got_kill = fighter === killer
  return { guid, name, team, damage, hits, first_hit_ms, last_hit_ms, got_kill, weapons: [...weapons] }
}

export function reactionOf(fight: Fight, engagement: Engagement): ReactionMetric {
  const { engagement_id, target_guid, target_name, target_team, outcome, num_attackers } = engagement
  const { start_time_ms, end_time_ms, duration_ms } = engagement
  const { return_fire_ms, dodge_reaction_ms, support_reaction_ms } = fight
  return {
    engagement_id,
    target_guid,
    target_name,
    target_team,
    target_class: fight.target.player_class,
    outcome,
    num_attackers,
    return_fire_ms,
    dodge_reaction_ms,
    support_reaction_ms,
    start_time_ms,
    end_time_ms,
    duration_ms,
  }
}

function placeOf({ x, y, z }: Fighter): Point {
  return { x, y, z }
}

function headingOf({ velocity_x, velocity_y }: Fighter): number | undefined {
  return Math.hypot(velocity_x, velocity_y) < 20 ? undefined : Math.atan2(velocity_y, velocity_x)
}
