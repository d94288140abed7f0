import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Importer } from '../importer/importer.ts'
import type { Store } from '../store/open.ts'
import { currentVersion } from './snapshot.ts'

/** Figures for a monitor, in the text format of Prometheus. */
export function serveMetrics(app: FastifyInstance, store: Store, importer: Pick<Importer, 'status'> | null): void {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'proximity_http_request_duration_seconds',
    help: 'Time to answer a request.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const cached = new Counter({
    name: 'proximity_http_cache_total',
    help: 'Answers that were ready (hit) or had to be made (miss).',
    labelNames: ['result'],
    registers,
  })
  const databaseUp = new Gauge({ name: 'proximity_database_up', help: '1: the database answers.', registers })
  const dataVersion = new Gauge({ name: 'proximity_data_version', help: 'Grows with every change.', registers })
  const files = new Gauge({
    name: 'proximity_importer_files',
    help: 'Files since the start, by what became of them.',
    labelNames: ['state'],
    registers,
  })

  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    durations.observe({ route: routeOptions.url ?? 'none', method, status: reply.statusCode }, reply.elapsedTime / 1000)
    const cache = reply.getHeader('x-cache')
    if (cache !== undefined) cached.inc({ result: String(cache).toLowerCase() })
  })

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    const version = await currentVersion(store.reader).catch(() => null)
    databaseUp.set(version === null ? 0 : 1)
    if (version !== null) dataVersion.set(version)
    const status = importer?.status()
    files.set({ state: 'imported' }, status?.imported ?? 0)
    files.set({ state: 'rejected' }, status?.rejected ?? 0)
    return reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics())
  })
}
