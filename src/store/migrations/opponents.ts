import type { Migration } from './migration.ts'

/** Who fought and killed whom, one row a round: to look through all fights for those of two people took too long. */
export const opponents: Migration = {
  name: '2026-11-21-opponents',
  statements: [
    `create table derived_opponent (
      round_id integer primary key,
      attacker_ids integer[] not null,
      target_ids integer[] not null,
      fights integer[] not null,
      kills integer[] not null
    )`,
    `insert into derived_opponent (round_id, attacker_ids, target_ids, fights, kills)
      select derived_round.round_id,
        coalesce(array_agg(met.attacker order by met.attacker, met.target) filter (where met.attacker is not null), '{}'),
        coalesce(array_agg(met.target order by met.attacker, met.target) filter (where met.attacker is not null), '{}'),
        coalesce(array_agg(met.fights order by met.attacker, met.target) filter (where met.attacker is not null), '{}'),
        coalesce(array_agg(met.kills order by met.attacker, met.target) filter (where met.attacker is not null), '{}')
      from derived_round left join (
        select round_id, attacker, target, sum(fight)::integer as fights, sum(kill)::integer as kills from (
          select round_id, unnest(attacker_ids) as attacker, target_id as target, 1 as fight, 0 as kill
          from derived_fight where category = 'fight'
          union all
          select round_id, killer_id, target_id, 0, 1 from derived_fight
          where category <> 'bot' and killer_id is not null
        ) one group by round_id, attacker, target
      ) met on met.round_id = derived_round.round_id
      group by derived_round.round_id`,
  ],
}
