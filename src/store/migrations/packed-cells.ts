import type { Migration } from './migration.ts'

// the key of a packed row as the seed's tables have it, and its round
const PACKED_KEY = `(f.round_id::bigint << 20) + (f.row_no + p.row_no) as id, r.session_date, r.round_number,
      r.round_start_unix, r.round_end_unix, r.map_name, f.round_id, r.server_id, r.created_at`

/**
 * The cells and reactions of a round, some three hundred rows, are packed like shots and hits: half of a round's rows
 * took a tenth of its room and of the time of its import. Optional numbers count from 1 and leave 0 to what is absent.
 */
export const packedCells: Migration = {
  name: '2026-11-21-packed-cells',
  statements: [
    // what packed-rows.ts writes of one number
    `create function pack_number(value bigint) returns bytea language plpgsql immutable as $$
      declare
        rest bigint := case when value < 0 then -2 * value - 1 else 2 * value end; data bytea := '';
      begin
        while rest >= 128 loop
          data := data || set_byte('\\x00'::bytea, 0, (rest % 128 + 128)::integer); rest := rest / 128;
        end loop;
        return data || set_byte('\\x00'::bytea, 0, rest::integer);
      end $$`,
    `drop view proximity_kill_cell, proximity_movement_cell, map_kill_heatmap, map_movement_heatmap,
      proximity_reaction_metric`,

    `create table packed_kill_heatmap (
      round_id integer not null,
      row_no integer not null,
      rows integer not null,
      data bytea not null,
      primary key (round_id, row_no)
    )`,
    `insert into packed_kill_heatmap select round_id, min(row_no), count(*), string_agg(data, ''::bytea order by row_no)
      from (select round_id, row_no,
        pack_number(grid_x - lag(grid_x, 1, 0) over above) ||
        pack_number(grid_y - lag(grid_y, 1, 0) over above) ||
        pack_number(axis_kills - lag(axis_kills, 1, 0) over above) ||
        pack_number(allies_kills - lag(allies_kills, 1, 0) over above) as data
        from fact_kill_heatmap window above as (partition by round_id, row_no / 10000 order by row_no)) rows
      group by round_id, row_no / 10000`,
    `drop table fact_kill_heatmap`,
    `alter table packed_kill_heatmap rename to fact_kill_heatmap`,
    `alter table fact_kill_heatmap rename constraint packed_kill_heatmap_pkey to fact_kill_heatmap_pkey`,

    `create table packed_movement_heatmap (
      round_id integer not null,
      row_no integer not null,
      rows integer not null,
      data bytea not null,
      primary key (round_id, row_no)
    )`,
    `insert into packed_movement_heatmap select round_id, min(row_no), count(*), string_agg(data, ''::bytea order by row_no)
      from (select round_id, row_no,
        pack_number(grid_x - lag(grid_x, 1, 0) over above) ||
        pack_number(grid_y - lag(grid_y, 1, 0) over above) ||
        pack_number(traversal - lag(traversal, 1, 0) over above) ||
        pack_number(combat - lag(combat, 1, 0) over above) ||
        pack_number(escape - lag(escape, 1, 0) over above) as data
        from fact_movement_heatmap window above as (partition by round_id, row_no / 10000 order by row_no)) rows
      group by round_id, row_no / 10000`,
    `drop table fact_movement_heatmap`,
    `alter table packed_movement_heatmap rename to fact_movement_heatmap`,
    `alter table fact_movement_heatmap rename constraint packed_movement_heatmap_pkey to fact_movement_heatmap_pkey`,

    `create table packed_reaction_metrics (
      round_id integer not null,
      row_no integer not null,
      rows integer not null,
      data bytea not null,
      words text[] not null,
      primary key (round_id, row_no)
    )`,
    `insert into packed_reaction_metrics
      select round_id, min(row_no), count(*), string_agg(data, ''::bytea order by row_no), min(words)
      from (select round_id, row_no, words,
        pack_number(engagement_id - lag(engagement_id, 1, 0) over above) ||
        pack_number(target_no - lag(target_no, 1, 0) over above) ||
        pack_number(target_team - lag(target_team, 1, 0) over above) ||
        pack_number(target_class - lag(target_class, 1, 0) over above) ||
        pack_number(word - lag(word, 1, 0) over above) ||
        pack_number(num_attackers - lag(num_attackers, 1, 0) over above) ||
        pack_number(return_fire - lag(return_fire, 1, 0) over above) ||
        pack_number(dodge_reaction - lag(dodge_reaction, 1, 0) over above) ||
        pack_number(support_reaction - lag(support_reaction, 1, 0) over above) ||
        pack_number(start_time_ms - lag(start_time_ms, 1, 0) over above) ||
        pack_number(end_time_ms - lag(end_time_ms, 1, 0) over above) ||
        pack_number(duration_ms - lag(duration_ms, 1, 0) over above) as data
        from (select f.*, array_position(words, outcome) - 1 as word, w.words,
          (case when return_fire_ms is null then 0 when return_fire_ms < 0 then return_fire_ms else return_fire_ms + 1 end) as return_fire,
          (case when dodge_reaction_ms is null then 0 when dodge_reaction_ms < 0 then dodge_reaction_ms else dodge_reaction_ms + 1 end) as dodge_reaction,
          (case when support_reaction_ms is null then 0 when support_reaction_ms < 0 then support_reaction_ms else support_reaction_ms + 1 end) as support_reaction
          from fact_reaction_metrics f join (
            select round_id, value, array_agg(outcome order by first) as words
            from (select round_id, row_no / 10000 as value, outcome, min(row_no) as first from fact_reaction_metrics
              group by 1, 2, 3) met
            group by 1, 2) w on w.round_id = f.round_id and w.value = f.row_no / 10000) numbers
        window above as (partition by round_id, row_no / 10000 order by row_no)) rows
      group by round_id, row_no / 10000`,
    `drop table fact_reaction_metrics`,
    `alter table packed_reaction_metrics rename to fact_reaction_metrics`,
    `alter table fact_reaction_metrics rename constraint packed_reaction_metrics_pkey to fact_reaction_metrics_pkey`,

    // fight_places: the cells with a fight, x and y of two bytes each
    `create table derived_area (
      round_id integer primary key,
      fight_places bytea not null,
      fight_cells bytea not null,
      kill_cells bytea not null
    )`,
    `insert into derived_area
      select round_id,
        coalesce((select string_agg(int2send(grid_x) || int2send(grid_y), ''::bytea order by grid_x, grid_y)
          from derived_fight_cell cell where cell.round_id = derived_round.round_id and fights > 0), ''),
        coalesce((select string_agg(data, ''::bytea order by grid_x, grid_y) from (select grid_x, grid_y,
          pack_number(grid_x - lag(grid_x, 1, 0::smallint) over above) ||
          pack_number(grid_y - lag(grid_y, 1, 0::smallint) over above) ||
          pack_number(fights - lag(fights, 1, 0::smallint) over above) ||
          pack_number(kills - lag(kills, 1, 0::smallint) over above) ||
          pack_number(deaths - lag(deaths, 1, 0::smallint) over above) as data
          from derived_fight_cell cell where cell.round_id = derived_round.round_id
          window above as (order by grid_x, grid_y)) cells), ''),
        coalesce((select string_agg(data, ''::bytea order by grid_x, grid_y) from (select grid_x, grid_y,
          pack_number(grid_x - lag(grid_x, 1, 0::smallint) over above) ||
          pack_number(grid_y - lag(grid_y, 1, 0::smallint) over above) ||
          pack_number(axis_kills - lag(axis_kills, 1, 0) over above) ||
          pack_number(allies_kills - lag(allies_kills, 1, 0) over above) ||
          pack_number(axis_deaths - lag(axis_deaths, 1, 0) over above) ||
          pack_number(allies_deaths - lag(allies_deaths, 1, 0) over above) as data
          from derived_cell cell where cell.round_id = derived_round.round_id
          window above as (order by grid_x, grid_y)) cells), '')
      from derived_round order by round_id`,
    `drop table derived_cell, derived_fight_cell`,

    `drop function pack_number(bigint)`,
    `create view map_kill_heatmap as
      select row_number() over (order by map_name, grid_x, grid_y) as id, map_name, grid_x, grid_y, 512 as grid_size,
        sum(axis_kills + allies_kills) as total_kills, sum(axis_kills) as axis_kills, sum(allies_kills) as allies_kills,
        sum(axis_deaths + allies_deaths) as total_deaths, sum(axis_deaths) as axis_deaths,
        sum(allies_deaths) as allies_deaths, min(created_at) as created_at, max(created_at) as updated_at
      from (select r.map_name, p.v[1]::smallint as grid_x, p.v[2]::smallint as grid_y, p.v[3] as axis_kills,
          p.v[4] as allies_kills, p.v[5] as axis_deaths, p.v[6] as allies_deaths, r.created_at
        from derived_area d cross join lateral proximity_numbers(d.kill_cells, 6) p
        join rounds r on r.id = d.round_id and r.exclusion is null) cells
      group by map_name, grid_x, grid_y`,
    `create view proximity_kill_cell as select ${PACKED_KEY},
      p.v[1]::integer as grid_x, p.v[2]::integer as grid_y, p.v[3]::integer as axis_kills, p.v[4]::integer as allies_kills
      from fact_kill_heatmap f cross join lateral proximity_numbers(f.data, 4) p join rounds r on r.id = f.round_id`,
    `create view proximity_movement_cell as select ${PACKED_KEY},
      p.v[1]::integer as grid_x, p.v[2]::integer as grid_y, p.v[3]::integer as traversal, p.v[4]::integer as combat,
      p.v[5]::integer as escape
      from fact_movement_heatmap f cross join lateral proximity_numbers(f.data, 5) p join rounds r on r.id = f.round_id`,
    // traversal counts samples, so files of different rhythm add up only as time
    `create view map_movement_heatmap as select row_number() over (order by r.map_name, f.grid_x, f.grid_y) as id,
      r.map_name, f.grid_x, f.grid_y, 512 as grid_size,
      sum(f.traversal) as traversal_count,
      sum(f.traversal * (r.header ->> 'position_sample_interval_ms')::integer) as traversal_ms,
      sum(f.combat) as combat_count, sum(f.escape) as escape_count, min(r.created_at) as created_at,
      max(r.created_at) as updated_at
      from proximity_movement_cell f join rounds r on r.id = f.round_id and r.exclusion is null
      group by r.map_name, f.grid_x, f.grid_y`,
    `create view proximity_reaction_metric as select ${PACKED_KEY},
      p.v[1]::integer as engagement_id, target.guid as target_guid, target.name as target_name,
      proximity_team(p.v[3]::smallint) as target_team, proximity_class(p.v[4]::smallint) as target_class,
      f.words[p.v[5] + 1] as outcome, p.v[6]::integer as num_attackers, proximity_optional(p.v[7])::integer as return_fire_ms,
      proximity_optional(p.v[8])::integer as dodge_reaction_ms, proximity_optional(p.v[9])::integer as support_reaction_ms,
      p.v[10]::integer as start_time_ms, p.v[11]::integer as end_time_ms, p.v[12]::integer as duration_ms
      from fact_reaction_metrics f cross join lateral proximity_numbers(f.data, 12) p join rounds r on r.id = f.round_id
      join round_person target on target.round_id = f.round_id and target.name_no = p.v[2]`,
  ],
}
