import { type Kysely, sql } from 'kysely'
import type { Database } from '../store/database.ts'
import { MIGRATIONS } from '../store/migrate.ts'

const NEEDED = ['select', 'insert', 'update', 'delete'] as const

/** What the migrations make, by kind; a later one may make it anew. */
function made(kind: 'table' | 'view'): string[] {
  const statement = new RegExp(`^create ${kind} (\\w+)`)
  const names = MIGRATIONS.flatMap(({ statements }) => statements.flatMap((text) => statement.exec(text)?.[1] ?? []))
  return [...new Set(names)]
}

const TABLES = made('table')
/** Every view of the schema. */
export const VIEWS: readonly string[] = made('view')

/** A table and what the database user may not do with it. */
export interface MissingRight {
  readonly table: string
  readonly rights: readonly string[]
}

/** The tables that the database user may not read and write; a table that is not there lacks nothing. */
export async function missingRights(db: Kysely<Database>): Promise<MissingRight[]> {
  const { rows } = await sql<{ name: string; right: string }>`
    select name, "right" from unnest(${list([...TABLES, ...VIEWS, 'schema_migration'])}) with ordinality one (name, place), unnest(${list(NEEDED)}) "right"
    where to_regclass(name) is not null and not has_table_privilege(to_regclass(name)::oid, "right")
      and ("right" = 'select' or name = any(${list(TABLES)}))
    order by place`.execute(db)
  const missing = new Map<string, string[]>()
  for (const { name, right } of rows) missing.set(name, [...(missing.get(name) ?? []), right])
  return [...missing].map(([table, rights]) => ({ table, rights }))
}

function list(words: readonly string[]) {
  return sql`array[${sql.join(words)}]::text[]`
}
