import { isAbsolute, join } from 'node:path'
import { EXIT } from './exit-code.ts'
import { readSettings } from './settings/read.ts'
import type { Settings } from './settings/table.ts'
import type { Surroundings } from './surroundings.ts'
import { UserError } from './user-error.ts'

/** What a command works with. */
export interface Context extends Surroundings {
  /** One line of the answer, on standard output. */
  print(line: string): void
  /** One line about how it goes, on standard error. */
  note(line: string): void
  /** A path as the user gave it, made absolute. */
  path(given: string): string
  /** The settings. Throws a {@link UserError} if one is wrong; names that are no settings are noted. */
  settings(): Settings
}

export function contextOf(surroundings: Surroundings): Context {
  const { environment, folder, output, errors } = surroundings
  const note = (line: string) => errors.write(`${line}\n`)
  let settings: Settings | undefined
  return {
    ...surroundings,
    print: (line) => output.write(`${line}\n`),
    note,
    path: (given) => (isAbsolute(given) ? given : join(folder, given)),
    settings() {
      if (settings !== undefined) return settings
      const read = readSettings(environment, folder)
      for (const warning of read.warnings) note(`proximity: warning: ${warning}`)
      if (read.problems.length > 0) throw new UserError(read.problems.join('\nproximity: '), EXIT.usage)
      settings = read.settings
      return settings
    },
  }
}
