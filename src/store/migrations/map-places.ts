import type { Migration } from './migration.ts'

/** Where people were, fought, killed and died, finer than the cells of before. Null: not derived yet, rebuild. */
export const mapPlaces: Migration = {
  name: '2026-11-21-map-places',
  statements: [
    `alter table derived_round add column presence_ms bigint`,
    // one row a round; player_ids: whom the numbers in the bytes count, see place-bytes.ts and presence-bytes.ts
    `create table derived_place (
      round_id integer primary key,
      player_ids integer[] not null,
      places bytea not null
    )`,
    `create table derived_presence (
      round_id integer primary key,
      player_ids integer[] not null,
      cells bytea not null
    )`,
  ],
}
