import { join } from 'node:path'
import type { Context } from '../context.ts'
import type { ExitCode } from '../exit-code.ts'
import { summaryLines } from '../import/summary.ts'
import { runServer } from '../serve/run-server.ts'

const SAMPLES = join(import.meta.dirname, '../../../samples')

/** Serves the sample rounds. Their database is apart from the real one, whatever the settings say (L-82). */
export async function demo(context: Context): Promise<ExitCode> {
  const settings = context.settings()
  const dataFolder = join(settings.dataFolder, 'demo')
  const own = {
    ...settings,
    dataFolder,
    databaseUrl: '',
    importFolder: join(dataFolder, 'incoming'),
    enabled: true,
    autoImport: true,
    serverName: '',
    timeZone: 'UTC',
    instanceName: 'Proximity demo',
    role: 'demo',
  } as const
  context.print(`the demo keeps its data in ${dataFolder}`)
  return await runServer(context, own, async (importer) => {
    for (const line of summaryLines(await importer.importPaths([SAMPLES]))) context.print(`sample rounds: ${line}`)
  })
}
