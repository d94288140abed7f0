import { basename } from 'node:path'
import type { Kysely } from 'kysely'
import type { Problem } from '../format/round.ts'
import { touchData } from '../store/data-version.ts'
import type { Database, NewFile } from '../store/database.ts'
import { addFile, compareQuality, contentHash, findFile } from '../store/files.ts'
import { regroupAround } from '../store/gaming-sessions.ts'
import { importTransaction } from '../store/locks.ts'
import { findRound, saveRound } from '../store/save-round.ts'
import { serverId } from '../store/servers.ts'
import { type ReadOptions, type ReadRound, readRoundFile, type SourceFile } from './read-file.ts'

export interface ImportOptions extends ReadOptions {
  /** Server of files whose header names none. */
  readonly server?: string
}

/**
 * What became of a file. `unchanged`: its content is in the ledger already, with the state it has there. `unreadable`:
 * it could not be read from the disk, and stands in no ledger.
 */
export interface ImportResult {
  readonly name: string
  readonly state: 'imported' | 'superseded' | 'rejected' | 'unchanged' | 'unreadable'
  readonly reason: string | null
  readonly round_id: number | null
  readonly completeness: 'complete' | 'incomplete' | 'unverified' | null
  readonly rows_accepted: number
  readonly rows_reported: number
  readonly problems: readonly Problem[]
  readonly problem_count: number
}

/** Problems that the ledger keeps of one file. */
const KEPT_PROBLEMS = 200

/**
 * Imports one file: read by `read`, and stored in one transaction together with its row in the ledger, or not at all.
 * The same content again changes nothing. Throws only if the database or `read` fails.
 */
export async function importFile(
  db: Kysely<Database>,
  file: SourceFile,
  options: ImportOptions,
  read: typeof readRoundFile = readRoundFile,
): Promise<ImportResult> {
  const sha256 = contentHash(file.bytes)
  const seen = await findFile(db, sha256)
  if (seen !== undefined) return unchanged(file, seen)
  const { timeZone, now } = options
  // `read` may take the bytes away
  const size_bytes = file.bytes.length
  const { raw, round } = await read(file, { timeZone, now })
  return await importTransaction(db, async (trx) => {
    const meanwhile = await findFile(trx, sha256)
    if (meanwhile !== undefined) return unchanged(file, meanwhile)
    const entry: NewFile = {
      sha256,
      server_id: await serverId(trx, ('prepared' in round ? round.server_name : null) ?? options.server ?? ''),
      name: basename(file.name),
      size_bytes,
      state: 'rejected',
      reason: null,
      round_id: null,
      completeness: null,
      format: null,
      build: null,
      problems: '[]',
      raw,
    }
    if ('reason' in round) {
      await addFile(trx, { ...entry, reason: round.reason })
      await touchData(trx)
      return result(file, 'rejected', { reason: round.reason })
    }
    return await storeRound(trx, file, entry, round)
  })
}

async function storeRound(
  trx: Kysely<Database>,
  file: SourceFile,
  entry: NewFile,
  round: ReadRound,
): Promise<ImportResult> {
  const { completeness, rows_accepted, rows_reported, problems, problem_count } = round
  const about = { completeness, rows_accepted, rows_reported, problem_count }
  const row: NewFile = {
    ...entry,
    ...about,
    format: round.format,
    build: round.build,
    problems: JSON.stringify(problems.slice(0, KEPT_PROBLEMS)),
  }
  const facts = { ...round.facts, server_id: entry.server_id }
  const known = await findRound(trx, facts)
  const rival = known?.file_id == null ? undefined : await currentFile(trx, known.file_id)
  if (known !== undefined && rival !== undefined) {
    const quality = { completeness, format: round.format, rows_accepted, sha256: entry.sha256 }
    if (compareQuality(quality, rival) < 0) {
      const reason = `${rival.name} tells more of the same round`
      await addFile(trx, { ...row, state: 'superseded', reason, round_id: known.id })
      await touchData(trx)
      return result(file, 'superseded', { ...about, problems, reason, round_id: known.id })
    }
    const superseded = { state: 'superseded' as const, reason: `${entry.name} tells more of the same round` }
    await trx.updateTable('round_file').set(superseded).where('id', '=', rival.id).execute()
  }
  const file_id = await addFile(trx, { ...row, state: 'imported' })
  const round_id = await saveRound(trx, round.prepared, { ...facts, file_id }, known?.id)
  // the smaller of the two rows is the one that is written twice
  await trx.updateTable('round_file').set({ round_id }).where('id', '=', file_id).execute()
  await regroupAround(trx, round_id)
  await touchData(trx)
  const reason =
    completeness === 'incomplete' ? (problems.find(({ section }) => section === 'file')?.reason ?? null) : null
  return result(file, 'imported', { ...about, problems, reason, round_id })
}

async function currentFile(trx: Kysely<Database>, id: number) {
  const file = await trx
    .selectFrom('round_file')
    .select(['id', 'name', 'completeness', 'format', 'rows_accepted', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...file, completeness: file.completeness ?? 'incomplete', format: file.format ?? 0 } as const
}

function unchanged(file: SourceFile, seen: NonNullable<Awaited<ReturnType<typeof findFile>>>): ImportResult {
  const server = seen.server_name === '' ? '' : ` for server ${seen.server_name}`
  const reason = `${seen.state} before${server}${seen.reason === null ? '' : `: ${seen.reason}`}`
  return result(file, 'unchanged', { reason, round_id: seen.round_id })
}

/** The result of a file that no row of the ledger tells of. */
export function notImported(name: string, state: 'rejected' | 'unreadable', reason: string): ImportResult {
  return result({ name }, state, { reason })
}

function result(
  file: Pick<SourceFile, 'name'>,
  state: ImportResult['state'],
  about: Partial<ImportResult>,
): ImportResult {
  return {
    reason: null,
    round_id: null,
    completeness: null,
    rows_accepted: 0,
    rows_reported: 0,
    problems: [],
    problem_count: 0,
    ...about,
    name: file.name,
    state,
  }
}
