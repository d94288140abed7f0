import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { dump } from '../../tests/support/dump.ts'
import { importRounds } from '../api/served.fixtures.ts'
import type { Database } from './database.ts'
import { derived } from './migrations/derived.ts'
import type { Migration } from './migrations/migration.ts'
import { packedCells } from './migrations/packed-cells.ts'
import { packedSums } from './migrations/packed-sums.ts'
import { unpackRows } from './packed-rows.ts'

const TABLES = ['derived_reaction', 'derived_cell', 'derived_fight_cell'].map((table) =>
  derived.statements.find((statement) => statement.startsWith(`create table ${table} `)),
)

/** Takes the schema back behind the steps, with the rows that a database of that time had. */
async function takeBack(db: Kysely<Database>): Promise<void> {
  const reactions = await db.selectFrom('derived_reaction').selectAll().execute()
  const areas = await db.selectFrom('derived_area').selectAll().execute()
  for (const gone of [
    'view map_kill_heatmap',
    'table derived_reaction',
    'table derived_area',
    'index rounds_counted',
    'index rounds_left_out',
  ]) {
    await sql.raw(`drop ${gone}`).execute(db)
  }
  for (const statement of TABLES) await sql.raw(statement as string).execute(db)
  const insert = async (table: string, values: readonly unknown[]) => {
    await sql`insert into ${sql.table(table)} values (${sql.join(values)})`.execute(db)
  }
  const fights = (bins: Uint8Array, from: number) =>
    `{${Array.from({ length: 20 }, (_, bin) => bins.filter((byte) => byte === from + bin).length)}}`
  for (const { bins, ...row } of reactions) {
    await insert('derived_reaction', [...Object.values(row), fights(bins, 0), fights(bins, 20)])
  }
  for (const { round_id, fight_cells, kill_cells } of areas) {
    for (const row of unpackRows(fight_cells, 5)) await insert('derived_fight_cell', [round_id, ...row])
    for (const row of unpackRows(kill_cells, 6)) await insert('derived_cell', [round_id, ...row])
  }
}

/** The statements of a step about some tables. */
const about = (step: Migration, names: RegExp) => step.statements.filter((statement) => names.test(statement))

eachEngine('packed sums', (store) => {
  test('a database from before has what importing today makes, also of a round without fights', async () => {
    const { db } = store()
    await importRounds(store(), [
      { seed: 1, start: 1_771_500_000 },
      { seed: 2, start: 1_771_501_000, map_name: 'radar' },
    ])
    const nothing = { fight_places: new Uint8Array(), fight_cells: new Uint8Array(), kill_cells: new Uint8Array() }
    const { id } = await db.selectFrom('rounds').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
    await db.updateTable('derived_area').set(nothing).where('round_id', '=', id).execute()
    const made = await dump(store())
    expect(made.derived_reaction?.length).toBeGreaterThan(10)
    expect(made.derived_area).toHaveLength(2)
    expect(made.map_kill_heatmap?.length).toBeGreaterThan(3)
    await takeBack(db)
    const steps = [
      ...packedSums.statements,
      ...about(packedCells, /pack_number\(value|derived_area|derived_cell|drop function/),
    ]
    for (const statement of steps) await sql.raw(statement).execute(db)
    expect(await dump(store())).toEqual(made)
  })
})
