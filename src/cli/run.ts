import { CommanderError } from 'commander'
import { contextOf } from './context.ts'
import { EXIT } from './exit-code.ts'
import { sentenceOf } from './failure.ts'
import { programOf } from './program.ts'
import { readSettings } from './settings/read.ts'
import type { Surroundings } from './surroundings.ts'
import { UserError } from './user-error.ts'

/** Runs one command line and gives the exit code. What fails is said in one sentence on standard error. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const context = contextOf(surroundings)
  let exitCode: number = EXIT.done
  const program = programOf(context, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return exitCode
  } catch (error) {
    // the message is out already
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    // the reader of the answer has enough, as head has
    if ((error as NodeJS.ErrnoException | null)?.code === 'EPIPE') return EXIT.done
    context.note(`proximity: ${sentenceOf(error)}`)
    if (wantsDetails(surroundings)) context.note(detailsOf(error))
    return error instanceof UserError ? error.exitCode : EXIT.failed
  }
}

function wantsDetails({ environment, folder }: Surroundings): boolean {
  try {
    return readSettings(environment, folder).settings.debugLog
  } catch {
    // the file .env cannot be read, and that is what failed
    return false
  }
}

function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const text = error.stack ?? error.message
  return error.cause === undefined ? text : `${text}\ncaused by: ${detailsOf(error.cause)}`
}
