import type { Rows } from '../../src/format/sections.ts'
import { guidOf } from '../../src/metrics/round.fixtures.ts'

/** The code that a made-up round of this project's tracker holds, and that nobody may see. */
export const LINK_CODE = 'K7-4QX-9ZC'

/** Rows of this project's own sections, about the first two of the players: a person, and a bot that gets no hit. */
export function trackerRows(players: readonly string[], length_ms: number): Partial<Rows> {
  const [first = '', second = ''] = players
  const one = { guid: guidOf(first), name: first }
  const other = { guid: guidOf(second), name: second }
  const nowhere = { attacker_x: null, attacker_y: null, attacker_z: null, attacker_yaw: null }
  const place = { target_x: 0, target_y: -2048, target_z: 24, target_yaw: -0.1 }
  const hit = { target_guid: one.guid, target_team: 'AXIS', mod: 8, damage: 62, health_before: 18, ...place } as const
  const moment = { other_guid: null, other_name: null, x: null, y: null, z: null, health: null } as const
  const life = { connection: 1, ...one, team: 'AXIS', player_class: 'MEDIC', ...moment } as const
  return {
    players: [
      { connection: 1, slot: 0, ...one, kind: 'human', connect_time_ms: -9_000, disconnect_time_ms: null },
      { connection: 2, slot: 7, ...other, kind: 'bot', connect_time_ms: 0, disconnect_time_ms: 0 },
    ],
    lives: [
      { ...life, time_ms: 0, event: 'spawned', state: 'alive', x: 0, y: -0.5, z: 24, health: 125 },
      { ...life, time_ms: 5_000, event: 'revived', state: 'alive', other_guid: other.guid, other_name: other.name },
      { ...life, time_ms: length_ms, event: 'round_end', state: 'gone' },
    ],
    deaths: [
      {
        ...{ time_ms: 4_000, connection: 1, victim_guid: one.guid, victim_name: one.name, victim_team: 'AXIS' },
        ...{ victim_class: 'MEDIC', killer_guid: null, killer_name: null, killer_team: null, killer_class: null },
        ...{ cause: 'world', mod: 20, mod_name: 'MOD_FALLING', victim_x: 0, victim_y: -0.5, victim_z: -200 },
        ...{ killer_x: null, killer_y: null, killer_z: null, killer_health: null },
      },
    ],
    damage: [
      {
        ...{ ...hit, time_ms: 3_000, relation: 'enemy', attacker_guid: other.guid, attacker_team: 'ALLIES' },
        ...{ region: 0, weapon_id: 0, attacker_x: 0, attacker_y: -1, attacker_z: 24, attacker_yaw: -170.8 },
      },
      {
        ...{ ...hit, time_ms: 4_000, relation: 'world', attacker_guid: null, attacker_team: null },
        ...{ region: null, weapon_id: null, ...nowhere },
      },
    ],
    reinforcements: [{ time_ms: 0, team: 'ALLIES', interval_ms: 20_000, offset_ms: null }],
    game_events: [
      {
        ...{ time_ms: 900, event: 'announced', team: null, guid: null, name: null, object: 'The gate is open' },
        ...{ x: null, y: null, z: null },
      },
    ],
    pauses: [{ start_time_ms: 3_500, duration_ms: 45_000 }],
    round_outcome: [
      {
        ...{ end_reason: 'objective', end_text: 'Allies won', winner_team: 'ALLIES', defender_team: 'AXIS' },
        ...{ duration_ms: length_ms, time_limit_ms: 600_000, time_to_beat_ms: null, next_time_limit_ms: length_ms },
        ...{ pause_count: 1, paused_ms: 45_000 },
      },
    ],
    link_codes: [{ time_ms: 2_000, ...one, code: LINK_CODE }],
    capture: [
      {
        ...{ sensor: 'aim_lock', state: 'failed', rows: 0, rejected_rows: 0, refused_reads: 311 },
        ...{ interval_ms: 100, longest_interval_ms: 250, reason: 'no view angles' },
      },
    ],
  }
}
