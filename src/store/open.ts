import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { preparedPool } from './prepared-pool.ts'
import { lockFolder } from './process-lock.ts'

/** An open database, migrated. */
export interface Store {
  readonly db: Kysely<Database>
  /** For questions: read-only, each statement ends after a limit of time (server databases; L-69). */
  readonly reader: Kysely<Database>
  readonly engine: 'postgres' | 'pglite'
  /** For people: where the data is, without password. */
  readonly place: string
  close(): Promise<void>
}

/** Where the data is: a PostgreSQL server, a folder of the embedded one, or memory. */
export type StoreLocation = { readonly url: string } | { readonly folder: string } | { readonly memory: true }

export interface OpenOptions {
  /** Longest time that a question may take, ms. */
  readonly statement_timeout_ms?: number
  /** Ready data directory to start the embedded database from (tests). */
  readonly snapshot?: Blob
  /** False: the schema is left as it is. */
  readonly migrate?: boolean
}

const BYTEA = 17
const INT8 = 20
const DATE = 1082
const NUMERIC = 1700
/** What the planner shall know of questions: the rows of a round lie together, mostly in memory, and take no compiling. */
const READING = { random_page_cost: '0.1', seq_page_cost: '0.1', jit: 'off' }

/** Opens the database and brings its schema up to date. The same code and SQL for both engines. */
export async function openStore(location: StoreLocation, options: OpenOptions = {}): Promise<Store> {
  const store = 'url' in location ? openServer(location.url, options) : await openEmbedded(location, options)
  try {
    if (options.migrate !== false) await migrate(store.db)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

function openServer(url: string, { statement_timeout_ms = 10_000 }: OpenOptions): Store {
  // counts, sums and dates arrive as what they are: numbers and the text of a day
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  types.setTypeParser(NUMERIC, Number)
  types.setTypeParser(DATE, (text) => text)
  const pool = (options: pg.PoolConfig) => {
    const made = new pg.Pool({ connectionString: url, types, ...options })
    // an idle connection that the server drops must not end the process; the next query reports what is wrong
    made.on('error', () => undefined)
    return made
  }
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparedPool(pool({ max: 4 })) }) })
  const reader = new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: pool({
        max: 8,
        connectionTimeoutMillis: 5_000,
        options: Object.entries({
          statement_timeout: statement_timeout_ms,
          default_transaction_read_only: 'on',
          ...READING,
        })
          .map(([name, value]) => `-c ${name}=${value}`)
          .join(' '),
      }),
    }),
  })
  return {
    db,
    reader,
    engine: 'postgres',
    place: withoutPassword(url),
    close: async () => {
      await reader.destroy()
      await db.destroy()
    },
  }
}

/** A database address as it may be shown. */
function withoutPassword(url: string): string {
  try {
    const address = new URL(url)
    address.password = ''
    address.search = ''
    return address.href
  } catch {
    return 'the server of DATABASE_URL'
  }
}

/** Makes an empty database beside its place: one that was broken off half-way is never taken for a whole one. */
async function makeDatabase(dataDir: string, { snapshot }: OpenOptions): Promise<void> {
  const unfinished = `${dataDir}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  const pglite = await PGlite.create({
    dataDir: unfinished,
    ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
  })
  await pglite.close()
  renameSync(unfinished, dataDir)
}

async function openEmbedded(location: { folder: string } | { memory: true }, options: OpenOptions): Promise<Store> {
  const folder = 'folder' in location ? location.folder : undefined
  const unlock = folder === undefined ? () => undefined : lockFolder(folder)
  try {
    const dataDir = folder === undefined ? undefined : join(folder, 'postgres')
    if (dataDir !== undefined && !existsSync(dataDir)) await makeDatabase(dataDir, options)
    const pglite = await PGlite.create({
      ...(dataDir === undefined ? {} : { dataDir }),
      ...(dataDir !== undefined || options.snapshot === undefined ? {} : { loadDataDir: options.snapshot }),
      // spelt in hexadecimal, as PGlite would, six megabytes took about a second; bytes it hands on as they are, whatever its
      // types say
      serializers: { [BYTEA]: (bytes: Uint8Array) => bytes as unknown as string },
      parsers: { [INT8]: Number, [NUMERIC]: Number, [DATE]: (text: string) => text },
    })
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) })
    // the embedded engine has one connection: questions wait for a running import, and cannot be cut off
    for (const [name, value] of Object.entries(READING)) {
      await sql`set ${sql.ref(name)} = ${sql.lit(value)}`.execute(db)
    }
    return {
      db,
      reader: db,
      engine: 'pglite',
      place: folder ?? 'memory',
      close: async () => {
        await db.destroy()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
