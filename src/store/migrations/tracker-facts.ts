import type { Migration } from './migration.ts'

// as in fact-views.ts
const KEY = `(f.round_id::bigint << 20) + f.row_no as id, r.session_date, r.round_number, r.round_start_unix,
      r.round_end_unix, r.map_name, f.round_id, r.server_id, r.created_at`
const PACKED_KEY = KEY.replace('f.row_no', '(f.row_no + p.row_no)')

/** The sections that this project's tracker adds. Link codes have no view: nobody shall come across them. */
export const trackerFacts: Migration = {
  name: '2026-11-21-tracker-facts',
  statements: [
    `create table fact_players (
      round_id integer not null,
      row_no integer not null,
      connection integer not null,
      slot integer not null,
      connect_time_ms integer not null,
      disconnect_time_ms integer,
      player_no smallint not null,
      kind text not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_lives (
      round_id integer not null,
      row_no integer not null,
      time_ms integer not null,
      connection integer not null,
      x real,
      y real,
      z real,
      health integer,
      player_no smallint not null,
      team smallint not null,
      player_class smallint not null,
      other_no smallint,
      event text not null,
      state text not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_deaths (
      round_id integer not null,
      row_no integer not null,
      time_ms integer not null,
      connection integer not null,
      mod integer not null,
      victim_x real not null,
      victim_y real not null,
      victim_z real not null,
      killer_x real,
      killer_y real,
      killer_z real,
      killer_health integer,
      victim_no smallint not null,
      victim_team smallint not null,
      victim_class smallint not null,
      killer_no smallint,
      killer_team smallint,
      killer_class smallint,
      cause text not null,
      mod_name text not null,
      primary key (round_id, row_no)
    )`,
    // packed like the other sections of thousands of rows; a word in a row is its place in `words`
    `create table fact_damage (
      round_id integer not null,
      row_no integer not null,
      rows integer not null,
      words text[] not null,
      data bytea not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_reinforcements (
      round_id integer not null,
      row_no integer not null,
      time_ms integer not null,
      interval_ms integer not null,
      offset_ms integer,
      team smallint not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_game_events (
      round_id integer not null,
      row_no integer not null,
      time_ms integer not null,
      x real,
      y real,
      z real,
      team smallint,
      player_no smallint,
      event text not null,
      object text not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_pauses (
      round_id integer not null,
      row_no integer not null,
      start_time_ms integer not null,
      duration_ms integer not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_round_outcome (
      round_id integer not null,
      row_no integer not null,
      duration_ms integer not null,
      time_limit_ms integer,
      time_to_beat_ms integer,
      next_time_limit_ms integer,
      pause_count integer not null,
      paused_ms integer not null,
      winner_team smallint,
      defender_team smallint,
      end_reason text not null,
      end_text text not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_link_codes (
      round_id integer not null,
      row_no integer not null,
      time_ms integer not null,
      player_no smallint not null,
      code text not null,
      primary key (round_id, row_no)
    )`,
    `create table fact_capture (
      round_id integer not null,
      row_no integer not null,
      rows integer not null,
      rejected_rows integer not null,
      refused_reads integer not null,
      interval_ms integer,
      longest_interval_ms integer,
      sensor text not null,
      state text not null,
      reason text not null,
      primary key (round_id, row_no)
    )`,

    // a packed number that may be absent: 0 = absent, n + 1 for n >= 0
    `create function proximity_optional(code bigint) returns bigint language sql immutable parallel safe as
      $$ select case when code > 0 then code - 1 when code < 0 then code end $$`,

    `create view proximity_connection as select ${KEY},
      f.connection, f.slot, who.guid as player_guid, who.name as player_name, f.kind, f.connect_time_ms,
      f.disconnect_time_ms
      from fact_players f join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = f.player_no`,
    `create view proximity_life_event as select ${KEY},
      f.time_ms, f.connection, who.guid as player_guid, who.name as player_name, proximity_team(f.team) as team,
      proximity_class(f.player_class) as player_class, f.event, f.state, f.x, f.y, f.z, f.health,
      other.guid as other_guid, other.name as other_name
      from fact_lives f join rounds r on r.id = f.round_id
      join round_person who on who.round_id = f.round_id and who.name_no = f.player_no
      left join round_person other on other.round_id = f.round_id and other.name_no = f.other_no`,
    `create view proximity_death as select ${KEY},
      f.time_ms, f.connection, victim.guid as victim_guid, victim.name as victim_name,
      proximity_team(f.victim_team) as victim_team, proximity_class(f.victim_class) as victim_class,
      killer.guid as killer_guid, killer.name as killer_name, proximity_team(f.killer_team) as killer_team,
      proximity_class(f.killer_class) as killer_class, f.cause, f.mod, f.mod_name, f.victim_x, f.victim_y,
      f.victim_z, f.killer_x, f.killer_y, f.killer_z, f.killer_health
      from fact_deaths f join rounds r on r.id = f.round_id
      join round_person victim on victim.round_id = f.round_id and victim.name_no = f.victim_no
      left join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no`,
    `create view proximity_damage as select ${PACKED_KEY},
      p.v[1]::integer as time_ms, f.words[p.v[2] + 1] as relation, attacker.guid as attacker_guid,
      proximity_team(proximity_optional(p.v[4])::smallint) as attacker_team, target.guid as target_guid,
      proximity_team(p.v[6]::smallint) as target_team, p.v[7]::integer as damage, p.v[8]::integer as health_before,
      proximity_optional(p.v[9])::integer as region, proximity_optional(p.v[10])::integer as weapon_id,
      p.v[11]::integer as mod, (proximity_optional(p.v[12]) / 10.0)::real as attacker_x,
      (proximity_optional(p.v[13]) / 10.0)::real as attacker_y, (proximity_optional(p.v[14]) / 10.0)::real as attacker_z,
      (proximity_optional(p.v[15]) / 10.0)::real as attacker_yaw, (p.v[16] / 10.0)::real as target_x,
      (p.v[17] / 10.0)::real as target_y, (p.v[18] / 10.0)::real as target_z, (p.v[19] / 10.0)::real as target_yaw
      from fact_damage f cross join lateral proximity_numbers(f.data, 19) p join rounds r on r.id = f.round_id
      left join round_person attacker on attacker.round_id = f.round_id and attacker.name_no = proximity_optional(p.v[3])
      join round_person target on target.round_id = f.round_id and target.name_no = p.v[5]`,
    `create view proximity_reinforcement as select ${KEY},
      f.time_ms, proximity_team(f.team) as team, f.interval_ms, f.offset_ms
      from fact_reinforcements f join rounds r on r.id = f.round_id`,
    `create view proximity_game_event as select ${KEY},
      f.time_ms, f.event, proximity_team(f.team) as team, who.guid as player_guid, who.name as player_name,
      f.object, f.x, f.y, f.z
      from fact_game_events f join rounds r on r.id = f.round_id
      left join round_person who on who.round_id = f.round_id and who.name_no = f.player_no`,
    `create view proximity_pause as select ${KEY},
      f.start_time_ms, f.duration_ms
      from fact_pauses f join rounds r on r.id = f.round_id`,
    `create view proximity_round_outcome as select ${KEY},
      f.end_reason, f.end_text, proximity_team(f.winner_team) as winner_team,
      proximity_team(f.defender_team) as defender_team, f.duration_ms, f.time_limit_ms, f.time_to_beat_ms,
      f.next_time_limit_ms, f.pause_count, f.paused_ms
      from fact_round_outcome f join rounds r on r.id = f.round_id`,
    `create view proximity_capture as select ${KEY},
      f.sensor, f.state, f.rows, f.rejected_rows, f.refused_reads, f.interval_ms, f.longest_interval_ms, f.reason
      from fact_capture f join rounds r on r.id = f.round_id`,
  ],
}
