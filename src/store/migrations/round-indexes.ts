import type { Migration } from './migration.ts'

/**
 * The rows of a round are read together: an index of rounds, which keeps each round's number once, finds them in a third
 * of the room of one of rows. Rows are numbered as they are inserted, so that no two have one number.
 */
export const roundIndexes: Migration = {
  name: '2026-11-21-round-indexes',
  statements: ['fact_engagements', 'fact_player_tracks', 'derived_fight', 'derived_life', 'derived_trade'].flatMap(
    (table) => [
      `alter table ${table} drop constraint ${table}_pkey`,
      `create index ${table}_round on ${table} (round_id)`,
    ],
  ),
}
