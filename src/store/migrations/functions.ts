import type { Migration } from './migration.ts'

// a number of up to 35 bits, seven bits a byte, the lowest first, bit 7 set on all but the last; odd = negative
const NEXT_NUMBER = `
      value := 0; factor := 1;
      loop
        byte := get_byte(data, at); at := at + 1;
        value := value + (byte & 127) * factor; factor := factor * 128;
        exit when byte < 128;
      end loop;
      value := case when value & 1 = 1 then -((value + 1) / 2) else value / 2 end;`

/** Functions that read the compact columns; their layout is described in path-bytes.ts. */
export const functions: Migration = {
  name: '2026-11-21-functions',
  statements: [
    `create function proximity_team(code smallint) returns text language sql immutable parallel safe as
      $$ select (array['AXIS', 'ALLIES', 'SPEC'])[code + 1] $$`,
    `create function proximity_class(code smallint) returns text language sql immutable parallel safe as
      $$ select (array['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS', 'UNKNOWN'])[code + 1] $$`,

    `create function proximity_path(data bytea) returns table (
      sample_no integer, "time" integer, x double precision, y double precision, z double precision, health integer,
      speed double precision, weapon integer, stance integer, sprint integer, event text
    ) language plpgsql immutable parallel safe as $$
    declare
      at integer := 0; byte integer; flags integer; value bigint; factor bigint;
      step bigint := 0; tx bigint := 0; ty bigint := 0; tz bigint := 0; sx bigint := 0; sy bigint := 0; ts bigint := 0;
      clock bigint := 0; state integer;
      events text[] := array['sample', 'spawn', 'revived', 'death', 'killed', 'selfkill', 'fallen', 'world', 'teamkill',
        'round_end', 'disconnect', 'shutdown', 'unknown'];
    begin
      sample_no := 0; health := 0; weapon := 0; stance := 0; sprint := 0;
      while at < length(data) loop
        flags := get_byte(data, at); at := at + 1;
        clock := clock + step;
        if flags & 1 > 0 then ${NEXT_NUMBER}
          clock := clock + value;
          if abs(value) > 50 then
            step := step + value;
          end if;
        end if;
        if flags & 2 > 0 then ${NEXT_NUMBER}
          sx := sx + value; ${NEXT_NUMBER}
          sy := sy + value;
        end if;
        tx := tx + sx; ty := ty + sy;
        if flags & 4 > 0 then ${NEXT_NUMBER}
          tz := tz + value;
        end if;
        if flags & 8 > 0 then ${NEXT_NUMBER}
          health := health + value;
        end if;
        if flags & 16 > 0 then ${NEXT_NUMBER}
          ts := ts + value;
        end if;
        if flags & 32 > 0 then
          weapon := get_byte(data, at); at := at + 1;
        end if;
        if flags & 64 > 0 then
          state := get_byte(data, at); at := at + 1;
          stance := state / 2; sprint := state % 2;
        end if;
        event := 'sample';
        if flags & 128 > 0 then
          event := events[get_byte(data, at) + 1]; at := at + 1;
        end if;
        "time" := clock; x := tx / 10.0; y := ty / 10.0; z := tz / 10.0; speed := ts / 10.0;
        return next;
        sample_no := sample_no + 1;
      end loop;
    end $$`,

    `create function proximity_positions(data bytea) returns table (
      point_no integer, "time" integer, x double precision, y double precision, z double precision, event text
    ) language plpgsql immutable parallel safe as $$
    declare
      at integer := 0; byte integer; flags integer; value bigint; factor bigint;
      step bigint := 0; tx bigint := 0; ty bigint := 0; tz bigint := 0; clock bigint := 0;
      events text[] := array['start', 'hit', 'sample', 'death', 'escape', 'round_end'];
    begin
      point_no := 0;
      while at < length(data) loop
        flags := get_byte(data, at); at := at + 1;
        if flags & 8 > 0 then ${NEXT_NUMBER}
          step := value;
        end if;
        clock := clock + step;
        if flags & 16 > 0 then ${NEXT_NUMBER}
          tx := tx + value; ${NEXT_NUMBER}
          ty := ty + value;
        end if;
        if flags & 32 > 0 then ${NEXT_NUMBER}
          tz := tz + value;
        end if;
        event := events[(flags & 7) + 1];
        "time" := clock; x := tx / 10.0; y := ty / 10.0; z := tz / 10.0;
        return next;
        point_no := point_no + 1;
      end loop;
    end $$`,

    `create function proximity_path_json(data bytea) returns jsonb language sql immutable parallel safe as $$
      select coalesce(jsonb_agg(jsonb_build_object('time', "time", 'x', x, 'y', y, 'z', z, 'health', health, 'speed', speed,
        'weapon', weapon, 'stance', stance, 'sprint', sprint, 'event', event) order by sample_no), '[]')
      from proximity_path(data) $$`,
    `create function proximity_positions_json(data bytea) returns jsonb language sql immutable parallel safe as $$
      select coalesce(jsonb_agg(jsonb_build_object('time', "time", 'x', x, 'y', y, 'z', z, 'event', event)
        order by point_no), '[]')
      from proximity_positions(data) $$`,

    // rows of whole numbers, each the difference to the one above it
    `create function proximity_numbers(data bytea, width integer) returns table (row_no integer, v bigint[])
    language plpgsql immutable parallel safe as $$
    declare
      at integer := 0; byte integer; value bigint; factor bigint;
      above bigint[] := array_fill(0::bigint, array[width]);
    begin
      row_no := 0;
      while at < length(data) loop
        for place in 1 .. width loop ${NEXT_NUMBER}
          above[place] := above[place] + value;
        end loop;
        v := above;
        return next;
        row_no := row_no + 1;
      end loop;
    end $$`,

    `create function proximity_attackers(data bytea) returns table (
      place integer, name_no smallint, team smallint, damage bigint, hits bigint, first_hit_ms bigint, last_hit_ms bigint,
      got_kill boolean, weapons jsonb
    ) language plpgsql immutable parallel safe as $$
    declare
      at integer := 0; byte integer; value bigint; factor bigint; weapon bigint; before bigint := 0; pairs bigint;
    begin
      place := 0;
      while at < length(data) loop ${NEXT_NUMBER}
        name_no := value; ${NEXT_NUMBER}
        team := value; ${NEXT_NUMBER}
        damage := value; ${NEXT_NUMBER}
        hits := value; ${NEXT_NUMBER}
        first_hit_ms := before + value; ${NEXT_NUMBER}
        last_hit_ms := first_hit_ms + value; ${NEXT_NUMBER}
        got_kill := value = 1; ${NEXT_NUMBER}
        pairs := value;
        weapons := '{}';
        for pair in 1 .. pairs loop ${NEXT_NUMBER}
          weapon := value; ${NEXT_NUMBER}
          weapons := weapons || jsonb_build_object(weapon::text, value);
        end loop;
        before := first_hit_ms;
        return next;
        place := place + 1;
      end loop;
    end $$`,
    `create function proximity_attackers_json(round integer, data bytea) returns jsonb language sql stable as $$
      select coalesce(jsonb_agg(jsonb_build_object('guid', player.guid, 'name', named.name, 'team', proximity_team(one.team),
        'damage', damage, 'hits', hits, 'first_hit_ms', first_hit_ms, 'last_hit_ms', last_hit_ms, 'got_kill', got_kill,
        'weapons', weapons) order by place), '[]')
      from proximity_attackers(data) one
      join round_name named on named.round_id = round and named.name_no = one.name_no
      join player on player.id = named.player_id $$`,
    // a list of players by the numbers of their names; null if it is empty
    `create function proximity_guids_json(round integer, data bytea) returns jsonb language sql stable as $$
      select jsonb_agg(player.guid order by row_no)
      from proximity_numbers(data, 1) list
      join round_name named on named.round_id = round and named.name_no = list.v[1]
      join player on player.id = named.player_id $$`,
    `create function proximity_pair_json(round integer, first bigint, second bigint) returns jsonb language sql stable as $$
      select coalesce(jsonb_agg(player.guid order by named.name_no = second), '[]')
      from round_name named join player on player.id = named.player_id
      where named.round_id = round and named.name_no in (first, second) $$`,
    // the mates of a trade, each [player_id, values...], under the given keys
    `create function proximity_mates_json(round integer, stored jsonb, keys text[]) returns jsonb language sql stable as $$
      select coalesce(jsonb_agg(
        jsonb_build_object('guid', player.guid, 'name', (select name from round_name named
          where named.round_id = round and named.player_id = player.id order by name_no desc limit 1))
        || coalesce((select jsonb_object_agg(keys[nth], entry -> nth) from generate_subscripts(keys, 1) nth), '{}')
        order by place), '[]')
      from jsonb_array_elements(stored) with ordinality list (entry, place)
      join player on player.id = (entry ->> 0)::integer $$`,
  ],
}
