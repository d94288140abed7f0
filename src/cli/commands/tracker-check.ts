import { readFile } from 'node:fs/promises'
import { FormatError } from '../../parser/format-error.ts'
import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { printable } from '../printable.ts'
import { checkLines } from '../tracker/check-lines.ts'
import { checkOf, type FileCheck } from '../tracker/file-check.ts'
import { UserError } from '../user-error.ts'

/** Prints which tracker wrote a round file, how, and whether it is all there. */
export async function checkFile(context: Context, file: string, { json = false }): Promise<ExitCode> {
  const check = await read(context, file)
  if (json) context.print(JSON.stringify(check))
  else for (const line of checkLines(check)) context.print(line)
  return check.complete === false ? EXIT.partly : EXIT.done
}

async function read(context: Context, file: string): Promise<FileCheck> {
  const bytes = await readFile(context.path(file))
  try {
    return checkOf(file, bytes)
  } catch (error) {
    if (error instanceof FormatError) throw new UserError(`${printable(file)}: ${printable(error.message)}`)
    throw error
  }
}
