import type { Migration } from './migration.ts'

/** The start of a round beside its names: the latest name of a person is one step in an index, however much he played. */
export const latestNames: Migration = {
  name: '2026-11-21-latest-names',
  statements: [
    `alter table round_name add column started_unix bigint`,
    `update round_name set started_unix = rounds.started_unix from rounds where rounds.id = round_name.round_id`,
    `drop index round_name_player`,
    `create index round_name_latest
      on round_name (player_id, started_unix desc nulls last, round_id desc, name_no desc)`,
    `create or replace view player_name as select player.id as player_id, latest.name
      from player cross join lateral (select name from round_name where player_id = player.id
        order by started_unix desc nulls last, round_id desc, name_no desc limit 1) latest`,
  ],
}
