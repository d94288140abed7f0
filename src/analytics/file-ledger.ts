import type { Kysely } from 'kysely'
import { changedSettings, settingsIn } from '../format/changed-settings.ts'
import type { Header } from '../format/header.ts'
import type { Completeness, Problem } from '../format/round.ts'
import type { Database, FileState } from '../store/database.ts'
import { type Cursor, idOf, pageOf } from './page.ts'

/** Problems shown of one file. */
const SHOWN_PROBLEMS = 20

/** Files that were given to the importer and what became of them, the newest first. */
export async function fileLedger(db: Kysely<Database>, state: FileState | null, limit: number, after: Cursor | null) {
  let query = db
    .selectFrom('round_file')
    .innerJoin('server', 'server.id', 'round_file.server_id')
    .leftJoin('rounds', 'rounds.file_id', 'round_file.id')
  if (state !== null) query = query.where('round_file.state', '=', state)
  // the numbers are given in the order of arrival
  if (after !== null) query = query.where('round_file.id', '<', idOf(after))
  const rows = await query
    .select([
      'round_file.id',
      'round_file.name',
      'server.name as server',
      'size_bytes',
      'sha256',
      'state',
      'reason',
      'round_file.round_id',
      'round_file.completeness',
      'round_file.format',
      'round_file.build',
      'rows_accepted',
      'rows_reported',
      'problem_count',
      'problems',
      'imported_at',
      'rounds.header',
    ])
    .orderBy('round_file.id', 'desc')
    .limit(limit + 1)
    .execute()
  const { page, next } = pageOf(rows, limit, ({ id }) => ({ value: 0, key: String(id) }))
  return {
    counts: await fileCounts(db),
    files: page.map(({ sha256, problems, imported_at, header, ...row }) => ({
      ...row,
      reason: row.reason ?? incompleteBecause(row.completeness, problems),
      tracker: header && trackerOf(header),
      sha256: Buffer.from(sha256).toString('hex'),
      problems: problems.slice(0, SHOWN_PROBLEMS),
      imported_at: imported_at.toISOString(),
    })),
    next,
  }
}

function incompleteBecause(completeness: Completeness | null, problems: readonly Problem[]): string | null {
  if (completeness !== 'incomplete') return null
  return problems.find(({ section }) => section === 'file')?.reason ?? null
}

function trackerOf({ tracker, tracker_version_full, build_hash, settings }: Header) {
  // a header of before the key was known lacks it
  return {
    name: tracker ?? null,
    version: tracker_version_full ?? null,
    build_hash: build_hash ?? null,
    changed_settings: settings == null ? null : changedSettings(settingsIn(settings)),
  }
}

/** Files by state. */
export async function fileCounts(db: Kysely<Database>): Promise<Record<FileState, number>> {
  const rows = await db
    .selectFrom('round_file')
    .groupBy('state')
    .select(({ fn }) => ['state', fn.countAll<number>().as('files')])
    .execute()
  const counts = { imported: 0, superseded: 0, rejected: 0 }
  for (const { state, files } of rows) counts[state] = files
  return counts
}
