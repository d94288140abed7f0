import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DataError, RequestError } from './request-error.ts'

/** The one place that turns errors into answers: what was asked wrongly is said, what broke here only gets an id. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const requestError = requestErrorIn(error)
    if (requestError !== undefined) return reply.code(requestError.statusCode).send({ detail: requestError.detail })
    const status = error.statusCode ?? 500
    if (status < 500) return reply.code(status).send({ detail: error.message })
    request.log.error({ err: error, method: request.method, url: request.url }, 'request failed')
    const [code, detail] =
      error instanceof DataError
        ? [503, 'The data cannot be read at the moment. The server log has the details under this id.']
        : [500, 'Something is wrong in the server. The server log has the details under this id.']
    return reply.code(code).header('cache-control', 'no-store').send({ detail, error_id: request.id })
  })
}

// the framework wraps the errors of its validation
function requestErrorIn(error: FastifyError): RequestError | undefined {
  const inner: unknown = error.validation === undefined ? error : (error.cause ?? error)
  return inner instanceof RequestError ? inner : undefined
}
