import type { Migration } from './migration.ts'

// list, person, and two numbers of the list's own; a distance in tenths of a unit
const entries = (list: number, column: string, first: string, second: string) =>
  `select ${list} as list, n, (e ->> 0)::integer as player_id, ${first} as first, ${second} as second
    from jsonb_array_elements(${column}) with ordinality list (e, n)`
const TENTHS = `((e ->> 1)::numeric * 10)::integer`
const FIRST = `(e ->> 1)::integer`
const SECOND = `(e ->> 2)::integer`

/** The mates of a trade in one array instead of four lists of JSON: a third of the room. */
export const tradeMates: Migration = {
  name: '2026-11-22-trade-mates',
  statements: [
    `drop view proximity_trade_event`,
    `drop function proximity_mates_json(integer, jsonb, text[])`,
    // a new table, because rewriting the rows of the old one would leave it twice as large
    `alter table derived_trade rename to derived_trade_unpacked`,
    `drop index derived_trade_round`,
    // mates: four numbers each, see trade-mates.ts; null: there are none
    `create table derived_trade (
      round_id integer not null,
      row_no integer not null,
      victim_id integer not null,
      killer_id integer not null,
      death_time_ms integer not null,
      trade_window_ms integer not null,
      nearest_teammate_dist real,
      victim_team smallint not null,
      is_isolation_death boolean not null,
      mates integer[]
    )`,
    `insert into derived_trade
      select round_id, row_no, victim_id, killer_id, death_time_ms, trade_window_ms, nearest_teammate_dist, victim_team,
        is_isolation_death, nullif(array(
          select number from (
            ${entries(0, 'opportunities', TENTHS, SECOND)}
            union all ${entries(1, 'attempts', FIRST, SECOND)}
            union all ${entries(2, 'successes', FIRST, '0')}
            union all ${entries(3, 'missed', TENTHS, '0')}
          ) mates
          cross join lateral unnest(array[list, player_id, first, second]) with ordinality numbers (number, place)
          order by list, n, place), '{}')
      from derived_trade_unpacked order by round_id, row_no`,
    `drop table derived_trade_unpacked`,
    `create index derived_trade_round on derived_trade (round_id)`,
    `create function proximity_mate_count(mates integer[], list integer) returns integer language sql immutable parallel safe as
      $$ select count(*)::integer from generate_series(1, cardinality(mates), 4) at where mates[at] = list $$`,
    `create function proximity_mates_json(round integer, mates integer[], list integer, keys text[]) returns jsonb
      language sql stable as $$
      select coalesce(jsonb_agg(
        jsonb_build_object('guid', player.guid, 'name', (select name from round_name named
          where named.round_id = round and named.player_id = player.id order by name_no desc limit 1))
        || (select jsonb_object_agg(key, case key when 'distance' then trim_scale(mates[at + 1 + nth] / 10.0)
          else mates[at + 1 + nth] end) from unnest(keys) with ordinality named (key, nth))
        order by at), '[]')
      from generate_series(1, cardinality(mates), 4) at join player on player.id = mates[at + 1]
      where mates[at] = list $$`,
    `create view proximity_trade_event as select (d.round_id::bigint << 20) + d.row_no as id, r.session_date, r.round_number,
      r.round_start_unix, r.round_end_unix, r.map_name, d.round_id, r.server_id, r.created_at,
      victim.guid as victim_guid, victim.name as victim_name, proximity_team(d.victim_team) as victim_team,
      killer.guid as killer_guid, killer.name as killer_name, d.death_time_ms, d.trade_window_ms,
      proximity_mate_count(d.mates, 0) as opportunity_count, proximity_mate_count(d.mates, 1) as attempt_count,
      proximity_mate_count(d.mates, 2) as success_count, proximity_mate_count(d.mates, 3) as missed_count,
      proximity_mates_json(d.round_id, d.mates, 0, array['distance', 'delta_ms']) as opportunities,
      proximity_mates_json(d.round_id, d.mates, 1, array['first_hit_ms', 'damage']) as attempts,
      proximity_mates_json(d.round_id, d.mates, 2, array['kill_time_ms']) as successes,
      proximity_mates_json(d.round_id, d.mates, 3, array['distance']) as missed_candidates,
      d.nearest_teammate_dist, d.is_isolation_death
      from derived_trade d join rounds r on r.id = d.round_id
      join fact_engagements f on f.round_id = d.round_id and f.row_no = d.row_no
      join round_person victim on victim.round_id = f.round_id and victim.name_no = f.target_no
      join round_person killer on killer.round_id = f.round_id and killer.name_no = f.killer_no`,
  ],
}
