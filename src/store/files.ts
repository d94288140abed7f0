import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import type { Kysely } from 'kysely'
import type { Completeness } from '../format/round.ts'
import type { Database, NewFile } from './database.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)

/** A round file's name in the ledger: the hash of its bytes. */
export function contentHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

// level 3, the library's default, leaves 27 % of a round's text, 6 leaves 25 % for twice the time; as nothing but whole
// fields repeats in it, looking for repeats from 7 bytes on alone leaves less in less time, and at four places instead of
// eight 0.2 % of the text more, in up to a fifth less time
const PARAMS = {
  [constants.ZSTD_c_compressionLevel]: 6,
  [constants.ZSTD_c_minMatch]: 7,
  [constants.ZSTD_c_searchLog]: 2,
}

// a round of a dozen players in one piece: each piece is a trip between threads
const PIECE_BYTES = 512 * 1024

/** A file's bytes as they are kept. */
export function compressed(bytes: Uint8Array): Promise<Buffer> {
  return compress(bytes, { params: PARAMS, pledgedSrcSize: bytes.length, chunkSize: PIECE_BYTES })
}

/** The ledger's row of a content, without the content. */
export async function findFile(db: Kysely<Database>, sha256: Uint8Array) {
  return await db
    .selectFrom('round_file')
    .innerJoin('server', 'server.id', 'round_file.server_id')
    .select([
      'round_file.id',
      'state',
      'reason',
      'round_id',
      'server_id',
      'round_file.name',
      'server.name as server_name',
    ])
    .where('sha256', '=', sha256)
    .executeTakeFirst()
}

/** Adds a file to the ledger and gives its number. */
export async function addFile(trx: Kysely<Database>, file: NewFile): Promise<number> {
  return (await trx.insertInto('round_file').values(file).returning('id').executeTakeFirstOrThrow()).id
}

/** The file's bytes as they were imported; undefined if there is no such file. */
export async function rawFile(db: Kysely<Database>, id: number): Promise<Buffer | undefined> {
  const row = await db.selectFrom('round_file').select('raw').where('id', '=', id).executeTakeFirst()
  return row?.raw == null ? undefined : await decompress(row.raw)
}

/** What decides which of two files of one round is the better. */
export interface FileQuality {
  readonly completeness: Completeness
  readonly format: number
  readonly rows_accepted: number
  readonly sha256: Uint8Array
}

const ORDER: readonly Completeness[] = ['incomplete', 'unverified', 'complete']

/**
 * Positive if `a` is the better file of a round: more complete, then of the later format, then with more rows. Equal
 * files are told apart by their hash, so that the order of import never decides.
 */
export function compareQuality(a: FileQuality, b: FileQuality): number {
  return (
    ORDER.indexOf(a.completeness) - ORDER.indexOf(b.completeness) ||
    a.format - b.format ||
    a.rows_accepted - b.rows_accepted ||
    Buffer.compare(a.sha256, b.sha256)
  )
}
