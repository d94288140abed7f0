import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import { botEngagements } from './migrations/bot-engagements.ts'
import { core } from './migrations/core.ts'
import { crossfireIndex } from './migrations/crossfire-index.ts'
import { derived } from './migrations/derived.ts'
import { derivedViews } from './migrations/derived-views.ts'
import { factViews } from './migrations/fact-views.ts'
import { facts } from './migrations/facts.ts'
import { functions } from './migrations/functions.ts'
import { latestNames } from './migrations/latest-names.ts'
import { mapPlaces } from './migrations/map-places.ts'
import type { Migration } from './migrations/migration.ts'
import { opponents } from './migrations/opponents.ts'
import { packedCells } from './migrations/packed-cells.ts'
import { packedSums } from './migrations/packed-sums.ts'
import { pairChances } from './migrations/pair-chances.ts'
import { presenceBlocks } from './migrations/presence-blocks.ts'
import { pushDeaths } from './migrations/push-deaths.ts'
import { roundIndexes } from './migrations/round-indexes.ts'
import { trackerFacts } from './migrations/tracker-facts.ts'
import { tradeMates } from './migrations/trade-mates.ts'

/** Every step of the schema, in order. Append only. */
export const MIGRATIONS: readonly Migration[] = [
  core,
  facts,
  derived,
  functions,
  factViews,
  derivedViews,
  botEngagements,
  trackerFacts,
  packedSums,
  packedCells,
  mapPlaces,
  pairChances,
  roundIndexes,
  latestNames,
  opponents,
  pushDeaths,
  presenceBlocks,
  tradeMates,
  crossfireIndex,
]

/** The database cannot be brought to this version of the program; the message says why and what to do. */
export class SchemaError extends Error {
  override name = 'SchemaError'
}

// any constant will do: it keeps two starting processes from migrating at once
const LOCK = 7_036_874

function checksumOf({ name, statements }: Migration): string {
  return createHash('sha256')
    .update(JSON.stringify([name, statements]))
    .digest('hex')
}

/**
 * Applies the steps that the database lacks, each in one transaction under a lock, and gives their names. Throws a
 * {@link SchemaError} if the database was made by a newer program or a released step differs.
 */
export async function migrate(db: Kysely<Database>, migrations: readonly Migration[] = MIGRATIONS): Promise<string[]> {
  const applied: string[] = []
  for (;;) {
    const step = await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
      // "if not exists" would ask for the right to create tables, which a start without a new step needs not have
      if (!(await hasSteps(trx))) {
        await sql`create table schema_migration (
          name text primary key, checksum text not null, applied_at timestamp with time zone not null default now()
        )`.execute(trx)
      }
      const next = await pendingStep(trx, migrations)
      if (next === undefined) return undefined
      for (const statement of next.statements) await sql.raw(statement).execute(trx)
      await trx
        .insertInto('schema_migration')
        .values({ name: next.name, checksum: checksumOf(next) })
        .execute()
      return next.name
    })
    if (step === undefined) return applied
    applied.push(step)
  }
}

async function pendingStep(db: Kysely<Database>, migrations: readonly Migration[]): Promise<Migration | undefined> {
  const done = await db.selectFrom('schema_migration').select(['name', 'checksum']).execute()
  const known = new Map(migrations.map((migration) => [migration.name, checksumOf(migration)]))
  for (const { name, checksum } of done) {
    const expected = known.get(name)
    if (expected === undefined) {
      throw new SchemaError(
        `the database has the schema step "${name}", which this version does not know: use the newer version that made it, or restore a backup`,
      )
    }
    if (expected !== checksum) {
      throw new SchemaError(
        `the schema step "${name}" in the database is not the one of this version: use the version that made it, or restore a backup`,
      )
    }
  }
  const names = new Set(done.map(({ name }) => name))
  return migrations.find(({ name }) => !names.has(name))
}

/** The steps that {@link migrate} would apply. */
export async function pendingMigrations(db: Kysely<Database>): Promise<string[]> {
  if (!(await hasSteps(db))) return MIGRATIONS.map(({ name }) => name)
  const pending: string[] = []
  const done = await db.selectFrom('schema_migration').select('name').execute()
  for (const { name } of MIGRATIONS) if (!done.some((step) => step.name === name)) pending.push(name)
  return pending
}

async function hasSteps(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ found: string | null }>`select to_regclass('schema_migration')::text as found`.execute(
    db,
  )
  return rows[0]?.found != null
}
