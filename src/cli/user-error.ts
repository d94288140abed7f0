import { EXIT, type ExitCode } from './exit-code.ts'

/** Something the user can put right. The message is a sentence that says what is wrong and what to do. */
export class UserError extends Error {
  override name = 'UserError'
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode = EXIT.failed) {
    super(message)
    this.exitCode = exitCode
  }
}
