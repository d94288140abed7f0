import { Unzip, UnzipInflate } from 'fflate'
import { FILE_ENDING } from '../format/file-name.ts'

/** A file that was in an archive. */
export interface Unpacked {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Why an archive is not read any further; the message is for the reader. */
export class ArchiveError extends Error {
  override name = 'ArchiveError'
}

/** How much may come out of an archive. */
export interface Room {
  readonly files: number
  readonly file_bytes: number
  /** Of all files together. */
  readonly bytes: number
}

/** What is handed to the inflater at once: with the best compression it makes a thousand times as much of it. */
const STEP_BYTES = 8_192

/**
 * The round files of a zip archive, whatever else and whatever folders it has. What it says of sizes is not believed: it
 * is refused as soon as what comes out is too much. Throws an {@link ArchiveError}.
 */
export function unpackRounds(archive: Uint8Array, room: Room): readonly Unpacked[] {
  const found: { name: string; parts: Uint8Array[]; size: number; isWhole: boolean }[] = []
  let total = 0
  const unzip = new Unzip((entry) => {
    const name = entry.name.split(/[/\\]/).at(-1) ?? ''
    if (!name.toLowerCase().endsWith(FILE_ENDING)) return
    if (found.length === room.files) throw new ArchiveError(`it has more than ${room.files} round files`)
    const file = { name, parts: [] as Uint8Array[], size: 0, isWhole: false }
    found.push(file)
    entry.ondata = (error, part, isLast) => {
      // what is thrown below comes back here
      if (error) throw asReason(error, `${name} in it cannot be unpacked`)
      file.parts.push(part)
      file.size += part.length
      total += part.length
      file.isWhole = isLast
      if (file.size > room.file_bytes) throw new ArchiveError(`${name} in it is larger than any round file`)
      if (total > room.bytes) throw new ArchiveError('its round files are too large together')
    }
    entry.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < archive.length; at += STEP_BYTES) {
      const end = at + STEP_BYTES
      unzip.push(archive.subarray(at, end), end >= archive.length)
    }
  } catch (error) {
    throw asReason(error, 'it is no zip archive, or damaged')
  }
  const cut = found.find(({ isWhole }) => !isWhole)
  if (cut !== undefined) throw new ArchiveError(`${cut.name} in it is not whole`)
  return found.map(({ name, parts, size }) => ({ name, bytes: joined(parts, size) }))
}

function asReason(error: unknown, otherwise: string): ArchiveError {
  return error instanceof ArchiveError ? error : new ArchiveError(otherwise)
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
