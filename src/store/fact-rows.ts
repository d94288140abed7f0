import { type Attacker, type Codec, type Path, PLAYER_CLASSES, type Positions, TEAMS } from '../format/codec.ts'
import type { NameNumbers, RoundNames } from '../metrics/name-numbers.ts'
import { attackersBytes, attackersOf, type StoredAttacker } from './attacker-bytes.ts'
import type { FactColumn, FactTable } from './fact-columns.ts'
import type { BulkColumn } from './insert-texts.ts'
import { packRows, unpackRows } from './packed-rows.ts'
import { pathBytes, pathOf, positionsBytes, positionsOf } from './path-bytes.ts'

type AnyRow = Readonly<Record<string, unknown>>

/** The rows of a section as columns of its table. */
export function columnsOf(table: FactTable, rows: readonly AnyRow[], names: NameNumbers): BulkColumn[] {
  return table.columns.map((column) => {
    const stored = storedValue(column, names)
    return { name: column.name, type: column.type, values: rows.map(stored) }
  })
}

function storedValue(column: FactColumn, names: NameNumbers): (row: AnyRow) => unknown {
  const { guid, field = '' } = column
  switch (column.codec.kind) {
    case 'guid':
      return (row) => names.of(row[guid as string] as string | null, row[field] as string | null | undefined)
    case 'guids':
      return (row) => {
        const guids = row[guid as string] as readonly string[]
        return packRows(
          guids.map((id) => names.of(id, undefined) as number),
          1,
        )
      }
    case 'team':
      return (row) => indexIn(TEAMS, row[field])
    case 'player_class':
      return (row) => indexIn(PLAYER_CLASSES, row[field])
    case 'positions':
      return (row) => positionsBytes(row[field] as Positions)
    case 'path':
      return (row) => pathBytes(row[field] as Path)
    case 'attackers':
      return (row) =>
        attackersBytes((row[field] as readonly Attacker[]).map((attacker) => storedAttacker(attacker, names)))
    default:
      return (row) => row[field]
  }
}

function indexIn(words: readonly string[], word: unknown): number | null {
  return word === null ? null : words.indexOf(word as string)
}

function storedAttacker({ guid, name, team, ...rest }: Attacker, names: NameNumbers): StoredAttacker {
  return { ...rest, name_no: names.of(guid, name) as number, team: TEAMS.indexOf(team) }
}

/** The row of the section that a row of its table holds. */
export function rowOf(table: FactTable, stored: AnyRow, names: RoundNames): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const column of table.columns) readColumn(column, stored[column.name], names, row)
  return row
}

function readColumn(column: FactColumn, value: unknown, names: RoundNames, row: Record<string, unknown>): void {
  const { guid, field, codec } = column
  if (codec.kind === 'guid') {
    const named = value === null ? undefined : names.at(value as number)
    row[guid as string] = absentIfEmpty(codec, named?.guid)
    if (field !== undefined) row[field] = absentIfEmpty(codec, named?.name)
  } else if (codec.kind === 'guids') {
    row[guid as string] = unpackRows(value as Uint8Array, 1).map(([no]) => names.at(no as number).guid)
  } else row[field as string] = plainValue(codec, value, names)
}

function absentIfEmpty(codec: Codec<unknown>, text: string | undefined): string | null {
  return codec.optional && (text === undefined || text === '') ? null : (text ?? '')
}

function plainValue(codec: Codec<unknown>, value: unknown, names: RoundNames): unknown {
  if (value === null) return null
  switch (codec.kind) {
    case 'team':
      return TEAMS[value as number]
    case 'player_class':
      return PLAYER_CLASSES[value as number]
    case 'positions':
      return positionsOf(value as Uint8Array)
    case 'path':
      return pathOf(value as Uint8Array)
    case 'attackers':
      return attackersOf(value as Uint8Array).map((stored) => attackerOf(stored, names))
    default:
      return value
  }
}

function attackerOf({ name_no, team, ...rest }: StoredAttacker, names: RoundNames): Attacker {
  const { guid, name } = names.at(name_no)
  return { guid, name, ...rest, team: TEAMS[team] as Attacker['team'] }
}
