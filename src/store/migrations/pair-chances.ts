import type { Migration } from './migration.ts'

/** What a pair could have done, and what three people did. Null: not derived yet, rebuild, or the file has no lives. */
export const pairChances: Migration = {
  name: '2026-11-21-pair-chances',
  statements: [
    // team: index into TEAMS; also null where the two were never together
    `alter table derived_pair add column team smallint,
      add column crossfire_chances integer,
      add column support_chances_1_for_2 integer,
      add column supports_1_for_2 integer,
      add column support_chances_2_for_1 integer,
      add column supports_2_for_1 integer`,
    // one row a round: tens of trios are a few hundred bytes; see trio-bytes.ts
    `create table derived_trio (
      round_id integer primary key,
      player_ids integer[] not null,
      trios bytea not null
    )`,
  ],
}
