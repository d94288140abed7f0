import { accessSync, constants, existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type FoundFile, findFiles } from '../../importer/find-files.ts'
import { sentenceOf } from '../failure.ts'
import { counted, printable } from '../printable.ts'
import type { Settings } from '../settings/table.ts'
import { existingFolder, refusal } from './access.ts'
import { age } from './age.ts'
import { about, type Finding } from './finding.ts'

const subject = about('import folder')
const CLOCK_ERROR_MS = 5 * 60_000

/** The folder from which files come, and the newest file in it. */
export async function checkImportFolder(settings: Settings): Promise<[findings: Finding[], newest?: FoundFile]> {
  const { importFolder, autoImport } = settings
  if (!autoImport) return [[subject.ok('serve does not watch it (PROXIMITY_AUTO_IMPORT is false)')]]
  if (!existsSync(importFolder)) return [[missing(settings)]]
  const refused = refusal(importFolder, 'read')
  if (refused !== undefined) {
    return [
      [subject.problem(`${importFolder}: ${refused}`, 'give this user the right, or change PROXIMITY_IMPORT_DIR')],
    ]
  }
  try {
    const files = await findFiles([importFolder])
    return [checkFiles(importFolder, files), newestOf(files)] as [Finding[], FoundFile?]
  } catch (error) {
    return [
      [subject.problem(printable(sentenceOf(error)), 'give this user the right to read everything in the folder')],
    ]
  }
}

function missing({ importFolder, dataFolder }: Settings): Finding {
  const above = existingFolder(importFolder)
  const refused = refusal(above, 'write')
  if (refused !== undefined) {
    const why = `${importFolder} does not exist, and cannot be made in ${above}: ${refused}`
    return subject.problem(why, 'make it, or change PROXIMITY_IMPORT_DIR')
  }
  const madeBy = `${importFolder} does not exist yet; serve makes it`
  if (importFolder === join(dataFolder, 'incoming')) return subject.ok(madeBy)
  return subject.warning(madeBy, 'check PROXIMITY_IMPORT_DIR if the tracker has written there already')
}

function newestOf(files: readonly FoundFile[]): FoundFile | undefined {
  let newest = files[0]
  for (const file of files) if (file.modified_ms > (newest?.modified_ms ?? 0)) newest = file
  return newest
}

function checkFiles(folder: string, files: readonly FoundFile[]): Finding[] {
  const newest = newestOf(files)
  if (newest === undefined) {
    const todo = "let the tracker write there, or name the tracker's folder in PROXIMITY_IMPORT_DIR"
    return [subject.warning(`${folder} has no round files (*_engagements.txt)`, todo)]
  }
  const name = printable(basename(newest.path))
  const found = [
    subject.ok(
      `${folder}, ${counted(files.length, 'round file')}, the newest ${age(newest.modified_ms)} old (${name})`,
    ),
  ]
  const locked = files.find(({ path }) => !isReadable(path))
  if (locked !== undefined) {
    const todo = 'let the tracker write files that others may read (umask 022)'
    found.push(subject.problem(`${printable(locked.path)} may not be read by this user`, todo))
  }
  if (newest.modified_ms > Date.now() + CLOCK_ERROR_MS) {
    const todo = "set this machine's or the game server's clock"
    found.push(subject.warning(`${name} is from the future by this machine's clock`, todo))
  }
  return found
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
