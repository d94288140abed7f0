import { FACT_TABLES } from './fact-columns.ts'

/** Derived tables: thrown away and made again by a rebuild. */
export const DERIVED_TABLES = [
  'derived_round',
  'derived_fight',
  'derived_life',
  'derived_player',
  'derived_class',
  'derived_reaction',
  'derived_pair',
  'derived_trio',
  'derived_opponent',
  'derived_trade',
  'derived_area',
  'derived_place',
  'derived_presence',
] as const

/** Every table whose rows belong to one round and are replaced with it, but for `rounds` itself. */
export const ROUND_TABLES: readonly string[] = [
  ...FACT_TABLES.map(({ table }) => table),
  'round_name',
  ...DERIVED_TABLES,
]
