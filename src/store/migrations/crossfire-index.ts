import type { Migration } from './migration.ts'

/** Of a round's fights a sixth are crossfires, and a pair asks for these alone. */
export const crossfireIndex: Migration = {
  name: '2026-11-22-crossfire-index',
  statements: [`create index derived_fight_crossfire on derived_fight (round_id) where is_crossfire`],
}
