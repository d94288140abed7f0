import type { Migration } from './migration.ts'

/** Engagements with bots are set apart. Null: derived before that, and with bots among people, so a rebuild is due. */
export const botEngagements: Migration = {
  name: '2026-11-21-bot-engagements',
  statements: [
    `alter table derived_round add column bot_engagements integer`,
    // without bots, or with more bots than people, nothing is set apart
    `update derived_round set bot_engagements = 0 where bots = 0 or bots > humans + unknown_players`,
  ],
}
