import type { Migration } from './migration.ts'

/**
 * What questions over all rounds read of every round, in a form that is read and put together fast: reactions as a byte
 * a fight.
 */
export const packedSums: Migration = {
  name: '2026-11-21-packed-sums',
  statements: [
    // a new table, because rewriting the rows of the old one would leave it twice as large
    `alter table derived_reaction rename to derived_reaction_unpacked`,
    `alter index derived_reaction_pkey rename to derived_reaction_unpacked_pkey`,
    // bins: for each fight the bin of the reaction, or 20 and the bin of the end without one
    `create table derived_reaction (
      round_id integer not null,
      player_id integer not null,
      player_class smallint not null,
      reaction text not null,
      fights integer not null,
      samples integer not null,
      sum_ms bigint not null,
      bins bytea not null,
      primary key (round_id, player_id, player_class, reaction)
    )`,
    `insert into derived_reaction
      select round_id, player_id, player_class, reaction, fights, samples, sum_ms,
        (select string_agg(decode(repeat(lpad(to_hex(bin - 1), 2, '0'), counted), 'hex'), ''::bytea order by bin)
          from unnest(happened || censored) with ordinality as list (counted, bin))
      from derived_reaction_unpacked order by round_id`,
    `drop table derived_reaction_unpacked`,
    // a scope looks at a few columns of rounds, whose rows are wide
    `create index rounds_counted on rounds (session_date, id) include (map_name, started_unix)
      where exclusion is null and file_id is not null`,
    `create index rounds_left_out on rounds (session_date) where exclusion is not null or file_id is null`,
  ],
}
