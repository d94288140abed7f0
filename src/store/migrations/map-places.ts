import type { Migration } from './migration.ts'

/** Where people were, fought, killed and died, finer than the cells of before. Null: not derived yet, rebuild. */
export const mapPlaces: Migration = {
  name: '2026-11-21-map-places',
  statements: [
    `alter table derived_round add column presence_ms bigint`,
    // row_no is that of fact_engagements; a place is in whole units, and a map asks of it without a join
    `create table derived_place (
      round_id integer not null,
      row_no integer not null,
      end_time_ms integer not null,
      x integer not null,
      y integer not null,
      z integer not null,
      killer_x integer,
      killer_y integer,
      killer_z integer,
      target_id integer not null,
      killer_id integer,
      target_team smallint not null,
      target_class smallint not null,
      killer_team smallint,
      killer_class smallint,
      means integer,
      is_fight boolean not null,
      is_escape boolean not null,
      cause text not null,
      primary key (round_id, row_no)
    )`,
    // cells: see presence-bytes.ts
    `create table derived_presence (
      round_id integer not null,
      player_id integer not null,
      team smallint not null,
      player_class smallint not null,
      time_ms bigint not null,
      cells bytea not null,
      primary key (round_id, player_id, team, player_class)
    )`,
  ],
}
