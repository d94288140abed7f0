import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate, pendingMigrations } from '../store/migrate.ts'
import { openStore, type Store, type StoreLocation } from '../store/open.ts'
import type { Settings } from './settings/table.ts'
import { missingRights } from './table-rights.ts'
import { UserError } from './user-error.ts'

type Work<T> = (store: Store) => Promise<T>

/**
 * Opens the database of the settings, brings its schema up to date and checks that it may be written to: a missing
 * right stops the start and not, later, half of an import (L-26). It is closed after the work, whatever happens.
 */
export async function withDatabase<T>(settings: Settings, work: Work<T>): Promise<T> {
  return await withDatabaseAsItIs(settings, async (store) => {
    await migrate(store.db)
    const [missing] = await missingRights(store.reader)
    if (missing !== undefined) {
      const { table, rights } = missing
      throw new UserError(
        `the database user may not ${rights.join(', ')} in the table ${table}: grant it, or let one user own all tables (docs/operations.md)`,
      )
    }
    return await work(store)
  })
}

/** The same for work that only reads, but needs the schema of this version. */
export async function withReadableDatabase<T>(settings: Settings, work: Work<T>): Promise<T> {
  requireDatabase(settings)
  return await withDatabaseAsItIs(settings, async (store) => {
    if ((await pendingMigrations(store.reader)).length > 0) {
      throw new UserError(`the schema of ${store.place} is older than this version: run proximity migrate`)
    }
    return await work(store)
  })
}

/** The same for work on whatever is there. */
export async function withDatabaseAsItIs<T>(settings: Settings, work: Work<T>): Promise<T> {
  const limits = { statement_timeout_ms: settings.statementTimeoutMs }
  const store = await openStore(locationOf(settings), { ...limits, migrate: false })
  try {
    // the reader gives up soon on a server that is silent
    await sql`select 1`.execute(store.reader)
    return await work(store)
  } finally {
    await store.close()
  }
}

function locationOf({ databaseUrl, dataFolder }: Settings): StoreLocation {
  return databaseUrl === '' ? { folder: dataFolder } : { url: databaseUrl }
}

/** Stops a command that would make a database only to find it empty. */
export function requireDatabase(settings: Settings): void {
  if (hasDatabase(settings)) return
  throw new UserError(
    `there is no database in ${settings.dataFolder} yet: proximity import or proximity serve makes it, or set PROXIMITY_DATA_DIR or DATABASE_URL`,
  )
}

/** False where the embedded database has never been started; opening it would make it. */
export function hasDatabase({ databaseUrl, dataFolder }: Settings): boolean {
  return databaseUrl !== '' || existsSync(join(dataFolder, 'postgres', 'PG_VERSION'))
}
