import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { VIEWS } from '../table-rights.ts'
import { csvLine } from './csv-line.ts'
import { rowsOf } from './snapshot.ts'
import { openTarget } from './target.ts'

interface CsvOptions {
  /** With the views that sum up many rounds. */
  readonly everything: boolean
  readonly folder: string
}

interface Column {
  readonly name: string
  readonly type: string
}

const SORTED_BY = ['id', 'track_no', 'sample_no', 'name_no']

// a cell of JSON can be megabytes
const ROWS_AT_ONCE = 2_000
const JSON_ROWS_AT_ONCE = 20

/** Writes one file per view, and one for the rounds themselves; gives how many. */
export async function exportCsv(trx: Kysely<Database>, ids: readonly number[], options: CsvOptions): Promise<number> {
  await mkdir(options.folder, { recursive: true })
  let files = 0
  for (const view of ['rounds', ...VIEWS]) {
    const columns = await columnsOf(trx, view)
    const key = view === 'rounds' ? 'id' : columns.find(({ name }) => name === 'round_id')?.name
    if (key === undefined && !options.everything) continue
    const target = await openTarget(join(options.folder, `${view}.csv`))
    try {
      await target.write(csvLine(columns.map(({ name }) => name)))
      // round by round, so that no sort and no join has to hold the rows of all
      for (const id of key === undefined ? [undefined] : ids) {
        const where = id === undefined ? sql`` : sql`where ${sql.ref(key as string)} = ${sql.lit(id)}`
        for await (const row of rowsOf(trx, select(view, columns, where), rowsAtOnce(columns))) {
          await target.write(csvLine(columns.map(({ name }) => row[name])))
        }
      }
      await target.end()
    } catch (error) {
      await target.discard()
      throw error
    }
    files += 1
  }
  return files
}

function select(view: string, columns: readonly Column[], where: ReturnType<typeof sql>) {
  const order = SORTED_BY.filter((name) => columns.some((column) => column.name === name)).map((name) => sql.ref(name))
  const sorted = order.length === 0 ? sql`` : sql`order by ${sql.join(order)}`
  return sql`select ${sql.join(columns.map(({ name }) => sql.ref(name)))} from ${sql.table(view)} ${where} ${sorted}`
}

function rowsAtOnce(columns: readonly Column[]): number {
  return columns.some(({ type }) => type === 'jsonb') ? JSON_ROWS_AT_ONCE : ROWS_AT_ONCE
}

async function columnsOf(trx: Kysely<Database>, view: string): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = to_regclass(${view}) and attnum > 0 and not attisdropped order by attnum`.execute(trx)
  return rows
}
