import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { EXIT } from '../exit-code.ts'
import { UserError } from '../user-error.ts'

export type Variables = Readonly<Record<string, string | undefined>>

export const ENV_FILE = '.env'

/** The variables that the file `.env` of a folder sets; none if there is no such file. */
export function envFile(folder: string): Variables {
  const path = join(folder, ENV_FILE)
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return {}
    const reason = code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'there is no right to read it' : message
    throw new UserError(`the settings in ${path} cannot be read: ${reason}`, EXIT.usage)
  }
}
