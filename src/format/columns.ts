import type { Codec, Field } from './codec.ts'

/** A column of a section where a player is one value: the number of his name in the round instead of identifier and name. */
export interface Column {
  /** The column's name. */
  readonly name: string
  /** The fields of the row that it holds: a player's two, or one. */
  readonly guid?: string
  readonly field?: string
  readonly codec: Codec<unknown>
}

/** `target` for `target_guid`, `player` for a bare `guid`. */
function personOf(guid: string): string {
  return guid === 'guid' ? 'player' : guid.slice(0, -'_guid'.length)
}

/** The columns of the fields of a section. */
export function columnsOf(fields: readonly Field[]): readonly Column[] {
  const names = new Set(fields.map(([name]) => name))
  const columns: Column[] = []
  for (const [name, codec] of fields) {
    if (codec.kind === 'guid') {
      const label = name === 'guid' ? 'name' : `${personOf(name)}_name`
      const person = { name: `${personOf(name)}_no`, guid: name, codec } as const
      columns.push(names.has(label) ? { ...person, field: label } : person)
    } else if (codec.kind === 'guids') {
      columns.push({ name: name.replace(/_guids$/, '_nos'), guid: name, codec })
    } else if (name !== 'name' && !(name.endsWith('_name') && names.has(`${name.slice(0, -5)}_guid`))) {
      columns.push({ name, field: name, codec })
    }
  }
  return columns
}
