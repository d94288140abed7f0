import type { FastifyInstance } from 'fastify'
import { FORMULA_VERSION } from '../analytics/formula-version.ts'
import { statusCounts } from '../analytics/status-counts.ts'
import type { Reply } from '../contract/endpoint.ts'
import { status } from '../contract/status.ts'
import type { Importer, ImporterStatus } from '../importer/importer.ts'
import type { Store } from '../store/open.ts'
import { timeText } from './answer.ts'
import type { Clock } from './clock.ts'
import { databaseState } from './health.ts'
import { schemaOf } from './mount.ts'
import type { ApiSettings } from './settings.ts'
import { inSnapshot } from './snapshot.ts'

/** Who this instance is and how it is doing. Answers also when the database does not. */
export function serveStatus(
  app: FastifyInstance,
  store: Store,
  settings: ApiSettings,
  importer: Pick<Importer, 'status'> | null,
  now: Clock,
): void {
  const started_at = timeText(now())
  app.get(status.path, { schema: schemaOf(status) }, async (request, reply): Promise<Reply<typeof status>> => {
    const state = await databaseState(store)
    const data = state.schema === 'current' ? await inSnapshot(store.reader, statusCounts) : null
    if (data === null) request.log.warn(state, 'the database is not ready')
    const importing = importer?.status()
    const isWell = data !== null && (importing?.last_error ?? null) === null
    reply.header('cache-control', 'no-store')
    return {
      status: isWell ? 'online' : 'degraded',
      service: 'proximity',
      version: settings.version,
      instance_name: settings.instance_name,
      instance_role: settings.instance_role,
      generated_at: timeText(now()),
      started_at,
      ...state,
      engine: store.engine,
      formula_version: FORMULA_VERSION,
      data_version: data?.version ?? null,
      uploads: settings.upload_token !== null && importer !== null,
      counts: data?.found.counts ?? null,
      newest_file: data?.found.newest_file ?? null,
      importer: importing === undefined ? null : importerState(importing),
    }
  })
}

function importerState({ busy, imported, rejected, last_import_at, last_scan_at, last_error }: ImporterStatus) {
  const text = (time: number | null) => (time === null ? null : timeText(time))
  return {
    busy,
    imported,
    rejected,
    last_import_at: text(last_import_at),
    last_scan_at: text(last_scan_at),
    failing: last_error !== null,
  }
}
