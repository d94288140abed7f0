import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, inject } from 'vitest'
import type { Database } from '../../src/store/database.ts'
import { MIGRATIONS, migrate } from '../../src/store/migrate.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { ROUND_TABLES } from '../../src/store/round-tables.ts'

export type Engine = 'pglite' | 'postgres'

/**
 * Runs the same tests on both engines. `store()` is a migrated database that only this file uses, empty at the start of
 * each test (with `keep`, only at the start of the first).
 */
export function eachEngine(
  name: string,
  tests: (store: () => Store, engine: Engine) => void,
  { keep = false } = {},
): void {
  describe.each<Engine>(['pglite', 'postgres'])(`${name} (%s)`, (engine) => {
    let opened: { store: Store; drop: () => Promise<void> } | undefined
    const store = () => {
      if (opened === undefined) throw new Error('the database is open only while tests run')
      return opened.store
    }
    beforeAll(async () => {
      opened = engine === 'pglite' ? await memoryStore() : await serverStore()
    })
    if (!keep) beforeEach(async () => await clear(store()))
    afterAll(async () => {
      await opened?.drop()
    })
    tests(store, engine)
  })
}

/** An embedded database in memory. */
export async function memoryStore(): Promise<{ store: Store; drop: () => Promise<void> }> {
  const store = await openStore({ memory: true }, { snapshot: await snapshot() })
  return { store, drop: store.close }
}

/** A new database on the shared server, and its address. */
export async function serverStore(): Promise<{ store: Store; url: string; drop: () => Promise<void> }> {
  const { url, drop } = await newDatabase()
  const store = await openStore({ url })
  return {
    store,
    url,
    drop: async () => {
      await store.close()
      await drop()
    },
  }
}

/** An empty, unmigrated database on the shared server. */
export async function newDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('databaseUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await admin(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => admin(`drop database ${name} with (force)`) }
}

/** Takes every row out; what the migrations put in stays. */
export async function clear({ db }: Store): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('rounds').set({ file_id: null }).execute()
    for (const table of ROUND_TABLES) await sql`delete from ${sql.table(table)}`.execute(trx)
    for (const table of ['round_file', 'rounds', 'player'] as const) await trx.deleteFrom(table).execute()
    await trx.deleteFrom('server').where('id', '<>', 1).execute()
  })
}

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/pglite')

/** A migrated data directory: booting takes seconds, loading it half of one. */
export async function snapshot(): Promise<Blob> {
  const version = createHash('sha256').update(JSON.stringify(MIGRATIONS)).digest('hex').slice(0, 16)
  const path = join(CACHE, `${version}.tar`)
  if (!existsSync(path)) {
    const pglite = await PGlite.create()
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
    await migrate(db)
    const dump = await pglite.dumpDataDir('none')
    await db.destroy()
    mkdirSync(CACHE, { recursive: true })
    // two test runs may do this at once: the last rename wins, both files are whole
    const partial = `${path}.${process.pid}`
    writeFileSync(partial, Buffer.from(await dump.arrayBuffer()))
    renameSync(partial, path)
  }
  return new Blob([readFileSync(path)])
}
