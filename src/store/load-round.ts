import type { Kysely } from 'kysely'
import { type SensorState, SILENT_HEADER } from '../format/header.ts'
import type { Round } from '../format/round.ts'
import { type Rows, SECTIONS } from '../format/sections.ts'
import type { RoundNames } from '../metrics/name-numbers.ts'
import type { Database } from './database.ts'
import { FACT_TABLES } from './fact-columns.ts'
import { rowOf } from './fact-rows.ts'
import { loadFacts } from './load-facts.ts'

const NOTHING_UNKNOWN: Round['unknown'] = { header: [], sections: [], extra_columns: [], extra_column_rows: 0 }

/** The state of every sensor from the stored ones: what is not stored is unknown. */
export function allSensors(stored: Readonly<Record<string, SensorState>> | null): Round['sensors'] {
  const states = SECTIONS.map(({ key }) => [key, stored?.[key] ?? 'unknown'])
  return Object.fromEntries(states) as Round['sensors']
}

/** The round as its file told it, from its facts; undefined if there is none, or none with telemetry. */
export async function loadRound(db: Kysely<Database>, roundId: number): Promise<Round | undefined> {
  const stored = await db.selectFrom('rounds').selectAll().where('id', '=', roundId).executeTakeFirst()
  if (stored?.header == null || stored.format === null || stored.completeness === null) return undefined
  const people = await db
    .selectFrom('round_name')
    .select(['name_no', 'guid', 'name'])
    .where('round_id', '=', roundId)
    .orderBy('name_no')
    .execute()
  const names: RoundNames = {
    at(no) {
      const named = people[no]
      if (named?.name_no !== no) throw new RangeError(`round ${roundId} has no name ${no}`)
      return named
    },
  }
  const rows: Record<string, unknown[]> = {}
  for (const table of FACT_TABLES) {
    rows[table.key] = (await loadFacts(db, table, roundId)).map((row) => rowOf(table, row, names))
  }
  return {
    format: stored.format,
    build: stored.build ?? '',
    build_exact: stored.build_exact,
    // the keys that were not known yet when it was stored
    header: { ...SILENT_HEADER, ...stored.header },
    rows: rows as unknown as Rows,
    sensors: allSensors(stored.sensors),
    sections: stored.sections as Round['sections'],
    completeness: stored.completeness,
    unknown: stored.unknown_parts ?? NOTHING_UNKNOWN,
  }
}
