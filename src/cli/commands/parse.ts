import { readFile } from 'node:fs/promises'
import { type FoundFile, findFiles } from '../../importer/find-files.ts'
import { FormatError } from '../../parser/format-error.ts'
import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { sentenceOf } from '../failure.ts'
import { type FileReport, reportOf } from '../parse/file-report.ts'
import { reportLines } from '../parse/report-lines.ts'
import { printable } from '../printable.ts'

/** Prints what round files hold. A path that cannot be read makes it fail, after the others. */
export async function parse(context: Context, paths: readonly string[], { json = false }): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.done
  const unreadable = (file: string, error: unknown) => {
    exitCode = EXIT.failed
    context.note(`proximity: ${printable(sentenceOf(error))}`)
    if (json) context.print(JSON.stringify({ file, error: sentenceOf(error) }))
  }
  for (const path of paths) {
    let files: FoundFile[] = []
    try {
      files = await findFiles([context.path(path)])
      if (files.length === 0) context.note(`proximity: no round files (*_engagements.txt) in ${path}`)
    } catch (error) {
      unreadable(path, error)
    }
    for (const file of files) {
      const shown = files.length === 1 && file.path === context.path(path) ? path : file.path
      const bytes = await readFile(file.path).catch((error: unknown) => unreadable(shown, error))
      if (bytes === undefined) continue
      const report = reportOrError(shown, bytes)
      if (exitCode === EXIT.done && !isWhole(report)) exitCode = EXIT.partly
      if (json) context.print(JSON.stringify(report))
      else for (const line of 'error' in report ? notReadable(report) : reportLines(report)) context.print(line)
    }
  }
  return exitCode
}

interface NoRound {
  readonly file: string
  readonly error: string
}

function reportOrError(file: string, bytes: Uint8Array): FileReport | NoRound {
  try {
    return reportOf(file, bytes)
  } catch (error) {
    if (error instanceof FormatError) return { file, error: error.message }
    throw error
  }
}

function isWhole(report: FileReport | NoRound): boolean {
  return 'error' in report ? false : report.complete !== false
}

function notReadable({ file, error }: NoRound): string[] {
  return [printable(file), `  not a round: ${printable(error)}`]
}
