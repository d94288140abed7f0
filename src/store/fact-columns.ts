import type { Codec } from '../format/codec.ts'
import { type Column, columnsOf } from '../format/columns.ts'
import { SECTIONS, type SectionKey } from '../format/sections.ts'

/** A column of a fact table; a player is stored as the number of his name in the round: two bytes for an id and a name. */
export interface FactColumn extends Column {
  readonly type: 'int4' | 'int2' | 'float4' | 'bool' | 'text' | 'bytea'
}

/** The table of one section's rows. */
export interface FactTable {
  readonly key: SectionKey
  readonly table: string
  readonly columns: readonly FactColumn[]
  /** True where the rows stand in one column of bytes: see packed-facts.ts. */
  readonly packed: boolean
  /** True for packed rows with words, which stand in a list beside the bytes. */
  readonly words: boolean
}

// sections of many small rows a round that hold nothing but numbers, players and few words
const PACKED: ReadonlySet<string> = new Set([
  'kill_heatmap',
  'movement_heatmap',
  'reaction_metrics',
  'team_cohesion',
  'hit_regions',
  'shot_fired',
  'aim_lock',
  'damage',
])

const TYPES: Readonly<Record<Codec<unknown>['kind'], FactColumn['type']>> = {
  int: 'int4',
  decimal: 'float4',
  coordinate: 'float4',
  text: 'text',
  word: 'text',
  guid: 'int2',
  team: 'int2',
  player_class: 'int2',
  flag: 'bool',
  guids: 'bytea',
  positions: 'bytea',
  attackers: 'bytea',
  path: 'bytea',
}

/** The table of every section, in the order of the file. */
export const FACT_TABLES: readonly FactTable[] = SECTIONS.map(({ key, fields }) => {
  const columns = columnsOf(fields).map((column) => ({ ...column, type: TYPES[column.codec.kind] }))
  const packed = PACKED.has(key)
  const words = packed && columns.some(({ codec }) => codec.kind === 'word')
  return { key, table: `fact_${key}`, columns, packed, words }
})
