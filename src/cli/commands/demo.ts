import { join } from 'node:path'
import type { Context } from '../context.ts'
import type { ExitCode } from '../exit-code.ts'
import { resultLine } from '../import/result-line.ts'
import { summaryLines } from '../import/summary.ts'
import { progressOn } from '../progress.ts'
import { runServer } from '../serve/run-server.ts'
import { demoSeason } from '../simulate/demo-season.ts'

/** Serves a season of invented players. Its database is apart from the real one, whatever the settings say (L-82). */
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
    gameServers: [],
    instanceName: 'Proximity demo',
    role: 'demo',
  } as const
  context.print(`the demo keeps its data in ${dataFolder}`)
  const season = await demoSeason(context, dataFolder)
  return await runServer(context, own, async (importer) => {
    const progress = progressOn(context, 'importing')
    const results = await importer
      .importPaths([season], (result, done, of) => progress.step(done, of, resultLine(result)))
      .finally(() => progress.end())
    for (const line of summaryLines(results)) context.print(`season: ${line}`)
  })
}
