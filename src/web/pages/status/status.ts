import type { ReplyAt } from '../../../contract/client.ts'
import type { MarkKind } from '../../mark.tsx'
import { bytes, count, counted } from '../../numbers/format.ts'
import { ago, dayAndClock } from '../../when.ts'
import type { Installation, Live } from './servers.ts'

export type Status = ReplyAt<'/api/status'>

/** One line of the checklist. */
export interface Check {
  readonly name: string
  readonly mark: MarkKind
  readonly words: string
  /** What to do about it; null: nothing. */
  readonly advice: string | null
}

/** What is known besides the status; null: it is not. */
export interface Besides {
  readonly installation: Installation | null
  readonly servers: readonly Live[] | null
}

/** The state of an installation as a checklist in words. */
export function checksOf(status: Status, { installation, servers }: Besides): readonly Check[] {
  return [
    database(status, installation),
    importer(status),
    newestFile(status),
    rejected(status),
    gameServers(servers),
    uploads(status),
  ]
}

function database({ database, schema, engine }: Status, installation: Installation | null): Check {
  const name = 'Database'
  if (database === 'unavailable') {
    const advice = 'See whether the database runs and whether DATABASE_URL is right. The server tries again by itself.'
    return { name, mark: 'bad', words: 'does not answer', advice }
  }
  if (schema === 'outdated') {
    const advice = 'Stop the server and run ./proximity migrate with the version that serves this page.'
    return { name, mark: 'bad', words: 'answers, but its tables are of another version', advice }
  }
  const kind = engine === 'pglite' ? 'the embedded PostgreSQL' : 'PostgreSQL'
  return { name, mark: 'good', words: `answers: ${kind}${databaseWords(installation)}`, advice: null }
}

function databaseWords(installation: Installation | null): string {
  if (installation === null) return ''
  const { engine_version, size_bytes } = installation.database
  // what the builder of a package adds stands behind a blank
  return ` ${engine_version.split(' ')[0]}, ${bytes(size_bytes)}`
}

function importer({ importer }: Status): Check {
  const name = 'Importer'
  if (importer === null) {
    const advice = 'Files come by ./proximity import or an upload. PROXIMITY_AUTO_IMPORT switches it on.'
    return { name, mark: 'off', words: 'off: no folder is watched', advice }
  }
  const scanned =
    importer.last_scan_at === null ? 'has not looked for files yet' : `looked for files ${ago(importer.last_scan_at)}`
  if (importer.failing) {
    const advice = 'The log of the server says why. Often the folder is missing or may not be read.'
    return { name, mark: 'bad', words: `its last run failed; ${scanned}`, advice }
  }
  const since = `${counted(importer.imported, 'file')} imported since the start`
  return { name, mark: 'good', words: `${importer.busy ? 'at work' : 'idle'}; ${scanned}; ${since}`, advice: null }
}

function newestFile({ newest_file, counts }: Status): Check {
  const name = 'Newest file'
  if (newest_file === null) {
    if (counts === null) return { name, mark: 'unknown', words: 'unknown', advice: null }
    return { name, mark: 'off', words: 'none yet', advice: 'Put a round file into the import folder.' }
  }
  const { name: file, imported_at, state } = newest_file
  const words = `${file}, ${state} ${ago(imported_at)} (${dayAndClock(imported_at)})`
  return { name, mark: state === 'rejected' ? 'warn' : 'good', words, advice: null }
}

function rejected({ counts }: Status): Check {
  const name = 'Files'
  if (counts === null) return { name, mark: 'unknown', words: 'unknown', advice: null }
  const { imported, superseded, rejected } = counts.files
  const words = `${count(imported)} imported, ${count(superseded)} superseded, ${count(rejected)} rejected`
  return rejected === 0
    ? { name, mark: 'good', words, advice: null }
    : { name, mark: 'warn', words, advice: 'The list of files says why each was rejected.' }
}

function gameServers(servers: readonly Live[] | null): Check {
  const name = 'Game servers'
  if (servers === null) return { name, mark: 'unknown', words: 'unknown', advice: null }
  if (servers.length === 0) return { name, mark: 'off', words: 'none is named', advice: null }
  const answering = servers.filter(({ state }) => state === 'answering').length
  const words = `${count(answering)} of ${count(servers.length)} answering`
  return answering === servers.length
    ? { name, mark: 'good', words, advice: null }
    : { name, mark: 'bad', words, advice: 'The list of game servers says which does not, and what to do.' }
}

function uploads({ uploads }: Status): Check {
  const words = uploads ? 'accepted with the token' : 'refused: no PROXIMITY_UPLOAD_TOKEN is set'
  return { name: 'Uploads', mark: uploads ? 'good' : 'off', words, advice: null }
}
