import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import type { Endpoint } from '../contract/endpoint.ts'
import { problem } from '../contract/problem.ts'
import type { Store } from '../store/open.ts'
import { type Clock, dayBefore } from './clock.ts'
import { isCurrent, type ResponseCache } from './response-cache.ts'
import type { Route } from './route.ts'
import { currentVersion, inSnapshot } from './snapshot.ts'

/** What answering needs. */
export interface Serving {
  readonly store: Store
  readonly cache: ResponseCache
  readonly now: Clock
}

const REVALIDATE = 'no-cache'
const FOR_EVER = 'public, max-age=31536000, immutable'

/** Serves a route: answers are kept until the data or the day changes, so that an import shows at once (L-55). */
export function mount<E extends Endpoint>(app: FastifyInstance, route: Route<E>, { store, cache, now }: Serving): void {
  const { endpoint, read, tag, isForEver } = route
  app.get(endpoint.path, { schema: schemaOf(endpoint) }, async (request: FastifyRequest, reply: FastifyReply) => {
    const query = request.query as Parameters<typeof read>[0]['query']
    const params = request.params as Parameters<typeof read>[0]['params']
    const now_ms = now()
    // both have the order of the contract, whatever that of the address
    const asked = `${endpoint.path} ${JSON.stringify([params, query])} ${dayBefore(now_ms, 0)}`
    const keyAt = (version: number) => `${version} ${asked}`
    const { body, isHit } = await cache.get(keyAt(await currentVersion(store.reader)), async () => {
      const { version, found } = await inSnapshot(store.reader, (db) => read({ db, query, params, now_ms }))
      const control = isForEver?.(found, query) ? FOR_EVER : REVALIDATE
      const json = JSON.stringify(endpoint.reply.parse(found))
      return { key: keyAt(version), json, control, tag: tag?.(found) ?? null }
    })
    reply
      .header('etag', `"${body.tag}"`)
      .header('cache-control', body.control)
      .header('x-cache', isHit ? 'HIT' : 'MISS')
    if (isCurrent(request.headers['if-none-match'], body.tag)) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(body.json)
  })
}

/** What the documents show of an endpoint, and what checks its requests. */
export function schemaOf({ about, params, query, reply }: Endpoint): FastifySchema {
  return {
    summary: about,
    ...(params === undefined ? {} : { params }),
    querystring: query,
    response: { 200: reply, '4xx': problem, '5xx': problem },
  }
}
