import { type Kysely, sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { MIGRATIONS, pendingMigrations } from '../../store/migrate.ts'
import type { Store } from '../../store/open.ts'
import { hasDatabase, withDatabaseAsItIs } from '../database.ts'
import { sentenceOf } from '../failure.ts'
import { counted } from '../printable.ts'
import { addressOf, type Status } from '../running-server.ts'
import type { Settings } from '../settings/table.ts'
import { missingRights } from '../table-rights.ts'
import { about, type Finding } from './finding.ts'

const subject = about('database')
const OLDEST_VERSION = 15
const CLOCK_ERROR_S = 60

/** Whether the database can be reached, has the schema of this version and may be written to. */
export async function checkDatabase(
  settings: Settings,
  running: Status | 'something else' | 'nothing',
): Promise<Finding[]> {
  if (!hasDatabase(settings)) {
    return [subject.ok(`the embedded one in ${settings.dataFolder} is made at the first start`)]
  }
  try {
    return await withDatabaseAsItIs(settings, checkStore)
  } catch (error) {
    const locked = error instanceof Error && error.name === 'LockedError'
    if (!locked) return [subject.problem(sentenceOf(error), 'see docs/operations.md')]
    if (typeof running === 'string') {
      return [
        subject.warning(
          `another process uses it, and no server of ours answers at ${addressOf(settings)}`,
          'wait until it is done, or check PROXIMITY_HOST and PROXIMITY_PORT',
        ),
      ]
    }
    return [
      running.database === 'ok'
        ? subject.ok(`in use by the running server, which says it is well; schema ${running.schema}`)
        : subject.problem('the running server cannot reach it', "look into the server's log"),
    ]
  }
}

async function checkStore({ reader: db, place, engine }: Store): Promise<Finding[]> {
  const { rows } = await sql<{ version: number; now: number }>`
    select current_setting('server_version_num')::integer / 10000 as version, extract(epoch from now())::float8 as now`.execute(
    db,
  )
  const { version = 0, now = 0 } = rows[0] ?? {}
  const found = [
    version < OLDEST_VERSION
      ? subject.problem(`${place} is PostgreSQL ${version}`, `use version ${OLDEST_VERSION} or later`)
      : subject.ok(`${place}, ${engine === 'pglite' ? 'embedded ' : ''}PostgreSQL ${version}`),
  ]
  const off = Math.round(Math.abs(now - Date.now() / 1000))
  if (off > CLOCK_ERROR_S) {
    found.push(about('clock').warning(`the database server's clock differs by ${off} s`, 'set both clocks'))
  }
  return [...found, ...(await checkSchema(db)), ...(await checkRights(db))]
}

async function checkSchema(db: Kysely<Database>): Promise<Finding[]> {
  const schema = about('schema')
  const pending = await pendingMigrations(db)
  if (pending.length === MIGRATIONS.length) return [schema.ok('made at the first start')]
  const known = MIGRATIONS.map(({ name }) => name)
  const done = await db.selectFrom('schema_migration').select('name').execute()
  const newer = done.find(({ name }) => !known.includes(name))
  if (newer !== undefined) {
    return [schema.problem(`the step "${newer.name}" is of a newer version`, 'use that version, or restore a backup')]
  }
  if (pending.length > 0) {
    return [schema.warning(`${counted(pending.length, 'step')} behind`, 'make a backup and run proximity migrate')]
  }
  return [schema.ok('of this version'), ...(await checkDerived(db))]
}

/** A migration cannot derive: what it marked as due waits for a rebuild. */
async function checkDerived(db: Kysely<Database>): Promise<Finding[]> {
  const { bots, places } = await db
    .selectFrom('derived_round')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('bot_engagements', 'is', null).as('bots'),
      fn.countAll<number>().filterWhere('presence_ms', 'is', null).as('places'),
    ])
    .executeTakeFirstOrThrow()
  const found: Finding[] = []
  const due = (words: string) => found.push(about('numbers').warning(words, 'run proximity rebuild'))
  if (bots > 0) due(`${counted(bots, 'round')} with bots still count${bots === 1 ? 's' : ''} the fights with them`)
  if (places > 0) due(`${counted(places, 'round')} ${places === 1 ? 'is' : 'are'} on no map yet`)
  return found
}

async function checkRights(db: Kysely<Database>): Promise<Finding[]> {
  const rights = about('rights')
  const missing = await missingRights(db)
  if (missing.length === 0) return [rights.ok('all tables may be read and written')]
  return missing.map(({ table, rights: words }) =>
    rights.problem(`this database user may not ${words.join(', ')} in ${table}`, 'grant it (docs/operations.md)'),
  )
}
