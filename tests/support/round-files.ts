import type { Attacker, Team } from '../../src/format/codec.ts'
import type { Engagement } from '../../src/format/core-sections.ts'
import type { Header } from '../../src/format/header.ts'
import type { Rows } from '../../src/format/sections.ts'
import { writeRound } from '../../src/format/write-round.ts'
import {
  anAttacker,
  anEngagement,
  aPath,
  aReaction,
  aRound,
  aTrack,
  guidOf,
  type PathPoint,
} from '../../src/metrics/round.fixtures.ts'
import { trackerRows } from './tracker-rows.ts'

/** What may be said of a made-up round; the rest follows from `seed`. */
export interface RoundFileOptions {
  readonly seed?: number
  readonly map_name?: string
  readonly round_number?: number
  /** Seconds since 1970; 0: the file does not know. */
  readonly start?: number
  readonly duration_s?: number
  readonly server_name?: string
  readonly players?: readonly string[]
  readonly build?: string
  /** True: a file of this project's own kind, with a trailer. */
  readonly trailer?: boolean
  readonly header?: Partial<Header>
}

export interface RoundFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 2026-02-18 20:10:00 UTC. */
export const EVENING = 1_771_445_400

const SIX = ['^1Anvil', 'Birch', 'Cobalt', 'Dune', 'Ember', 'Flint']

/** A small, valid round file of six players with fights, lives and reactions; the same options give the same bytes. */
export function roundFile(options: RoundFileOptions = {}): RoundFile {
  const { seed = 1, map_name = 'supply', round_number = 1, start = EVENING, duration_s = 120 } = options
  const { trailer = false, build = trailer ? '6.11' : '4.2b', players = SIX } = options
  const random = randomOf(seed)
  const rows = rowsOf(random, players, duration_s * 1000)
  const own = build === 'Proximity 1'
  const later = build === '6.11' || own
  const all = { ...rows, ...(later ? laterRows(rows) : {}), ...(own ? trackerRows(players, duration_s * 1000) : {}) }
  const round = aRound(all, {
    header: {
      map_name,
      round_number_raw: round_number,
      position_sample_interval_ms: 200,
      round_start_unix: start || null,
      round_end_unix: start === 0 ? null : start + duration_s,
      server_name: options.server_name ?? null,
      ...(later ? { tracker_version_full: build, test_mode: false } : {}),
      ...(own ? { tracker: 'proximity', settings_hash: '9a04', engine_round: 0, live_level_time_ms: 61_050 } : {}),
      ...options.header,
    },
  })
  const end = new Date((start === 0 ? EVENING : start) * 1000 + duration_s * 1000)
  const stamp = `${end.toISOString().slice(0, 10)}-${end.toISOString().slice(11, 19).replaceAll(':', '')}`
  const { bytes, refused } = writeRound(round, { build, trailer })
  if (refused.length > 0) throw new Error(`the made-up round cannot be written: ${refused[0]?.reason}`)
  return { name: `${stamp}-${map_name}-round-${round_number}_engagements.txt`, bytes }
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function rowsOf(random: () => number, players: readonly string[], length_ms: number): Partial<Rows> {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const teamOf = (player: number): Team => (player % 2 === 0 ? 'AXIS' : 'ALLIES')
  const engagements: Engagement[] = []
  for (let i = 0; i < 12; i++) {
    const target = whole(0, players.length - 1)
    const start = whole(1, length_ms - 10_000)
    const enemies = players.flatMap((_, player) => (teamOf(player) === teamOf(target) ? [] : [player]))
    const attackers: Attacker[] = enemies.slice(0, whole(1, enemies.length)).map((player, nth) =>
      anAttacker(players[player] as string, {
        team: teamOf(player),
        damage: whole(10, 90),
        first_hit_ms: start + nth * whole(0, 900),
      }),
    )
    const killed = random() < 0.6
    engagements.push(
      anEngagement(players[target] as string, {
        ...(killed ? { killer: attackers[0]?.name as string } : {}),
        engagement_id: i + 1,
        target_team: teamOf(target),
        attackers,
        start_time_ms: start,
        end_time_ms: start + whole(1_000, 6_000),
        start_x: whole(-2_000, 2_000),
        start_y: whole(-2_000, 2_000),
        end_x: whole(-2_000, 2_000),
        end_y: whole(-2_000, 2_000),
        distance_traveled: whole(0, 9_000) / 10,
      }),
    )
  }
  const tracks = players.flatMap((name, player) =>
    [0, length_ms / 2].map((spawn) => {
      const end = spawn + length_ms / 2 - whole(1_000, 5_000)
      const points: PathPoint[] = []
      let [x, y] = [whole(-2_000, 2_000), whole(-2_000, 2_000)]
      for (let time = spawn; time <= end; time += 2_000) {
        points.push([
          time,
          x,
          y,
          { z: 24, speed: whole(0, 3_500) / 10, sprint: whole(0, 1), event: time === spawn ? 'spawn' : 'sample' },
        ])
        x += whole(-600, 600)
        y += whole(-600, 600)
      }
      return aTrack(name, {
        team: teamOf(player),
        player_class: player % 3 === 0 ? 'MEDIC' : 'SOLDIER',
        spawn_time_ms: spawn,
        death_time_ms: end,
        first_move_time_ms: spawn + 500,
        path: aPath(points),
      })
    }),
  )
  return {
    engagements,
    player_tracks: tracks,
    kill_heatmap: [{ grid_x: 0, grid_y: -1, axis_kills: whole(0, 5), allies_kills: whole(0, 5) }],
    movement_heatmap: [{ grid_x: 0, grid_y: -1, traversal: whole(0, 50), combat: whole(0, 5), escape: whole(0, 5) }],
    reaction_metrics: engagements.map((engagement) =>
      aReaction(engagement, random() < 0.5 ? { return_fire_ms: whole(0, 900) } : {}),
    ),
  }
}

/** Some rows of later sections, about the same fights. */
function laterRows({ engagements = [] }: Partial<Rows>): Partial<Rows> {
  const kills = engagements.filter(({ killer_guid }) => killer_guid !== null)
  return {
    spawn_timing: kills.map((kill) => ({
      killer_guid: kill.killer_guid as string,
      killer_name: kill.killer_name as string,
      killer_team: kill.target_team === 'AXIS' ? ('ALLIES' as const) : ('AXIS' as const),
      victim_guid: kill.target_guid,
      victim_name: kill.target_name,
      victim_team: kill.target_team,
      kill_time_ms: kill.end_time_ms,
      enemy_spawn_interval_ms: 20_000,
      time_to_next_spawn_ms: 5_000,
      spawn_timing_score: 0.25,
      killer_reinf_s: 1.5,
      victim_reinf_s: 5,
    })),
    shot_fired: kills.map((kill) => ({
      time_ms: kill.end_time_ms,
      guid: kill.killer_guid as string,
      weapon_id: 3,
      x: 10,
      y: -20,
      z: 24,
      yaw: -12.34,
      pitch: 1.5,
    })),
    team_cohesion: [
      {
        time_ms: 500,
        team: 'AXIS',
        alive_count: 3,
        centroid_x: 1.5,
        centroid_y: -2.5,
        dispersion: 100.1,
        max_spread: 200.2,
        straggler_count: 0,
        buddy_pair_guids: [guidOf(engagements[0]?.target_name ?? ''), guidOf(engagements[0]?.attackers[0]?.name ?? '')],
        buddy_distance: 50.5,
      },
    ],
  }
}
