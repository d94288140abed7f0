import type { Round } from '../format/round.ts'
import type { Derived, RosterPlayer } from '../metrics/derived.ts'
import { nameNumbers } from '../metrics/name-numbers.ts'
import { type Outcome, outcomeOf } from '../metrics/outcome.ts'
import type { RoundsTable } from './database.ts'
import { derivedRows } from './derived-rows.ts'
import { FACT_TABLES } from './fact-columns.ts'
import { columnsOf } from './fact-rows.ts'
import { type Insert, insertsOf, personMark } from './insert-texts.ts'
import { packedInserts } from './packed-facts.ts'

/** What the row of a round takes from its file. */
type RowOfFile = Required<
  Pick<RoundsTable, 'format' | 'build' | 'completeness'> & {
    round_end_unix: number
    build_exact: boolean
    header: string
    sensors: string
    sections: string
    unknown_parts: string | null
  }
> &
  // absent where the file does not tell
  Partial<Outcome>

/** A round as it will be stored: all that can be done without the database, as plain data. */
export interface PreparedRound {
  readonly row: RowOfFile
  readonly people: readonly RosterPlayer[]
  readonly inserts: readonly Insert[]
}

/** Makes a round ready to be saved; `started_unix` as in its row. Takes most of an import's time, and no database. */
export function prepareRound(round: Round, derived: Derived, started_unix: number | null): PreparedRound {
  const { roster } = derived
  return {
    row: {
      round_end_unix: round.header.round_end_unix ?? 0,
      format: round.format,
      build: round.build,
      build_exact: round.build_exact,
      completeness: round.completeness,
      header: JSON.stringify(round.header),
      sensors: JSON.stringify(knownSensors(round.sensors)),
      sections: JSON.stringify(round.sections),
      unknown_parts: isEmpty(round.unknown) ? null : JSON.stringify(round.unknown),
      ...outcomeOf(round),
    },
    people: roster.players,
    inserts: [...nameInserts(derived, started_unix), ...factInserts(round, derived), ...derivedInserts(derived)],
  }
}

// most files know nothing of most sensors
function knownSensors(sensors: Round['sensors']): Partial<Round['sensors']> {
  return Object.fromEntries(Object.entries(sensors).filter(([, state]) => state !== 'unknown'))
}

function isEmpty({ header, sections, extra_column_rows }: Round['unknown']): boolean {
  return header.length === 0 && sections.length === 0 && extra_column_rows === 0
}

function nameInserts({ roster: { names, players } }: Derived, started_unix: number | null): Insert[] {
  return insertsOf('round_name', [
    { name: 'name_no', type: 'int2', values: names.map((_, no) => no) },
    { name: 'player_id', type: 'person', values: names.map(({ player }) => personMark(player)) },
    { name: 'guid', type: 'text', values: names.map(({ player }) => players[player]?.guid) },
    { name: 'name', type: 'text', values: names.map(({ name }) => name) },
    { name: 'started_unix', type: 'int8', values: names.map(() => started_unix) },
  ])
}

function factInserts(round: Round, { roster }: Derived): Insert[] {
  const names = nameNumbers(roster)
  return FACT_TABLES.flatMap((table) => {
    const rows = round.rows[table.key] as readonly object[] as readonly Record<string, unknown>[]
    if (table.packed) return packedInserts(table, rows, names)
    return insertsOf(table.table, columnsOf(table, rows, names), true)
  })
}

/** The inserts of everything that is derived from a round. */
export function derivedInserts(derived: Derived): Insert[] {
  return derivedRows(derived).flatMap(({ table, columns, numbered }) => insertsOf(table, columns, numbered))
}
