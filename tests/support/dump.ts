import { sql } from 'kysely'
import { FACT_TABLES } from '../../src/store/fact-columns.ts'
import type { Store } from '../../src/store/open.ts'
import { DERIVED_TABLES } from '../../src/store/round-tables.ts'
import { matesOf } from '../../src/store/trade-mates.ts'

type Row = Record<string, unknown>

const VIEWS = ['player_teamplay_stats', 'crossfire_pairs', 'map_kill_heatmap', 'map_movement_heatmap', 'player_aliases']

/**
 * Everything that is stored, as text per table, without what depends on the order or the time of import: serial numbers
 * are replaced by what they stand for, rows are sorted.
 */
export async function dump({ db }: Store): Promise<Record<string, string[]>> {
  const rounds = await all(db, 'rounds')
  const servers = new Map((await all(db, 'server')).map((row) => [row.id, row.name]))
  const files = new Map((await all(db, 'round_file')).map((row) => [row.id, hex(row.sha256)]))
  const people = await all(db, 'player')
  const players = new Map(people.map((row) => [row.id, row.guid]))
  const key = (row: Row) =>
    `${servers.get(row.server_id)}|${row.map_name}|${row.round_start_unix}|${row.round_date}|${row.round_time}`
  const keys = new Map(rounds.map((row) => [row.id, key(row)]))
  const player = (id: unknown) => (id === null ? null : players.get(id))
  const named = (row: Row): Row => {
    const out: Row = {}
    for (const [column, value] of Object.entries(row)) {
      if (column === 'round_id') out.round = value === null ? null : keys.get(value)
      else if (/^(player|target|killer|victim|player1|player2)_id$/.test(column)) out[column] = player(value)
      else if (/_ids$/.test(column)) out[column] = (value as number[] | null)?.map(player)
      else if (column === 'mates') {
        const mates = Object.values(matesOf(value as number[] | null))
        out[column] = mates.map((list) =>
          list.map(({ player_id, ...rest }) => ({ player: player(player_id), ...rest })),
        )
      } else if (value instanceof Uint8Array) out[column] = hex(value)
      else if (!(value instanceof Date)) out[column] = value
    }
    return out
  }
  const tables: Record<string, string[]> = {
    rounds: rounds.map((row) =>
      text({
        ...row,
        id: key(row),
        server_id: servers.get(row.server_id),
        file_id: files.get(row.file_id),
        gaming_session_id: keys.get(row.gaming_session_id),
        created_at: null,
      }),
    ),
    round_file: (await all(db, 'round_file')).map((row) =>
      text({ ...named(row), id: null, server_id: servers.get(row.server_id), reason: null }),
    ),
    player: people.map(({ guid, kind }) => `${guid} ${kind}`),
  }
  for (const table of [...FACT_TABLES.map(({ table }) => table), 'round_name', ...DERIVED_TABLES]) {
    tables[table] = (await all(db, table)).map((row) => text(named(row)))
  }
  for (const view of VIEWS) tables[view] = (await all(db, view)).map(({ id: _, ...row }) => text(named(row)))
  for (const rows of Object.values(tables)) rows.sort()
  return tables
}

async function all(db: Store['db'], table: string): Promise<Row[]> {
  return (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows
}

function hex(bytes: unknown): string {
  return Buffer.from(bytes as Uint8Array).toString('hex')
}

/** JSON with sorted keys: engines give columns and JSON objects in orders of their own. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
