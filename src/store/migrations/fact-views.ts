import type { Migration } from './migration.ts'

// what every view of facts begins with: the key of the round as the seed's tables have it, and the round itself
const KEY = `(f.round_id::bigint << 20) + f.row_no as id, r.session_date, r.round_number, r.round_start_unix,
      r.round_end_unix, r.map_name, f.round_id, r.server_id, r.created_at`

// the same for rows that are packed
const PACKED_KEY = KEY.replace('f.row_no', '(f.row_no + p.row_no)')

/** One view per fact table, under the names that SQL users know, with players spelled out. */
export const factViews: Migration = {
  name: '2026-11-21-fact-views',
  statements: [
    `create view round_person as select n.round_id, n.name_no, n.player_id, p.guid, n.name
      from round_name n join player p on p.id = n.player_id`,
    `create view combat_engagement as select ${KEY},
      f.engagement_id, f.start_time_ms, f.end_time_ms, f.duration_ms, target.guid as target_guid, target.name as target_name,
      proximity_team(f.target_team) as target_team, f.outcome, f.total_damage_taken, killer.guid as killer_guid,
      killer.name as killer_name, proximity_positions_json(f.positions) as position_path,
      f.start_x, f.start_y, f.start_z, f.end_x, f.end_y, f.end_z, f.distance_traveled,
      proximity_attackers_json(f.round_id, f.attackers) as attackers, f.num_attackers, f.is_crossfire,
      f.crossfire_delay_ms, proximity_guids_json(f.round_id, f.crossfire_participants) as crossfire_participants
      from fact_engagements f join rounds r on r.id = f.round_id
      join round_person target on target.round_id = f.round_id and target.name_no = f.target_no
      left join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no`,
    `create view player_track as select ${KEY},
      who.guid as player_guid, who.name as player_name, proximity_team(f.team) as team,
      proximity_class(f.player_class) as player_class, f.spawn_time_ms, f.death_time_ms, life.duration_ms,
      f.first_move_time_ms, life.time_to_first_move_ms, f.samples as sample_count, proximity_path_json(f.path) as path,
      life.total_distance, life.avg_speed, life.sprint_percentage, f.death_type, life.end_time_ms, life.peak_speed,
      life.standing_ms, life.crouching_ms, life.prone_ms, life.sprint_ms, life.post_spawn_distance
      from fact_player_tracks f join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = f.player_no
      left join derived_life life on life.round_id = f.round_id and life.row_no = f.row_no`,
    // one row per position sample
    `create view player_track_sample as select f.round_id, f.row_no as track_no, who.guid as player_guid, s.*
      from fact_player_tracks f join round_person who on who.round_id = f.round_id and who.name_no = f.player_no
      cross join lateral proximity_path(f.path) s`,
    `create view proximity_kill_cell as select ${KEY},
      f.grid_x, f.grid_y, f.axis_kills, f.allies_kills
      from fact_kill_heatmap f join rounds r on r.id = f.round_id`,
    `create view proximity_movement_cell as select ${KEY},
      f.grid_x, f.grid_y, f.traversal, f.combat, f.escape
      from fact_movement_heatmap f join rounds r on r.id = f.round_id`,
    `create view proximity_objective_focus as select ${KEY},
      who.guid as player_guid, who.name as player_name, proximity_team(f.team) as team, f.objective,
      f.avg_distance, f.time_within_radius_ms, f.samples
      from fact_objective_focus f join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = f.player_no`,
    `create view proximity_reaction_metric as select ${KEY},
      f.engagement_id, target.guid as target_guid, target.name as target_name,
      proximity_team(f.target_team) as target_team, proximity_class(f.target_class) as target_class,
      f.outcome, f.num_attackers, f.return_fire_ms, f.dodge_reaction_ms, f.support_reaction_ms,
      f.start_time_ms, f.end_time_ms, f.duration_ms
      from fact_reaction_metrics f join rounds r on r.id = f.round_id
      join round_person target on target.round_id = f.round_id and target.name_no = f.target_no`,
    `create view proximity_spawn_timing as select ${KEY},
      killer.guid as killer_guid, killer.name as killer_name, proximity_team(f.killer_team) as killer_team,
      victim.guid as victim_guid, victim.name as victim_name, proximity_team(f.victim_team) as victim_team,
      f.kill_time_ms, f.enemy_spawn_interval_ms, f.time_to_next_spawn_ms, f.spawn_timing_score,
      f.killer_reinf_s, f.victim_reinf_s
      from fact_spawn_timing f join rounds r on r.id = f.round_id
      join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no
      join round_person victim on victim.round_id = f.round_id and victim.name_no = f.victim_no`,
    `create view proximity_team_cohesion as select ${PACKED_KEY},
      p.v[1]::integer as time_ms, proximity_team(p.v[2]::smallint) as team, p.v[3]::integer as alive_count,
      (p.v[4] / 10.0)::real as centroid_x, (p.v[5] / 10.0)::real as centroid_y,
      (p.v[6] / 10.0)::real as dispersion, (p.v[7] / 10.0)::real as max_spread,
      p.v[8]::integer as straggler_count, proximity_pair_json(f.round_id, p.v[9], p.v[10]) as buddy_pair_guids,
      (p.v[11] / 10.0)::real as buddy_distance
      from fact_team_cohesion f cross join lateral proximity_numbers(f.data, 11) p join rounds r on r.id = f.round_id`,
    `create view proximity_crossfire_opportunity as select ${KEY},
      f.time_ms, target.guid as target_guid, target.name as target_name,
      proximity_team(f.target_team) as target_team, teammate1.guid as teammate1_guid,
      teammate2.guid as teammate2_guid, f.angular_separation, f.was_executed, f.damage_within_window
      from fact_crossfire_opportunities f join rounds r on r.id = f.round_id
      join round_person target on target.round_id = f.round_id and target.name_no = f.target_no
      join round_person teammate1 on teammate1.round_id = f.round_id and teammate1.name_no = f.teammate1_no
      join round_person teammate2 on teammate2.round_id = f.round_id and teammate2.name_no = f.teammate2_no`,
    `create view proximity_focus_fire as select ${KEY},
      f.engagement_id, target.guid as target_guid, target.name as target_name, f.attacker_count,
      coalesce(proximity_guids_json(f.round_id, f.attacker_nos), '[]') as attacker_guids, f.total_damage,
      f.duration_ms, f.focus_score
      from fact_focus_fire f join rounds r on r.id = f.round_id
      join round_person target on target.round_id = f.round_id and target.name_no = f.target_no`,
    `create view proximity_team_push as select ${KEY},
      f.start_time_ms, f.end_time_ms, proximity_team(f.team) as team, f.avg_speed, f.direction_x,
      f.direction_y, f.alignment_score, f.push_quality, f.participant_count, f.toward_objective
      from fact_team_pushes f join rounds r on r.id = f.round_id`,
    `create view proximity_lua_trade_kill as select ${KEY},
      f.original_kill_time_ms, f.traded_kill_time_ms, f.delta_ms,
      original_victim.guid as original_victim_guid, original_victim.name as original_victim_name,
      original_killer.guid as original_killer_guid, original_killer.name as original_killer_name,
      trader.guid as trader_guid, trader.name as trader_name
      from fact_trade_kills f join rounds r on r.id = f.round_id
      join round_person original_victim on original_victim.round_id = f.round_id and original_victim.name_no = f.original_victim_no
      join round_person original_killer on original_killer.round_id = f.round_id and original_killer.name_no = f.original_killer_no
      join round_person trader on trader.round_id = f.round_id and trader.name_no = f.trader_no`,
    `create view proximity_revive as select ${KEY},
      f.time_ms, medic.guid as medic_guid, medic.name as medic_name, revived.guid as revived_guid,
      revived.name as revived_name, f.x, f.y, f.z, f.distance_to_enemy,
      nearest_enemy.guid as nearest_enemy_guid, f.under_fire
      from fact_revives f join rounds r on r.id = f.round_id
      left join round_person medic on medic.round_id = f.round_id and medic.name_no = f.medic_no
      join round_person revived on revived.round_id = f.round_id and revived.name_no = f.revived_no
      left join round_person nearest_enemy on nearest_enemy.round_id = f.round_id and nearest_enemy.name_no = f.nearest_enemy_no`,
    `create view proximity_weapon_accuracy as select ${KEY},
      player.guid as player_guid, player.name as player_name, proximity_team(f.team) as team, f.weapon_id,
      f.shots_fired, f.hits, f.kills, f.headshots
      from fact_weapon_accuracy f join rounds r on r.id = f.round_id
      join round_person player on player.round_id = f.round_id and player.name_no = f.player_no`,
    `create view proximity_kill_outcome as select ${KEY},
      f.kill_time_ms, victim.guid as victim_guid, victim.name as victim_name, killer.guid as killer_guid,
      killer.name as killer_name, f.kill_mod, f.outcome, f.outcome_time_ms, f.delta_ms,
      f.effective_denied_ms, gibber.guid as gibber_guid, gibber.name as gibber_name,
      reviver.guid as reviver_guid, reviver.name as reviver_name
      from fact_kill_outcome f join rounds r on r.id = f.round_id
      join round_person victim on victim.round_id = f.round_id and victim.name_no = f.victim_no
      join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no
      left join round_person gibber on gibber.round_id = f.round_id and gibber.name_no = f.gibber_no
      left join round_person reviver on reviver.round_id = f.round_id and reviver.name_no = f.reviver_no`,
    `create view proximity_hit_region as select ${PACKED_KEY},
      p.v[1]::integer as time_ms, attacker.guid as attacker_guid, attacker.name as attacker_name,
      victim.guid as victim_guid, victim.name as victim_name, p.v[4]::integer as weapon_id,
      p.v[5]::integer as region, p.v[6]::integer as damage
      from fact_hit_regions f cross join lateral proximity_numbers(f.data, 6) p join rounds r on r.id = f.round_id
      join round_person attacker on attacker.round_id = f.round_id and attacker.name_no = p.v[2]
      join round_person victim on victim.round_id = f.round_id and victim.name_no = p.v[3]`,
    `create view proximity_combat_position as select ${KEY},
      f.time_ms, f.event, attacker.guid as attacker_guid, attacker.name as attacker_name,
      proximity_team(f.attacker_team) as attacker_team, proximity_class(f.attacker_class) as attacker_class,
      victim.guid as victim_guid, victim.name as victim_name, proximity_team(f.victim_team) as victim_team,
      proximity_class(f.victim_class) as victim_class, f.attacker_x, f.attacker_y, f.attacker_z, f.victim_x,
      f.victim_y, f.victim_z, f.weapon_id, f.mod, f.killer_health, f.axis_alive, f.allies_alive
      from fact_combat_positions f join rounds r on r.id = f.round_id
      join round_person attacker on attacker.round_id = f.round_id and attacker.name_no = f.attacker_no
      join round_person victim on victim.round_id = f.round_id and victim.name_no = f.victim_no`,
    `create view proximity_shot_fired as select ${PACKED_KEY},
      p.v[1]::integer as time_ms, who.guid as player_guid, p.v[3]::integer as weapon_id,
      (p.v[4] / 10.0)::real as x, (p.v[5] / 10.0)::real as y, (p.v[6] / 10.0)::real as z,
      (p.v[7] / 100.0)::real as yaw, (p.v[8] / 100.0)::real as pitch
      from fact_shot_fired f cross join lateral proximity_numbers(f.data, 8) p join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = p.v[2]`,
    `create view proximity_aim_lock as select ${PACKED_KEY},
      p.v[1]::integer as start_time_ms, p.v[2]::integer as end_time_ms, p.v[3]::integer as duration_ms,
      who.guid as player_guid, who.name as player_name, proximity_team(p.v[5]::smallint) as team,
      target.guid as target_guid, target.name as target_name, (p.v[7] / 10.0)::real as avg_err_deg,
      (p.v[8] / 10.0)::real as avg_dist, p.v[9]::integer as samples
      from fact_aim_lock f cross join lateral proximity_numbers(f.data, 9) p join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = p.v[4]
      join round_person target on target.round_id = f.round_id and target.name_no = p.v[6]`,
    `create view proximity_spawn_select as select ${KEY},
      f.time_ms, who.guid as player_guid, who.name as player_name, proximity_team(f.team) as team,
      f.spawn_index, f.last_spawn_time
      from fact_spawn_select f join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = f.player_no`,
    `create view proximity_skill_snapshot as select ${KEY},
      who.guid as player_guid, who.name as player_name, proximity_team(f.team) as team, f.battle_sense,
      f.engineering, f.first_aid, f.signals, f.light_weapons, f.heavy_weapons, f.covertops
      from fact_skill_snapshot f join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = f.player_no`,
    `create view proximity_comm_events as select ${KEY},
      f.time_ms, who.guid as player_guid, who.name as player_name, proximity_team(f.team) as team, f.cmd,
      f.arg
      from fact_comm_events f join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = f.player_no`,
    `create view proximity_carrier_event as select ${KEY},
      carrier.guid as carrier_guid, carrier.name as carrier_name,
      proximity_team(f.carrier_team) as carrier_team, f.flag_team, f.pickup_time_ms, f.drop_time_ms,
      f.duration_ms, f.outcome, f.carry_distance, f.beeline_distance, f.efficiency, f.path_samples,
      f.pickup_x, f.pickup_y, f.pickup_z, f.drop_x, f.drop_y, f.drop_z, killer.guid as killer_guid,
      killer.name as killer_name
      from fact_carrier_events f join rounds r on r.id = f.round_id
      join round_person carrier on carrier.round_id = f.round_id and carrier.name_no = f.carrier_no
      left join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no`,
    `create view proximity_carrier_kill as select ${KEY},
      f.kill_time_ms, carrier.guid as carrier_guid, carrier.name as carrier_name,
      proximity_team(f.carrier_team) as carrier_team, killer.guid as killer_guid, killer.name as killer_name,
      proximity_team(f.killer_team) as killer_team, f.means_of_death, f.carrier_distance_at_kill,
      f.flag_team
      from fact_carrier_kills f join rounds r on r.id = f.round_id
      join round_person carrier on carrier.round_id = f.round_id and carrier.name_no = f.carrier_no
      join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no`,
    `create view proximity_carrier_return as select ${KEY},
      f.return_time_ms, returner.guid as returner_guid, returner.name as returner_name,
      proximity_team(f.returner_team) as returner_team, f.flag_team,
      original_carrier.guid as original_carrier_guid, f.drop_time_ms, f.return_delay_ms, f.drop_x, f.drop_y,
      f.drop_z
      from fact_carrier_returns f join rounds r on r.id = f.round_id
      left join round_person returner on returner.round_id = f.round_id and returner.name_no = f.returner_no
      left join round_person original_carrier on original_carrier.round_id = f.round_id and original_carrier.name_no = f.original_carrier_no`,
    `create view proximity_vehicle_progress as select ${KEY},
      f.vehicle_name, f.vehicle_type, f.start_x, f.start_y, f.start_z, f.end_x, f.end_y, f.end_z,
      f.total_distance, f.max_health, f.final_health, f.destroyed_count
      from fact_vehicle_progress f join rounds r on r.id = f.round_id`,
    `create view proximity_escort_credit as select ${KEY},
      player.guid as player_guid, player.name as player_name, proximity_team(f.player_team) as player_team,
      f.vehicle_name, f.mounted_time_ms, f.proximity_time_ms, f.total_escort_distance, f.credit_distance,
      f.samples
      from fact_escort_credit f join rounds r on r.id = f.round_id
      join round_person player on player.round_id = f.round_id and player.name_no = f.player_no`,
    `create view proximity_construction_event as select ${KEY},
      f.event_time_ms, f.event_type, player.guid as player_guid, player.name as player_name,
      proximity_team(f.player_team) as player_team, f.track_name, f.player_x, f.player_y, f.player_z
      from fact_construction_events f join rounds r on r.id = f.round_id
      join round_person player on player.round_id = f.round_id and player.name_no = f.player_no`,
    `create view proximity_objective_run as select ${KEY},
      engineer.guid as engineer_guid, engineer.name as engineer_name,
      proximity_team(f.engineer_team) as engineer_team, f.action_type, f.track_name, f.action_time_ms,
      f.approach_time_ms, f.approach_distance, f.beeline_distance, f.path_efficiency, f.self_kills,
      f.team_kills, coalesce(proximity_guids_json(f.round_id, f.escort_nos), '[]') as escort_guids,
      f.enemies_nearby, f.nearby_teammates, f.run_type, f.obj_x, f.obj_y, f.obj_z,
      killer.guid as killer_guid, killer.name as killer_name
      from fact_objective_runs f join rounds r on r.id = f.round_id
      join round_person engineer on engineer.round_id = f.round_id and engineer.name_no = f.engineer_no
      left join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no`,
  ],
}
