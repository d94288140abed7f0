import { coordinate0, coordinate1, degrees1, guid, int, ms, optional, playerClass, team, text, word } from './codec.ts'

/** One row per connection: a slot from connecting to disconnecting, as far as it lies in the round. */
export const players = [
  ['connection', int, 'running number of the connection; rows of other sections refer to it'],
  ['slot', int],
  ['guid', guid],
  ['name', text, 'the last name'],
  ['kind', word, 'human or bot, as the engine says'],
  ['connect_time_ms', ms, 'negative: before the start of play'],
  ['disconnect_time_ms', optional(ms), 'empty: there until the end'],
] as const

/** One row per change of what a player can do. */
export const lives = [
  ['time_ms', ms],
  ['connection', int],
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['player_class', playerClass],
  [
    'event',
    word,
    'joined, spawned, downed, revived, gibbed, tapped_out, class_changed, team_changed, disconnected, round_end',
  ],
  ['state', word, 'from now on: spectating, waiting, alive, downed, gone'],
  ['x', optional(coordinate1)],
  ['y', optional(coordinate1)],
  ['z', optional(coordinate1)],
  ['health', optional(int)],
  ['other_guid', optional(guid), 'who revived or gibbed'],
  ['other_name', optional(text)],
] as const

/** One row per obituary. */
export const deaths = [
  ['time_ms', ms],
  ['connection', int, 'of the victim'],
  ['victim_guid', guid],
  ['victim_name', text],
  ['victim_team', team],
  ['victim_class', playerClass],
  ['killer_guid', optional(guid), 'after a suicide the victim'],
  ['killer_name', optional(text)],
  ['killer_team', optional(team)],
  ['killer_class', optional(playerClass)],
  ['cause', word, 'kill, team_kill, suicide, team_switch, world'],
  ['mod', int, 'means of death'],
  ['mod_name', word, "the engine's word for it, `MOD_...`"],
  ['victim_x', coordinate1],
  ['victim_y', coordinate1],
  ['victim_z', coordinate1],
  ['killer_x', optional(coordinate1)],
  ['killer_y', optional(coordinate1)],
  ['killer_z', optional(coordinate1)],
  ['killer_health', optional(int)],
] as const

/** One row per accepted hit on a living player. */
export const damage = [
  ['time_ms', ms],
  ['relation', word, 'enemy, team, self, world'],
  ['attacker_guid', optional(guid)],
  ['attacker_team', optional(team)],
  ['target_guid', guid],
  ['target_team', team],
  ['damage', int, 'as the engine applied it, not cut at the health that was left'],
  ['health_before', int],
  ['region', optional(int), '0 head, 1 arms, 2 body, 3 legs'],
  ['weapon_id', optional(int)],
  ['mod', int, 'means of death'],
  ['attacker_x', optional(coordinate0)],
  ['attacker_y', optional(coordinate0)],
  ['attacker_z', optional(coordinate0)],
  ['attacker_yaw', optional(degrees1)],
  ['target_x', coordinate0],
  ['target_y', coordinate0],
  ['target_z', coordinate0],
  ['target_yaw', degrees1],
] as const

/** The spawn waves of both sides, at the start and at each change. */
export const reinforcements = [
  ['time_ms', ms],
  ['team', team],
  ['interval_ms', ms],
  ['offset_ms', optional(ms), 'a wave is due where (offset + time) modulo interval is 0; empty: unknown'],
] as const

/** What the game itself announces. */
export const gameEvents = [
  ['time_ms', ms],
  [
    'event',
    word,
    'objective_taken, objective_returned, objective_dropped, objective_delivered, dynamite_planted, dynamite_defused, constructed, destroyed, announced',
  ],
  ['team', optional(team)],
  ['guid', optional(guid)],
  ['name', optional(text)],
  ['object', text],
  ['x', optional(coordinate0)],
  ['y', optional(coordinate0)],
  ['z', optional(coordinate0)],
] as const

export const pauses = [
  ['start_time_ms', ms, 'on the clock of the file, which stands still in a pause'],
  ['duration_ms', ms, 'real time'],
] as const

/** How the round ended; at most one row. */
export const roundOutcome = [
  ['end_reason', word, 'objective, time_limit, surrender, eliminated, map_change, restart, server_stop, crash, other'],
  ['end_text', text, 'what the engine printed'],
  ['winner_team', optional(team)],
  ['defender_team', optional(team)],
  ['duration_ms', ms, 'of play, without pauses'],
  ['time_limit_ms', optional(ms)],
  ['time_to_beat_ms', optional(ms), 'round 2 only'],
  ['next_time_limit_ms', optional(ms), 'what round 2 will have to beat'],
  ['pause_count', int],
  ['paused_ms', ms],
] as const

/** A code by which a player proves that an identifier is his; nobody but the server's owner may see it. */
export const linkCodes = [
  ['time_ms', ms],
  ['guid', guid],
  ['name', text],
  ['code', text],
] as const

/** One row per sensor: whether it recorded, and what it missed. */
export const capture = [
  ['sensor', word, 'the capability, or the key of a section without one'],
  ['state', word, 'on, off, failed'],
  ['rows', int, 'written'],
  ['rejected_rows', int, 'left out, because a value could not be written'],
  ['refused_reads', int, 'that the engine refused, or answered with nonsense'],
  ['interval_ms', optional(ms), 'asked'],
  ['longest_interval_ms', optional(ms), 'really used'],
  ['reason', text, 'why it is off or failed'],
] as const
