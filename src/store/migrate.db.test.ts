import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { newDatabase } from '../../tests/support/databases.ts'
import type { Database, DerivedRoundTable } from './database.ts'
import { FACT_TABLES, type FactTable } from './fact-columns.ts'
import { loadFacts } from './load-facts.ts'
import { MIGRATIONS, migrate, pendingMigrations, SchemaError } from './migrate.ts'
import { botEngagements } from './migrations/bot-engagements.ts'
import type { Migration } from './migrations/migration.ts'
import { packedCells } from './migrations/packed-cells.ts'
import { tradeMates } from './migrations/trade-mates.ts'
import { openStore, type Store } from './open.ts'
import { ROUND_TABLES } from './round-tables.ts'
import { matesOf } from './trade-mates.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function unmigrated(engine: string): Promise<Store> {
  if (engine === 'pglite') {
    const store = await openStore({ memory: true }, { migrate: false })
    closing.push(store.close)
    return store
  }
  const { url, drop } = await newDatabase()
  closing.push(drop)
  const store = await openStore({ url }, { migrate: false })
  closing.push(store.close)
  return store
}

/** Every column, index, constraint, view and function, as text. */
async function catalogue(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = current_schema()
    union all select indexdef from pg_indexes where schemaname = current_schema()
    union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
      where connamespace = current_schema()::regnamespace
    union all select viewname || ' ' || definition from pg_views where schemaname = current_schema()
    union all select pg_get_functiondef(oid) from pg_proc where pronamespace = current_schema()::regnamespace
    order by 1`.execute(db)
  return rows.map(({ line }) => line)
}

describe.each(['pglite', 'postgres'])('migrations (%s)', (engine) => {
  test('a fresh and an upgraded database have the same catalogue', async () => {
    const fresh = await unmigrated(engine)
    await migrate(fresh.db)
    const upgraded = await unmigrated(engine)
    for (let version = 1; version <= MIGRATIONS.length; version++) {
      expect(await migrate(upgraded.db, MIGRATIONS.slice(0, version))).toEqual([MIGRATIONS[version - 1]?.name])
    }
    expect(await catalogue(upgraded.db)).toEqual(await catalogue(fresh.db))
    expect(await migrate(upgraded.db)).toEqual([])
  })

  test('a step that fails leaves nothing of itself behind, and the steps before it stay', async () => {
    const { db } = await unmigrated(engine)
    const broken: Migration = { name: 'broken', statements: ['create table half_done ()', 'select no_such_column'] }
    await expect(migrate(db, [...MIGRATIONS, broken])).rejects.toThrow('no_such_column')
    const { rows } = await sql<{ found: string | null }>`select to_regclass('half_done')::text as found`.execute(db)
    expect(rows[0]?.found).toBeNull()
    expect(await pendingMigrations(db)).toEqual([])
  })

  test('rounds in which bots may have fought people are marked as due for a rebuild, no others', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db, MIGRATIONS.slice(0, MIGRATIONS.indexOf(botEngagements)))
    const { rows } = await sql<{ column_name: string }>`select column_name from information_schema.columns
      where table_name = 'derived_round' and table_schema = current_schema()`.execute(db)
    const nothing = Object.fromEntries(rows.map(({ column_name }) => [column_name, 0]))
    for (const [bots, humans, unknown_players] of [
      [0, 6, 0],
      [3, 2, 1],
      [4, 2, 1],
    ] as const) {
      const round = { round_number: 1, round_date: '2026-02-18', round_time: `20${bots}000`, map_name: 'supply' }
      const { id } = await db.insertInto('rounds').values(round).returning('id').executeTakeFirstOrThrow()
      const values = { ...nothing, round_id: id, bots, humans, unknown_players } as unknown as DerivedRoundTable
      await db.insertInto('derived_round').values(values).execute()
    }
    await migrate(db)
    const derived = await db.selectFrom('derived_round').select(['bots', 'bot_engagements']).orderBy('bots').execute()
    expect(derived).toEqual([
      { bots: 0, bot_engagements: 0 },
      { bots: 3, bot_engagements: null },
      { bots: 4, bot_engagements: 0 },
    ])
  })

  test('cells and reactions that stood in rows of their own are packed, and read the same', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db, MIGRATIONS.slice(0, MIGRATIONS.indexOf(packedCells)))
    const random = fc.sample(fc.array(fc.integer({ min: -70_000, max: 70_000 }), { minLength: 5, maxLength: 5 }), {
      numRuns: 40,
      seed: 7,
    })
    const reactions = random.map(([a = 0, b = 0, c = 0, d = 0, e = 0], i) => ({
      ...{
        engagement_id: a,
        num_attackers: Math.abs(b),
        start_time_ms: c,
        end_time_ms: d,
        duration_ms: 2 ** 31 - 1 - i,
      },
      ...{ return_fire_ms: i % 3 === 0 ? null : e, dodge_reaction_ms: i % 5, support_reaction_ms: null },
      ...{ target_no: i % 4, target_team: i % 3, target_class: i % 5 },
      outcome: ['killed', 'null', 'Escaped_2'][(i * i) % 3],
    }))
    const cells = random.map(([grid_x, grid_y, traversal, combat, fled]) => ({
      ...{ grid_x, grid_y, traversal, combat, escape: fled },
    }))
    const kills = random.map(([grid_x, grid_y, axis_kills, allies_kills]) => ({
      ...{ grid_x, grid_y, axis_kills, allies_kills },
    }))
    const stored = { kill_heatmap: kills, movement_heatmap: cells, reaction_metrics: reactions }
    for (const [key, rows] of Object.entries(stored)) {
      for (const [i, row] of [...rows.entries()].reverse()) {
        const columns = { round_id: i % 2, row_no: i >> 1, ...row }
        await sql`insert into ${sql.table(`fact_${key}`)} (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
          values (${sql.join(Object.values(columns))})`.execute(db)
      }
    }
    await migrate(db)
    for (const [key, rows] of Object.entries(stored)) {
      const table = FACT_TABLES.find((one) => one.key === key) as FactTable
      for (const round of [0, 1]) {
        expect(await loadFacts(db, table, round)).toEqual(rows.filter((_, i) => i % 2 === round))
      }
    }
  })

  test('mates of trades that stood in lists of JSON are packed, and read the same', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db, MIGRATIONS.slice(0, MIGRATIONS.indexOf(tradeMates)))
    const rows = [
      { opportunities: [], attempts: [], successes: [], missed: [] },
      {
        ...{
          opportunities: [
            [9, 120.5, 800],
            [4, 33, -20],
          ],
          attempts: [[4, 1500, 18]],
          successes: [[4, 2100]],
        },
        ...{ missed: [[7, 0.1]] },
      },
    ]
    for (const [row_no, lists] of rows.entries()) {
      const texts = Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)])
      const plain = { round_id: 3, victim_id: 1, killer_id: 2, death_time_ms: 1000, trade_window_ms: 3000 }
      const columns = { ...plain, victim_team: 1, is_isolation_death: false, row_no, ...Object.fromEntries(texts) }
      await sql`insert into derived_trade (${sql.join(Object.keys(columns).map((name) => sql.ref(name)))})
        values (${sql.join(Object.values(columns))})`.execute(db)
    }
    await migrate(db)
    const stored = await db.selectFrom('derived_trade').select('mates').orderBy('row_no').execute()
    expect(stored.map(({ mates }) => matesOf(mates))).toEqual([
      { opportunities: [], attempts: [], successes: [], missed: [] },
      {
        opportunities: [
          { player_id: 9, distance: 120.5, delta_ms: 800 },
          { player_id: 4, distance: 33, delta_ms: -20 },
        ],
        attempts: [{ player_id: 4, first_hit_ms: 1500, damage: 18 }],
        successes: [{ player_id: 4, kill_time_ms: 2100 }],
        missed: [{ player_id: 7, distance: 0.1 }],
      },
    ])
  })

  test('a section longer than one packed value is packed into several', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db, MIGRATIONS.slice(0, MIGRATIONS.indexOf(packedCells)))
    await sql`insert into fact_kill_heatmap select 1, n, n, -n, n % 7, 3 from generate_series(0, 10000) n`.execute(db)
    await migrate(db)
    const table = FACT_TABLES.find(({ key }) => key === 'kill_heatmap') as FactTable
    expect(await loadFacts(db, table, 1)).toEqual(
      Array.from({ length: 10_001 }, (_, n) => ({ grid_x: n, grid_y: 0 - n, axis_kills: n % 7, allies_kills: 3 })),
    )
  })

  test('a database of a newer program is refused with a sentence', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db)
    await db.insertInto('schema_migration').values({ name: '2031-01-01-future', checksum: 'x' }).execute()
    await expect(migrate(db)).rejects.toThrow(SchemaError)
    await expect(migrate(db)).rejects.toThrow('does not know: use the newer version')
  })

  test('a released step that differs from the one in the database is refused', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db)
    const [first, ...rest] = MIGRATIONS as [Migration, ...Migration[]]
    const changed = { ...first, statements: [...first.statements, 'select 1'] }
    await expect(migrate(db, [changed, ...rest])).rejects.toThrow('is not the one of this version')
  })

  test('every table with rows of a round is in the list that deleting and replacing goes by', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db)
    const { rows } = await sql<{ name: string }>`select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and c.column_name = 'round_id' and t.table_type = 'BASE TABLE'
        and c.table_name <> 'round_file' order by 1`.execute(db)
    expect(rows.map(({ name }) => name)).toEqual([...ROUND_TABLES].sort())
  })

  test('every table of facts has the columns that the format describes', async () => {
    const { db } = await unmigrated(engine)
    await migrate(db)
    for (const { table, columns, packed, words } of FACT_TABLES) {
      const { rows } = await sql<{ line: string }>`select column_name || ' ' || udt_name || ' ' || is_nullable as line
        from information_schema.columns where table_schema = current_schema() and table_name = ${table}
        and column_name not in ('round_id', 'row_no') order by 1`.execute(db)
      const described = packed
        ? ['rows int4 NO', 'data bytea NO', ...(words ? ['words _text NO'] : [])]
        : columns.map(({ name, type, codec }) => `${name} ${type} ${codec.optional ? 'YES' : 'NO'}`)
      expect(rows.map(({ line }) => line)).toEqual(described.sort())
    }
  })
})

test('two processes that start at once migrate once', async () => {
  const { url, drop } = await newDatabase()
  closing.push(drop)
  const stores = await Promise.all([openStore({ url }, { migrate: false }), openStore({ url }, { migrate: false })])
  closing.push(...stores.map((store) => store.close))
  const applied = await Promise.all(stores.map((store) => migrate(store.db)))
  expect(applied.flat().sort()).toEqual(MIGRATIONS.map(({ name }) => name).sort())
})
