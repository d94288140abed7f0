import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** The folder itself, or the nearest one above it that exists. */
export function existingFolder(path: string): string {
  return existsSync(path) ? path : existingFolder(dirname(path))
}

/** Why a folder cannot be used so; undefined if it can. */
export function refusal(path: string, use: 'read' | 'write'): string | undefined {
  if (!statSync(path).isDirectory()) return 'it is a file, and a folder is needed'
  try {
    accessSync(path, constants.X_OK | (use === 'read' ? constants.R_OK : constants.W_OK))
    return undefined
  } catch {
    return `this user may not ${use} there`
  }
}
