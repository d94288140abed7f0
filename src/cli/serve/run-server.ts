import { mkdirSync } from 'node:fs'
import manifest from '../../../package.json' with { type: 'json' }
import { buildApp } from '../../api/app.ts'
import type { Importer } from '../../importer/importer.ts'
import { watch } from '../../importer/watch.ts'
import type { Context } from '../context.ts'
import { withDatabase } from '../database.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { cannotListen } from '../failure.ts'
import { importerOf } from '../import/importer.ts'
import { resultLine } from '../import/result-line.ts'
import { watchOptions } from '../import/watch-options.ts'
import { addressOf } from '../running-server.ts'
import type { Settings } from '../settings/table.ts'
import { untilStopped } from '../until-stopped.ts'
import { UserError } from '../user-error.ts'
import { apiSettings } from './api-settings.ts'

/**
 * Serves page and API and watches the import folder until the process is asked to stop; then ends the running import
 * before the server and the database. `before` is done when the database is open.
 */
export async function runServer(
  context: Context,
  settings: Settings,
  before: (importer: Importer) => Promise<void> = async () => undefined,
): Promise<ExitCode> {
  const stopped = untilStopped()
  return await withDatabase(settings, async (store) => {
    const importer = importerOf(store, settings)
    await before(importer)
    const forApi = apiSettings(settings)
    const app = await buildApp({
      store,
      settings: forApi,
      importer: settings.enabled ? telling(context, importer) : null,
      now: Date.now,
      log: { write: (line) => context.errors.write(line) },
    })
    try {
      makeImportFolder(context, settings)
      await app.listen({ host: settings.host, port: settings.port }).catch((error: unknown) => {
        throw new UserError(cannotListen(error, settings.host))
      })
      const [at] = app.addresses()
      const port = typeof at === 'object' ? at.port : settings.port
      context.print(`${settings.instanceName} ${manifest.version}: ${addressOf({ host: settings.host, port })}`)
      if (forApi.web_dir === null) context.note('proximity: warning: the page is not built; run npm run build')
      context.print(`database: ${store.place}`)
      const stopWatching = watchIncoming(context, settings, importer)
      await stopped
      context.print('stopping')
      await stopWatching()
    } finally {
      await app.close()
    }
    return EXIT.done
  })
}

function makeImportFolder(context: Context, { enabled, autoImport, importFolder }: Settings): void {
  if (!enabled || !autoImport) return
  if (mkdirSync(importFolder, { recursive: true }) !== undefined) context.print(`made the folder ${importFolder}`)
}

function watchIncoming(context: Context, settings: Settings, importer: Importer): () => Promise<void> {
  const { enabled, autoImport, importFolder } = settings
  if (!enabled || !autoImport) {
    const name = enabled ? 'PROXIMITY_AUTO_IMPORT' : 'PROXIMITY_ENABLED'
    context.print(`importing: nothing, because ${name} is false`)
    return async () => undefined
  }
  context.print(`importing: round files that appear in ${importFolder}`)
  return watch(importer, importFolder, watchOptions(context, settings))
}

/** An importer that also tells of uploads, as the watch tells of files. */
function telling(context: Context, importer: Importer): Importer {
  return {
    ...importer,
    async upload(name, bytes) {
      const result = await importer.upload(name, bytes)
      context.print(`uploaded, ${resultLine(result)}`)
      return result
    },
  }
}
