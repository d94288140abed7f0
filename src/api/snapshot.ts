import type { Kysely } from 'kysely'
import { dataVersion } from '../store/data-version.ts'
import type { Database } from '../store/database.ts'
import { DataError, RequestError } from './request-error.ts'

/**
 * Reads everything of one answer from the same state of the data, read-only, and tells which state it was. Whatever
 * fails meanwhile is a {@link DataError}.
 */
export async function inSnapshot<T>(
  reader: Kysely<Database>,
  read: (db: Kysely<Database>) => Promise<T>,
): Promise<{ readonly version: number; readonly found: T }> {
  try {
    return await reader
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (db) => {
        return { version: await dataVersion(db), found: await read(db) }
      })
  } catch (error) {
    throw error instanceof RequestError ? error : new DataError(error)
  }
}

/** The state of the data. Fails as {@link inSnapshot} does. */
export async function currentVersion(reader: Kysely<Database>): Promise<number> {
  try {
    return await dataVersion(reader)
  } catch (error) {
    throw new DataError(error)
  }
}
