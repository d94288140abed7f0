import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { refusal } from '../doctor/access.ts'
import { UserError } from '../user-error.ts'
import type { ServerConfig } from './module-advice.ts'

/** Names that a mod's folder has, and its parents and folders have not. */
const MOD_FILE = /^qagame[._]|\.pk3$/i
const SERVER_FOLDERS = ['legacy', 'etmain']
/** Where the engine looks for config files, from the mod folder. */
const CONFIG_FOLDERS = ['', 'configs', '../etmain', '../etmain/configs']
const CONFIG = /\.(cfg|config)$/i

/** Makes sure that a folder is the one of a mod and may be written to. Throws a {@link UserError} otherwise. */
export async function checkModFolder(shown: string, folder: string): Promise<void> {
  const entries = await namesIn(folder)
  if (entries === undefined) {
    throw new UserError(
      `${shown}: there is no such folder; it is the game server's folder of the mod, such as .../legacy`,
    )
  }
  const inside = SERVER_FOLDERS.find((name) => entries.includes(name))
  if (inside !== undefined) {
    throw new UserError(`${shown}: this is the folder above the mod's; give ${join(shown, 'legacy')}`)
  }
  const name = basename(folder)
  if (name === 'etmain') {
    throw new UserError(`${shown}: this is the folder of the base game; give ${join(shown, '../legacy')}`)
  }
  if (name !== 'legacy' && !entries.some((entry) => MOD_FILE.test(entry))) {
    throw new UserError(
      `${shown}: this is no folder of a mod: it is not called legacy, and has no pk3 file and no qagame module`,
    )
  }
  const refused = refusal(folder, 'write')
  if (refused !== undefined) {
    throw new UserError(`${shown}: ${refused}; run this as the account of the game server`)
  }
}

/** Every config file that the server may execute from a mod folder, under the name that the user gave to it. */
export async function serverConfigs(shown: string, folder: string): Promise<ServerConfig[]> {
  const configs: ServerConfig[] = []
  for (const place of CONFIG_FOLDERS) {
    const names = (await namesIn(join(folder, place))) ?? []
    for (const file of names.filter((one) => CONFIG.test(one)).sort()) {
      const text = await textOf(join(folder, place, file))
      if (text !== undefined) configs.push({ name: join(shown, place, file), text })
    }
  }
  return configs
}

/** The text of a file; undefined if there is no such file. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Writes a file so that the server sees the old one or the new one, never a part. */
export async function writeWhole(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeFile(temporary, content, { flush: true })
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

async function namesIn(folder: string): Promise<string[] | undefined> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}
