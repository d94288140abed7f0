import type { FastifyInstance } from 'fastify'

/** One line per request with everything needed to repeat it (L-71), and no address of anybody. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        url: request.url,
        status: reply.statusCode,
        duration_ms: Math.round(reply.elapsedTime * 10) / 10,
        cache: reply.getHeader('x-cache') ?? null,
      },
      'request',
    )
  })
}
