import type { Migration } from './migration.ts'

/** Presence can be read block by block: rounds are on no map until a rebuild. */
export const presenceBlocks: Migration = {
  name: '2026-11-22-presence-blocks',
  statements: [
    `update derived_round set presence_ms = null where round_id in (select round_id from derived_presence)`,
    `delete from derived_place`,
    `drop table derived_presence`,
    // see presence-bytes.ts
    `create table derived_presence (
      round_id integer primary key,
      player_ids integer[] not null,
      blocks bytea not null,
      quarters bytea not null,
      heights bytea not null
    )`,
    // they are compressed already
    `alter table derived_presence alter column blocks set storage external,
      alter column quarters set storage external, alter column heights set storage external`,
  ],
}
