import type { Migration } from './migration.ts'

/** Deaths know whether they were in a push: rounds with pushes are on no map until a rebuild. */
export const pushDeaths: Migration = {
  name: '2026-11-21-push-deaths',
  statements: [
    `update derived_round set presence_ms = null where round_id in (select round_id from fact_team_pushes)`,
    `delete from derived_place where round_id in (select round_id from fact_team_pushes)`,
    `delete from derived_presence where round_id in (select round_id from fact_team_pushes)`,
  ],
}
