import { readdir } from 'node:fs/promises'
import { watch } from '../../importer/watch.ts'
import type { Context } from '../context.ts'
import { withDatabase } from '../database.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { importerOf, requireEnabled } from '../import/importer.ts'
import { watchOptions } from '../import/watch-options.ts'
import { untilStopped } from '../until-stopped.ts'

/** Imports what appears in a folder until the process is asked to stop. */
export async function watchFolder(
  context: Context,
  folder: string,
  { server }: { readonly server?: string },
): Promise<ExitCode> {
  const settings = context.settings()
  requireEnabled(settings)
  const path = context.path(folder)
  // a wrong path is told at once, before a database is made for nothing
  await readdir(path)
  return await withDatabase(settings, async (store) => {
    const stopped = untilStopped()
    const stop = watch(importerOf(store, settings, server), path, watchOptions(context, settings))
    context.print(`watching ${path}; Ctrl-C stops it`)
    await stopped
    await stop()
    context.print('stopped')
    return EXIT.done
  })
}
