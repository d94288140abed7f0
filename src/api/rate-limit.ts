import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { RequestError } from './request-error.ts'

/** Limits the requests per minute and client to the interface; the page's own files do not count (L-62). */
export async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    // by the route, for an address can be spelt in many ways
    allowList: ({ routeOptions }) => routeOptions.url?.startsWith('/api/') !== true,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new RequestError(429, `More than ${max} requests in a minute. Try again in ${Math.ceil(ttl / 1000)} s.`),
  })
}
