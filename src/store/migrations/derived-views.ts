import type { Migration } from './migration.ts'

/** Sums over rounds, made at reading: they cannot drift from the facts (L-22, L-23). Excluded rounds are left out. */
export const derivedViews: Migration = {
  name: '2026-11-21-derived-views',
  statements: [
    `create view player_aliases as select p.guid, n.name as alias, min(r.started_unix) as first_seen_unix,
      max(r.started_unix) as last_seen_unix, count(distinct n.round_id) as times_seen
      from round_name n join player p on p.id = n.player_id join rounds r on r.id = n.round_id
      group by p.guid, n.name`,
    // the latest name of each person
    `create view player_name as select distinct on (n.player_id) n.player_id, n.name
      from round_name n join rounds r on r.id = n.round_id
      order by n.player_id, r.started_unix desc nulls last, n.round_id desc, n.name_no desc`,
    `create view gaming_session as select gaming_session_id as id, server_id, min(started_unix) as start_unix,
      max(greatest(started_unix, round_end_unix)) as end_unix, count(*) as rounds, count(distinct map_name) as maps
      from rounds where gaming_session_id is not null group by gaming_session_id, server_id`,
    // a sum of numeric does not depend on the order of the rounds, one of double precision does
    `create view player_teamplay_stats as select d.player_id as id, p.guid as player_guid, n.name as player_name,
      sum(d.crossfire_participations) as crossfire_participations, sum(d.crossfire_kills) as crossfire_kills,
      sum(d.crossfire_damage) as crossfire_damage, sum(d.crossfire_final_blows) as crossfire_final_blows,
      sum(d.crossfire_delay_sum_ms)::double precision / nullif(sum(d.crossfire_delay_count), 0) as avg_crossfire_delay_ms,
      sum(d.solo_kills) as solo_kills, sum(d.solo_attacks) as solo_engagements, sum(d.times_targeted) as times_targeted,
      sum(d.times_focused) as times_focused, sum(d.focus_escapes) as focus_escapes, sum(d.focus_deaths) as focus_deaths,
      sum(d.solo_escapes) as solo_escapes, sum(d.solo_deaths) as solo_deaths,
      (sum(d.escape_distance_sum::numeric) / nullif(sum(d.escape_count), 0))::double precision as avg_escape_distance,
      sum(d.target_duration_sum_ms)::double precision / nullif(sum(d.times_targeted), 0) as avg_engagement_duration_ms,
      sum(d.damage_taken) as total_damage_taken, sum(d.crossfire_damage) as total_damage_dealt_crossfire,
      to_timestamp(min(r.started_unix)) as first_seen, to_timestamp(max(r.started_unix)) as last_updated
      from derived_player d join rounds r on r.id = d.round_id and r.exclusion is null
      join player p on p.id = d.player_id join player_name n on n.player_id = d.player_id
      group by d.player_id, p.guid, n.name`,
    `create view crossfire_pairs as select (d.player1_id::bigint << 31) + d.player2_id as id,
      p1.guid as player1_guid, p2.guid as player2_guid, n1.name as player1_name, n2.name as player2_name,
      sum(d.crossfire_count) as crossfire_count, sum(d.crossfire_kills) as crossfire_kills,
      sum(d.combined_damage) as total_combined_damage,
      sum(d.delay_sum_ms)::double precision / nullif(sum(d.delay_count), 0) as avg_delay_ms,
      count(*) as games_together, to_timestamp(min(r.started_unix)) as first_played,
      to_timestamp(max(r.started_unix)) as last_played
      from derived_pair d join rounds r on r.id = d.round_id and r.exclusion is null
      join player p1 on p1.id = d.player1_id join player p2 on p2.id = d.player2_id
      join player_name n1 on n1.player_id = d.player1_id join player_name n2 on n2.player_id = d.player2_id
      group by d.player1_id, d.player2_id, p1.guid, p2.guid, n1.name, n2.name
      having sum(d.crossfire_count) > 0`,
    `create view map_kill_heatmap as select row_number() over (order by r.map_name, d.grid_x, d.grid_y) as id,
      r.map_name, d.grid_x, d.grid_y, 512 as grid_size,
      sum(d.axis_kills + d.allies_kills) as total_kills, sum(d.axis_kills) as axis_kills, sum(d.allies_kills) as allies_kills,
      sum(d.axis_deaths + d.allies_deaths) as total_deaths, sum(d.axis_deaths) as axis_deaths,
      sum(d.allies_deaths) as allies_deaths, min(r.created_at) as created_at, max(r.created_at) as updated_at
      from derived_cell d join rounds r on r.id = d.round_id and r.exclusion is null
      group by r.map_name, d.grid_x, d.grid_y`,
    // traversal counts samples, so files of different rhythm add up only as time
    `create view map_movement_heatmap as select row_number() over (order by r.map_name, f.grid_x, f.grid_y) as id,
      r.map_name, f.grid_x, f.grid_y, 512 as grid_size,
      sum(f.traversal) as traversal_count,
      sum(f.traversal * (r.header ->> 'position_sample_interval_ms')::integer) as traversal_ms,
      sum(f.combat) as combat_count, sum(f.escape) as escape_count, min(r.created_at) as created_at,
      max(r.created_at) as updated_at
      from fact_movement_heatmap f join rounds r on r.id = f.round_id and r.exclusion is null
      group by r.map_name, f.grid_x, f.grid_y`,
    `create view proximity_trade_event as select (d.round_id::bigint << 20) + d.row_no as id, r.session_date, r.round_number,
      r.round_start_unix, r.round_end_unix, r.map_name, d.round_id, r.server_id, r.created_at,
      victim.guid as victim_guid, victim.name as victim_name, proximity_team(d.victim_team) as victim_team,
      killer.guid as killer_guid, killer.name as killer_name, d.death_time_ms, d.trade_window_ms,
      jsonb_array_length(d.opportunities) as opportunity_count, jsonb_array_length(d.attempts) as attempt_count,
      jsonb_array_length(d.successes) as success_count, jsonb_array_length(d.missed) as missed_count,
      proximity_mates_json(d.round_id, d.opportunities, array['distance', 'delta_ms']) as opportunities,
      proximity_mates_json(d.round_id, d.attempts, array['first_hit_ms', 'damage']) as attempts,
      proximity_mates_json(d.round_id, d.successes, array['kill_time_ms']) as successes,
      proximity_mates_json(d.round_id, d.missed, array['distance']) as missed_candidates,
      d.nearest_teammate_dist, d.is_isolation_death
      from derived_trade d join rounds r on r.id = d.round_id
      join fact_engagements f on f.round_id = d.round_id and f.row_no = d.row_no
      join round_person victim on victim.round_id = f.round_id and victim.name_no = f.target_no
      join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no`,
    `create view proximity_support_summary as select r.id, r.session_date, r.round_number, r.round_start_unix,
      r.round_end_unix, r.map_name, d.round_id, r.server_id, d.support_samples, d.total_samples,
      100.0::double precision * d.support_samples / nullif(d.total_samples, 0) as support_uptime_pct,
      r.created_at as computed_at
      from derived_round d join rounds r on r.id = d.round_id`,
  ],
}
