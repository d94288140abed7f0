import { encodePath, encodePositions, FIGHT_EVENTS, LIFE_EVENTS } from '../../contract/packed-path.ts'
import type { Round } from './use-round.ts'

/** One sample of a way. */
export type Sample = readonly [
  time_ms: number,
  x: number,
  y: number,
  rest?: { readonly health?: number; readonly z?: number },
]

const ZERO = { avg_speed: null, peak_speed: null, total_distance: null, sprint_percentage: null, overlapping: false }

/** A life as the server sends it, of a soldier of Axis; it ends with a kill at its last sample unless said otherwise. */
export function aTrack(player: number, samples: readonly Sample[], rest: Partial<Round['tracks'][number]> = {}) {
  const column = (of: (sample: Sample) => number) => samples.map(of)
  const path = encodePath({
    length: samples.length,
    time_ms: Int32Array.from(column(([time_ms]) => time_ms)),
    x: Float64Array.from(column(([, x]) => x)),
    y: Float64Array.from(column(([, , y]) => y)),
    z: Float64Array.from(column(([, , , more]) => more?.z ?? 24)),
    health: Int16Array.from(column(([, , , more]) => more?.health ?? 100)),
    speed: new Float64Array(samples.length),
    weapon: new Uint8Array(samples.length).fill(3),
    stance: new Uint8Array(samples.length),
    sprint: new Uint8Array(samples.length),
    event: new Uint8Array(samples.length).fill(LIFE_EVENTS.indexOf('sample')),
  })
  return {
    ...ZERO,
    ...{ player, name: `player ${player}`, team: 'AXIS', player_class: 'SOLDIER', death_type: 'killed', path },
    spawn_time_ms: samples[0]?.[0] ?? 0,
    end_time_ms: samples.at(-1)?.[0] ?? null,
    time_to_first_move_ms: null,
    ...rest,
  } satisfies Round['tracks'][number]
}

/** A fight between people as the server sends it, from 1 to 3 s against player 0 by player 1. */
export function aFight(rest: Partial<Round['engagements'][number]> = {}): Round['engagements'][number] {
  const place = { x: 0, y: 0, z: 0 }
  const hit = {
    team: 'ALLIES',
    damage: 50,
    hits: 2,
    first_hit_ms: 1000,
    last_hit_ms: 3000,
    got_kill: false,
    weapons: [],
  }
  return {
    ...{ id: 1, engagement_id: 1, start_time_ms: 1000, end_time_ms: 3000, target: 0, target_name: 'player 0' },
    ...{ target_team: 'AXIS', outcome: 'killed', category: 'fight', cause: 'enemy', killer: 1, total_damage: 50 },
    ...{ num_attackers: 1, defenders: 1, is_crossfire: false, crossfire_delay_ms: null, crossfire: [] },
    ...{ start: place, end: place, distance_traveled: 0, attackers: [{ ...hit, player: 1 }] },
    positions: encodePositions({
      length: 1,
      time_ms: Int32Array.of(1000),
      x: Float64Array.of(0),
      y: Float64Array.of(0),
      z: Float64Array.of(0),
      event: Uint8Array.of(FIGHT_EVENTS.indexOf('hit')),
    }),
    ...rest,
  }
}

/** A round of four players as an old file has it: of later sections nothing is known. */
export function aRound(rest: Partial<Round> = {}): Round {
  const players = [0, 1, 2, 3].map((no) => ({
    guid: `GUID${no}`,
    name: `player ${no}`,
    kind: 'human',
    sums: null,
    trade_interval: null,
  }))
  return {
    ...{ id: 1, map_name: 'supply', round_number: 1, round_number_raw: 1, round_number_reason: null },
    ...{ round_date: '2026-02-18', round_time: '201000', round_start_unix: null, round_end_unix: null },
    ...{ started_unix: null, start_source: null, winner_team: 0, defender_team: 0, session_id: null, server: '' },
    ...{ exclusion: null, completeness: 'complete', format: 4, build: '4.2b', build_exact: true, version: 'v' },
    file: {
      ...{ id: 1, name: '', size_bytes: 0, sha256: '', imported_at: '', problem_count: 0, problems: [] },
    },
    header: {},
    sensors: { player_tracks: 'on', engagements: 'on' },
    section_counts: {},
    sums: { clock_start_ms: 0, clock_end_ms: 60_000 },
    players,
    names: players.map(({ name }, player) => ({ player, name })),
    ...{ engagements: [], fight_sizes: [], tracks: [], trades: [], sections: {} },
    ...rest,
  }
}
