import type { Migration } from './migration.ts'

/** Who fought and killed whom, one row a round: to look through all fights for those of two people took too long. */
export const opponents: Migration = {
  name: '2026-11-21-opponents',
  statements: [
    // player_ids: whom the numbers in the bytes count, see opponent-bytes.ts
    `create table derived_opponent (
      round_id integer primary key,
      player_ids integer[] not null,
      opponents bytea not null
    )`,
    // a whole number from 0 as byte-numbers.ts writes it
    `create function pg_temp.number_bytes(n integer) returns bytea immutable language sql as $$
      select decode(case
        when n < 64 then lpad(to_hex(2 * n), 2, '0')
        when n < 8192 then lpad(to_hex(2 * n % 128 + 128), 2, '0') || lpad(to_hex(2 * n / 128), 2, '0')
        else lpad(to_hex(2 * n % 128 + 128), 2, '0') || lpad(to_hex(2 * n / 128 % 128 + 128), 2, '0')
          || lpad(to_hex(2 * n / 16384), 2, '0')
      end, 'hex')
    $$`,
    `with one as (
        select round_id, unnest(attacker_ids) as attacker, target_id as target, 1 as fight, 0 as kill
        from derived_fight where category = 'fight'
        union all
        select round_id, killer_id, target_id, 0, 1 from derived_fight where category <> 'bot' and killer_id is not null
      ), met as (
        select round_id, attacker, target, sum(fight)::integer as fights, sum(kill)::integer as kills
        from one group by round_id, attacker, target
      ), people as (
        select round_id, array_agg(distinct id) as ids
        from (select round_id, attacker as id from met union all select round_id, target from met) both_sides
        group by round_id
      )
      insert into derived_opponent (round_id, player_ids, opponents)
      select derived_round.round_id, coalesce(people.ids, '{}'), coalesce(string_agg(
          pg_temp.number_bytes(array_position(people.ids, met.attacker) - 1)
          || pg_temp.number_bytes(array_position(people.ids, met.target) - 1)
          || pg_temp.number_bytes(met.fights) || pg_temp.number_bytes(met.kills), ''::bytea), ''::bytea)
      from derived_round left join people using (round_id) left join met using (round_id)
      group by derived_round.round_id, people.ids`,
    `drop function pg_temp.number_bytes(integer)`,
  ],
}
