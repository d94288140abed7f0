import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { readSettings } from '../settings/read.ts'
import { shownSettings } from '../settings/shown.ts'

/** Prints every setting, also where one of them is wrong. */
export async function config(context: Context, { json = false }): Promise<ExitCode> {
  const read = readSettings(context.environment, context.folder)
  const settings = shownSettings(read)
  if (json) context.print(JSON.stringify(settings, null, 2))
  else {
    const width = Math.max(...settings.map(({ name }) => name.length))
    for (const { name, value, source } of settings) {
      context.print(`${name.padEnd(width)}  ${value === '' ? '(empty)' : value}  [${source}]`)
    }
  }
  for (const warning of read.warnings) context.note(`proximity: warning: ${warning}`)
  for (const problem of read.problems) context.note(`proximity: ${problem}`)
  return read.problems.length > 0 ? EXIT.usage : EXIT.done
}
