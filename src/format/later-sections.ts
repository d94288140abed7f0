import {
  coordinate0,
  coordinate1,
  degrees1,
  degrees2,
  flag,
  guid,
  guidsBar,
  guidsComma,
  guidsPlus,
  int,
  ms,
  optional,
  playerClass,
  type Row,
  ratio3,
  seconds1,
  speed1,
  team,
  text,
  units1,
  word,
} from './codec.ts'

/** One row per kill of an enemy: how long the victim has to wait for his next spawn wave. */
export const spawnTiming = [
  ['killer_guid', guid],
  ['killer_name', text],
  ['killer_team', team],
  ['victim_guid', guid],
  ['victim_name', text],
  ['victim_team', team],
  ['kill_time_ms', ms],
  ['enemy_spawn_interval_ms', ms, "the victim's side; 0 = unknown"],
  ['time_to_next_spawn_ms', ms, '0 if the interval is unknown'],
  ['spawn_timing_score', ratio3, 'wait / interval; means nothing where the interval is 0'],
  ['killer_reinf_s', optional(seconds1), "until the killer's own wave; 6.01b and later"],
  ['victim_reinf_s', optional(seconds1), '6.01b and later'],
] as const

/** One row per side and sample instant with at least two players alive. */
export const teamCohesion = [
  ['time_ms', ms],
  ['team', team],
  ['alive_count', int],
  ['centroid_x', coordinate1],
  ['centroid_y', coordinate1],
  ['dispersion', units1, 'mean distance from the centroid'],
  ['max_spread', units1],
  ['straggler_count', int],
  ['buddy_pair_guids', guidsPlus, 'the closest two'],
  ['buddy_distance', units1],
] as const

/** Two living mates see one enemy from directions at least 45 degrees apart; the original repeats it every second. */
export const crossfireOpportunities = [
  ['time_ms', ms],
  ['target_guid', guid],
  ['target_name', text],
  ['target_team', team],
  ['teammate1_guid', guid],
  ['teammate2_guid', guid],
  ['angular_separation', degrees1],
  ['was_executed', flag, 'both damaged him within 2 s'],
  ['damage_within_window', int],
] as const

/** How well several players concentrated on one; engagements with two or more attackers. */
export const focusFire = [
  ['engagement_id', int],
  ['target_guid', guid],
  ['target_name', text],
  ['attacker_count', int],
  ['attacker_guids', guidsComma],
  ['total_damage', int],
  ['duration_ms', ms],
  ['focus_score', ratio3],
] as const

/** A time during which a side moves fast in one direction. */
export const teamPushes = [
  ['start_time_ms', ms],
  ['end_time_ms', ms],
  ['team', team],
  ['avg_speed', speed1],
  ['direction_x', ratio3],
  ['direction_y', ratio3],
  ['alignment_score', ratio3],
  ['push_quality', ratio3, 'alignment x speed / 300; above 1 in files of the original only'],
  ['participant_count', int],
  ['toward_objective', text, "an objective's name, NO, or N/A"],
] as const

/** A killer is killed by a mate of his victim within 3 s. */
export const tradeKills = [
  ['original_kill_time_ms', ms],
  ['traded_kill_time_ms', ms],
  ['delta_ms', ms],
  ['original_victim_guid', guid],
  ['original_victim_name', text],
  ['original_killer_guid', guid],
  ['original_killer_name', text],
  ['trader_guid', guid],
  ['trader_name', text],
] as const

export const revives = [
  ['time_ms', ms],
  ['medic_guid', optional(guid), 'a guess by distance in the original'],
  ['medic_name', optional(text)],
  ['revived_guid', guid],
  ['revived_name', text],
  ['x', coordinate1],
  ['y', coordinate1],
  ['z', coordinate1],
  ['distance_to_enemy', units1, '0.0 with an empty guid = no living enemy'],
  ['nearest_enemy_guid', optional(guid)],
  ['under_fire', flag],
] as const

/** Shots and hits per player and weapon over the round. Hits can exceed shots (explosions, fire). */
export const weaponAccuracy = [
  ['player_guid', guid],
  ['player_name', text],
  ['team', team],
  ['weapon_id', int],
  ['shots_fired', int],
  ['hits', int],
  ['kills', int],
  ['headshots', int],
] as const

/** What became of a killed player. */
export const killOutcome = [
  ['kill_time_ms', ms],
  ['victim_guid', guid],
  ['victim_name', text],
  ['killer_guid', guid],
  ['killer_name', text],
  ['kill_mod', int, 'means of death'],
  ['outcome', word, 'gibbed, revived, tapped_out, round_end, expired'],
  ['outcome_time_ms', ms],
  ['delta_ms', ms],
  ['effective_denied_ms', ms],
  ['gibber_guid', optional(guid)],
  ['gibber_name', optional(text)],
  ['reviver_guid', optional(guid)],
  ['reviver_name', optional(text)],
] as const

/** One row per bullet hit on an enemy; at most 5,000 in the original. */
export const hitRegions = [
  ['time_ms', ms],
  ['attacker_guid', guid],
  ['attacker_name', text],
  ['victim_guid', guid],
  ['victim_name', text],
  ['weapon_id', int],
  ['region', int, '0 head, 1 arms, 2 body, 3 legs'],
  ['damage', int],
] as const

