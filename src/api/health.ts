import type { FastifyInstance } from 'fastify'
import { health, ready } from '../contract/status.ts'
import { pendingMigrations } from '../store/migrate.ts'
import type { Store } from '../store/open.ts'
import { schemaOf } from './mount.ts'

/** What is known of the database: null where it does not answer. */
export async function databaseState({ reader }: Store) {
  try {
    const pending = await pendingMigrations(reader)
    return { database: 'ok', schema: pending.length === 0 ? 'current' : 'outdated' } as const
  } catch {
    return { database: 'unavailable', schema: null } as const
  }
}

/** For those who watch the process: does it live, can it work. */
export function serveHealth(app: FastifyInstance, store: Store): void {
  app.get(health.path, { schema: schemaOf(health) }, async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { status: 'ok' }
  })
  app.get(
    ready.path,
    { schema: { ...schemaOf(ready), response: { 200: ready.reply, 503: ready.reply } } },
    async (_request, reply) => {
      const state = await databaseState(store)
      const isReady = state.database === 'ok' && state.schema === 'current'
      reply.code(isReady ? 200 : 503).header('cache-control', 'no-store')
      return { status: isReady ? 'ok' : 'error', ...state }
    },
  )
}
