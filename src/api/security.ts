import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { upload } from '../contract/upload.ts'
import { RequestError } from './request-error.ts'

/** Everything comes from the product itself, nothing in line (L-67). */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Longer addresses are nobody's. */
const LONGEST_URL = 4_096

/** Headers of every answer, and what no request may be. */
export function guardRequests(app: FastifyInstance, allowedOrigins: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    reply
      .header('x-request-id', request.id)
      .header('content-security-policy', POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
    if (request.url.length > LONGEST_URL) throw new RequestError(414, 'The address is too long.')
    if (allowOrigin(request, reply, allowedOrigins)) return reply.code(204).send()
    if (isAllowed(request)) return
    reply.header('allow', 'GET, HEAD')
    throw new RequestError(405, 'Method Not Allowed')
  })
}

function isAllowed({ method, url }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'POST' && url.split('?')[0] === upload.path)
}

/** Names an allowed page from elsewhere in the headers; true if the request was only the question whether it may ask. */
function allowOrigin(request: FastifyRequest, reply: FastifyReply, allowed: readonly string[]): boolean {
  const { origin } = request.headers
  if (allowed.length > 0) reply.header('vary', 'Origin')
  if (origin === undefined || !allowed.includes(origin)) return false
  reply
    .header('access-control-allow-origin', origin)
    .header('access-control-allow-methods', 'GET, HEAD')
    .header('access-control-expose-headers', 'etag, x-request-id')
  return request.method === 'OPTIONS'
}