/** Where killer and victim were at each kill of an enemy. */
export const combatPositions = [
  ['time_ms', ms],
  ['event', word],
  ['attacker_guid', guid],
  ['attacker_name', text],
  ['attacker_team', team],
  ['attacker_class', playerClass],
  ['victim_guid', guid],
  ['victim_name', text],
  ['victim_team', team],
  ['victim_class', playerClass],
  ['attacker_x', coordinate0],
  ['attacker_y', coordinate0],
  ['attacker_z', coordinate0],
  ['victim_x', coordinate0],
  ['victim_y', coordinate0],
  ['victim_z', coordinate0],
  ['weapon_id', int],
  ['mod', int, 'means of death'],
  ['killer_health', optional(int), '6.01b and later'],
  ['axis_alive', optional(int), 'after the kill; 6.01b and later'],
  ['allies_alive', optional(int), '6.01b and later'],
] as const

/** One row per shot: from where, in which direction. Pitch is negative upwards. */
export const shotFired = [
  ['time_ms', ms],
  ['guid', guid],
  ['weapon_id', int],
  ['x', coordinate0],
  ['y', coordinate0],
  ['z', coordinate0],
  ['yaw', degrees2],
  ['pitch', degrees2],
] as const

/** A time during which a player's view stays on one visible enemy. */
export const aimLock = [
  ['start_time_ms', ms],
  ['end_time_ms', ms],
  ['duration_ms', ms],
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['target_guid', guid],
  ['target_name', text],
  ['avg_err_deg', degrees1],
  ['avg_dist', units1],
  ['samples', int],
] as const

export const spawnSelect = [
  ['time_ms', ms],
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['spawn_index', int, '-1 = not available'],
  ['last_spawn_time', int, 'engine level time, not on the clock of the file'],
] as const

export const skillSnapshot = [
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['battle_sense', int],
  ['engineering', int],
  ['first_aid', int],
  ['signals', int],
  ['light_weapons', int],
  ['heavy_weapons', int],
  ['covertops', int],
] as const

/** That somebody spoke, and which voice macro; never the words of a chat line. */
export const commEvents = [
  ['time_ms', ms],
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['cmd', word],
  ['arg', text],
] as const

export const carrierEvents = [
  ['carrier_guid', guid],
  ['carrier_name', text],
  ['carrier_team', team],
  ['flag_team', word, 'redflag (property of Axis) or blueflag'],
  ['pickup_time_ms', ms],
  ['drop_time_ms', ms],
  ['duration_ms', ms],
  ['outcome', word, 'killed, dropped, secured, disconnected, round_end, shutdown'],
  ['carry_distance', units1],
  ['beeline_distance', units1],
  ['efficiency', ratio3],
  ['path_samples', int],
  ['pickup_x', coordinate0],
  ['pickup_y', coordinate0],
  ['pickup_z', coordinate0],
  ['drop_x', coordinate0],
  ['drop_y', coordinate0],
  ['drop_z', coordinate0],
  ['killer_guid', optional(guid)],
  ['killer_name', optional(text)],
] as const

export const carrierKills = [
  ['kill_time_ms', ms],
  ['carrier_guid', guid],
  ['carrier_name', text],
  ['carrier_team', team],
  ['killer_guid', guid],
  ['killer_name', text],
  ['killer_team', team],
  ['means_of_death', int],
  ['carrier_distance_at_kill', units1],
  ['flag_team', word],
] as const

export const carrierReturns = [
  ['return_time_ms', ms],
  ['returner_guid', optional(guid), 'a guess: the nearest living defender'],
  ['returner_name', optional(text)],
  ['returner_team', optional(team)],
  ['flag_team', word],
  ['original_carrier_guid', optional(guid)],
  ['drop_time_ms', ms],
  ['return_delay_ms', ms],
  ['drop_x', coordinate0],
  ['drop_y', coordinate0],
  ['drop_z', coordinate0],
] as const

export const vehicleProgress = [
  ['vehicle_name', text],
  ['vehicle_type', word],
  ['start_x', coordinate0],
  ['start_y', coordinate0],
  ['start_z', coordinate0],
  ['end_x', coordinate0],
  ['end_y', coordinate0],
  ['end_z', coordinate0],
  ['total_distance', units1],
  ['max_health', int],
  ['final_health', int],
  ['destroyed_count', int],
] as const

export const escortCredit = [
  ['player_guid', guid],
  ['player_name', text],
  ['player_team', team],
  ['vehicle_name', text],
  ['mounted_time_ms', ms],
  ['proximity_time_ms', ms],
  ['total_escort_distance', units1],
  ['credit_distance', units1],
  ['samples', int],
] as const

export const constructionEvents = [
  ['event_time_ms', ms],
  ['event_type', word],
  ['player_guid', guid],
  ['player_name', text],
  ['player_team', team],
  ['track_name', text],
  ['player_x', coordinate0],
  ['player_y', coordinate0],
  ['player_z', coordinate0],
] as const

/** The way to an engineer's action: how long, against whom, with whose help. */
export const objectiveRuns = [
  ['engineer_guid', guid],
  ['engineer_name', text],
  ['engineer_team', team],
  ['action_type', word],
  ['track_name', text],
  ['action_time_ms', ms],
  ['approach_time_ms', ms],
  ['approach_distance', units1],
  ['beeline_distance', units1],
  ['path_efficiency', ratio3],
  ['self_kills', int],
  ['team_kills', int],
  ['escort_guids', guidsBar],
  ['enemies_nearby', int],
  ['nearby_teammates', int],
  ['run_type', word],
  ['obj_x', coordinate0],
  ['obj_y', coordinate0],
  ['obj_z', coordinate0],
  ['killer_guid', optional(guid)],
  ['killer_name', optional(text)],
] as const
export type SpawnTiming = Row<typeof spawnTiming>
export type KillOutcome = Row<typeof killOutcome>
export type CombatPosition = Row<typeof combatPositions>
