import type { Codec, Field } from '../format/codec.ts'
import { SECTIONS, type SectionKey } from '../format/sections.ts'

/** How a column of a fact table is made from a row, and the row from it. */
export interface FactColumn {
  /** The column's name. */
  readonly name: string
  readonly type: 'int4' | 'int2' | 'float4' | 'bool' | 'text' | 'bytea'
  /** The fields of the row that it holds: a player's two, or one. */
  readonly guid?: string
  readonly field?: string
  readonly codec: Codec<unknown>
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

/** `target` for `target_guid`, `player` for a bare `guid`. */
function personOf(guid: string): string {
  return guid === 'guid' ? 'player' : guid.slice(0, -'_guid'.length)
}

// a player is stored as the number of his name in the round (round_name): two bytes for an id and a name
function columnsOf(fields: readonly Field[]): FactColumn[] {
  const names = new Set(fields.map(([name]) => name))
  const columns: FactColumn[] = []
  for (const [name, codec] of fields) {
    const type = TYPES[codec.kind]
    if (codec.kind === 'guid') {
      const label = name === 'guid' ? 'name' : `${personOf(name)}_name`
      const person = { name: `${personOf(name)}_no`, type, guid: name, codec } as const
      columns.push(names.has(label) ? { ...person, field: label } : person)
    } else if (codec.kind === 'guids') {
      columns.push({ name: name.replace(/_guids$/, '_nos'), type, guid: name, codec })
    } else if (name !== 'name' && !(name.endsWith('_name') && names.has(`${name.slice(0, -5)}_guid`))) {
      columns.push({ name, type, field: name, codec })
    }
  }
  return columns
}

/** The table of every section, in the order of the file. */
export const FACT_TABLES: readonly FactTable[] = SECTIONS.map(({ key, fields }) => {
  const columns = columnsOf(fields)
  const packed = PACKED.has(key)
  const words = packed && columns.some(({ codec }) => codec.kind === 'word')
  return { key, table: `fact_${key}`, columns, packed, words }
})
