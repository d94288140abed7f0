import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Programs } from '../simulator/play.ts'
import { MODULE_FILE } from './tracker/module-file.ts'
import { UserError } from './user-error.ts'

const BUILT = join(import.meta.dirname, '../../dist')

/** The compiled tracker and the emulated engine. Throws a {@link UserError} if they are not built. */
export async function luaPrograms(): Promise<Programs> {
  return { module: await builtTracker(), engine: await built('proximity_engine.lua') }
}

/** The compiled tracker alone. */
export async function builtTracker(): Promise<string> {
  return await built(MODULE_FILE)
}

async function built(name: string): Promise<string> {
  try {
    return await readFile(join(BUILT, name), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UserError(`dist/${name} is not there: make it with npm run build:lua`)
  }
}
