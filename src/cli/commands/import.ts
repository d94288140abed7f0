import { access } from 'node:fs/promises'
import type { Context } from '../context.ts'
import { withDatabase } from '../database.ts'
import type { ExitCode } from '../exit-code.ts'
import { EXIT } from '../exit-code.ts'
import { importerOf, requireEnabled } from '../import/importer.ts'
import { resultLine } from '../import/result-line.ts'
import { exitCodeOf, summaryLines } from '../import/summary.ts'
import { progressOn } from '../progress.ts'

/** Imports files and folders, and prints what became of each. */
export async function importFiles(
  context: Context,
  paths: readonly string[],
  { server }: { readonly server?: string },
): Promise<ExitCode> {
  const settings = context.settings()
  requireEnabled(settings)
  const absolute = paths.map((path) => context.path(path))
  // before a database is made for nothing
  for (const path of absolute) await access(path)
  return await withDatabase(settings, async (store) => {
    const progress = progressOn(context, 'importing')
    const results = await importerOf(store, settings, server)
      .importPaths(absolute, (result, done, of) => progress.step(done, of, resultLine(result)))
      .finally(() => progress.end())
    if (results.length === 0) {
      context.note(`proximity: no round files (*_engagements.txt) in ${paths.join(', ')}`)
      return EXIT.done
    }
    for (const line of summaryLines(results)) context.print(line)
    return exitCodeOf(results)
  })
}
