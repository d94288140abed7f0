import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { eachEngine } from '../../tests/support/databases.ts'
import { dump } from '../../tests/support/dump.ts'
import { importRounds } from '../api/served.fixtures.ts'
import type { Database } from './database.ts'
import { derived } from './migrations/derived.ts'
import { packedSums } from './migrations/packed-sums.ts'

const STATEMENT = derived.statements.find((statement) => statement.startsWith('create table derived_reaction'))

/** Takes the schema back behind the step, with the rows that a database of that time had. */
async function takeBack(db: Kysely<Database>): Promise<void> {
  const rows = await db.selectFrom('derived_reaction').selectAll().execute()
  for (const gone of [
    'table derived_reaction',
    'table derived_fight_area',
    'index rounds_counted',
    'index rounds_left_out',
  ]) {
    await sql.raw(`drop ${gone}`).execute(db)
  }
  await sql.raw(STATEMENT as string).execute(db)
  const fights = (bins: Uint8Array, from: number) =>
    `{${Array.from({ length: 20 }, (_, bin) => bins.filter((byte) => byte === from + bin).length)}}`
  for (const { bins, ...row } of rows) {
    const values = [...Object.values(row), fights(bins, 0), fights(bins, 20)]
    await sql`insert into derived_reaction values (${sql.join(values)})`.execute(db)
  }
}

eachEngine('packed sums', (store) => {
  test('a database from before has what importing today makes, also of a round without fights', async () => {
    const { db } = store()
    await importRounds(store(), [
      { seed: 1, start: 1_771_500_000 },
      { seed: 2, start: 1_771_501_000, map_name: 'radar' },
    ])
    await sql`delete from derived_fight_cell where round_id = (select max(id) from rounds)`.execute(db)
    await sql`update derived_fight_area set cells = '' where round_id = (select max(id) from rounds)`.execute(db)
    const made = await dump(store())
    expect(made.derived_reaction?.length).toBeGreaterThan(10)
    await takeBack(db)
    for (const statement of packedSums.statements) await sql.raw(statement).execute(db)
    expect(await dump(store())).toEqual(made)
  })
})
