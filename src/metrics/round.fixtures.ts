import { type Attacker, PATH_EVENTS, type Path, POSITION_EVENTS, type Positions } from '../format/codec.ts'
import type { Engagement, PlayerTrack, ReactionMetric } from '../format/core-sections.ts'
import { type Header, type SensorState, SILENT_HEADER } from '../format/header.ts'
import type { Round } from '../format/round.ts'
import { type Rows, SECTIONS, type SectionKey } from '../format/sections.ts'

/** 32 hexadecimal digits for a name, always the same ones, different for names of up to 16 letters. */
export function guidOf(name: string): string {
  const digits = [...name].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(2, '0')).join('')
  return digits.toUpperCase().padEnd(32, '0').slice(0, 32)
}

export type PathPoint = readonly [time_ms: number, x: number, y: number, rest?: Partial<PathRest>]
interface PathRest {
  readonly z: number
  readonly health: number
  readonly speed: number
  readonly weapon: number
  readonly stance: number
  readonly sprint: number
  readonly event: (typeof PATH_EVENTS)[number]
}

/** A path of points `[time, x, y, { ... }]`; what is left out is a healthy player standing still. */
export function aPath(points: readonly PathPoint[]): Path {
  const rest = (key: keyof Omit<PathRest, 'event'>, otherwise = 0) =>
    points.map(([, , , more]) => more?.[key] ?? otherwise)
  return {
    length: points.length,
    time_ms: Int32Array.from(points, ([time_ms]) => time_ms),
    x: Float64Array.from(points, ([, x]) => x),
    y: Float64Array.from(points, ([, , y]) => y),
    z: Float64Array.from(rest('z')),
    health: Int16Array.from(rest('health', 100)),
    speed: Float64Array.from(rest('speed')),
    weapon: Uint8Array.from(rest('weapon', 3)),
    stance: Uint8Array.from(rest('stance')),
    sprint: Uint8Array.from(rest('sprint')),
    event: Uint8Array.from(points, ([, , , more]) => PATH_EVENTS.indexOf(more?.event ?? 'sample')),
  }
}

/** The way of somebody who stands at one place, with a point every 500 ms. */
export function standing(from_ms: number, to_ms: number, x: number, y: number): Path {
  const points: PathPoint[] = []
  for (let time_ms = from_ms; time_ms <= to_ms; time_ms += 500) points.push([time_ms, x, y])
  return aPath(points)
}

export type PositionPoint = readonly [time_ms: number, x: number, y: number, event: (typeof POSITION_EVENTS)[number]]

export function somePositions(points: readonly PositionPoint[], z = 0): Positions {
  return {
    length: points.length,
    time_ms: Int32Array.from(points, ([time_ms]) => time_ms),
    x: Float64Array.from(points, ([, x]) => x),
    y: Float64Array.from(points, ([, , y]) => y),
    z: Float64Array.from(points, () => z),
    event: Uint8Array.from(points, ([, , , event]) => POSITION_EVENTS.indexOf(event)),
  }
}

/** An Axis player who hits once, at 1,000 ms. */
export function anAttacker(name: string, over: Partial<Attacker> = {}): Attacker {
  const first_hit_ms = over.first_hit_ms ?? 1000
  return {
    guid: guidOf(name),
    name,
    team: 'AXIS',
    damage: 20,
    hits: 1,
    first_hit_ms,
    last_hit_ms: first_hit_ms,
    got_kill: false,
    weapons: [[3, 1]],
    ...over,
  }
}

let engagements = 0

/** An Allied player who is shot at from 1,000 to 2,000 ms and escapes; `killer` is the name of who killed him. */
export function anEngagement(
  target: string,
  { killer, ...over }: Partial<Engagement> & { readonly killer?: string } = {},
): Engagement {
  const { start_time_ms = 1000, end_time_ms = 2000 } = over
  const attackers = (over.attackers ?? [anAttacker('Attacker')]).map((attacker) =>
    attacker.name === killer ? { ...attacker, got_kill: true } : attacker,
  )
  engagements += 1
  return {
    engagement_id: engagements,
    start_time_ms,
    end_time_ms,
    duration_ms: end_time_ms - start_time_ms,
    target_guid: guidOf(target),
    target_name: target,
    target_team: 'ALLIES',
    outcome: killer === undefined ? 'escaped' : 'killed',
    total_damage_taken: attackers.reduce((sum, { damage }) => sum + damage, 0),
    killer_guid: killer === undefined ? null : guidOf(killer),
    killer_name: killer ?? null,
    num_attackers: attackers.length,
    is_crossfire: false,
    crossfire_delay_ms: null,
    crossfire_participants: [],
    start_x: 0,
    start_y: 0,
    start_z: 0,
    end_x: 0,
    end_y: 0,
    end_z: 0,
    distance_traveled: 0,
    positions: somePositions([]),
    ...over,
    attackers,
  }
}

/** A life on Axis from 0 to 10,000 ms, ended by a kill; without a path. */
export function aTrack(name: string, over: Partial<PlayerTrack> = {}): PlayerTrack {
  const path = over.path ?? aPath([])
  return {
    guid: guidOf(name),
    name,
    team: 'AXIS',
    player_class: 'SOLDIER',
    spawn_time_ms: 0,
    death_time_ms: 10_000,
    first_move_time_ms: null,
    death_type: 'killed',
    samples: path.length,
    ...over,
    path,
  }
}

/** The row of an engagement in which nobody reacted. */
export function aReaction(of: Engagement, over: Partial<ReactionMetric> = {}): ReactionMetric {
  const { engagement_id, target_guid, target_name, target_team, outcome, num_attackers } = of
  const { start_time_ms, end_time_ms, duration_ms } = of
  return {
    engagement_id,
    target_guid,
    target_name,
    target_team,
    target_class: 'MEDIC',
    outcome,
    num_attackers,
    return_fire_ms: null,
    dodge_reaction_ms: null,
    support_reaction_ms: null,
    start_time_ms,
    end_time_ms,
    duration_ms,
    ...over,
  }
}

const HEADER: Header = {
  ...SILENT_HEADER,
  map_name: 'yard_demo',
  round_number_raw: 1,
  crossfire_window_ms: 1000,
  escape_time_ms: 5000,
  escape_distance: 300,
  position_sample_interval_ms: 500,
  round_start_unix: 1_771_539_000,
  round_end_unix: 1_771_539_022,
}

/** A round of build 4.2b that holds the given rows and no others. */
export function aRound(
  rows: Partial<Rows> = {},
  over: Partial<Omit<Round, 'rows' | 'header'>> & { readonly header?: Partial<Header> } = {},
): Round {
  const all = Object.fromEntries(SECTIONS.map(({ key }) => [key, rows[key] ?? []])) as unknown as Rows
  const state = (key: SectionKey): SensorState => (all[key].length > 0 ? 'on' : 'unknown')
  return {
    format: 4,
    build: '4.2b',
    build_exact: false,
    sensors: Object.fromEntries(SECTIONS.map(({ key }) => [key, state(key)])) as Round['sensors'],
    sections: {},
    completeness: 'unverified',
    unknown: { header: [], sections: [], extra_columns: [], extra_column_rows: 0 },
    ...over,
    rows: all,
    header: { ...HEADER, ...over.header },
  }
}
