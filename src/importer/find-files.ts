import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FILE_ENDING } from '../format/file-name.ts'

/** A file as the disk shows it. */
export interface FoundFile {
  readonly path: string
  readonly size_bytes: number
  readonly modified_ms: number
}

/**
 * The round files among the given paths, in the order of their names: a file stands for itself whatever its name, a
 * folder for every `*_engagements.txt` in it and below it. Links inside folders are not followed. Throws what the file
 * system says if a path cannot be read.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  for (const path of paths) {
    const info = await stat(path)
    if (info.isDirectory()) await addFolder(path, found)
    else found.push({ path, size_bytes: info.size, modified_ms: info.mtimeMs })
  }
  return found
}

async function addFolder(folder: string, found: FoundFile[]): Promise<void> {
  const names = (await readdir(folder)).sort()
  for (const name of names) {
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    const info = await lstat(path).catch(() => undefined)
    if (info?.isDirectory()) await addFolder(path, found)
    else if (info?.isFile() && name.toLowerCase().endsWith(FILE_ENDING)) {
      found.push({ path, size_bytes: info.size, modified_ms: info.mtimeMs })
    }
  }
}
