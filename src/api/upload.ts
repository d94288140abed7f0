import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Reply } from '../contract/endpoint.ts'
import { upload } from '../contract/upload.ts'
import type { Importer } from '../importer/importer.ts'
import { schemaOf } from './mount.ts'
import { RequestError } from './request-error.ts'
import type { ApiSettings } from './settings.ts'

/** Takes round files from those who know the token, with the importer that reads the folder; off without a token. */
export async function serveUpload(
  app: FastifyInstance,
  settings: ApiSettings,
  importer: Pick<Importer, 'upload'> | null,
): Promise<void> {
  const { response, ...schema } = schemaOf(upload)
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) => body)
    scope.post(
      upload.path,
      {
        schema: { ...schema, response: { ...(response as object), 201: upload.reply, 422: upload.reply } },
        bodyLimit: settings.upload_limit_bytes,
        // before the body is read
        onRequest: async (request) => authorise(request, settings.upload_token),
      },
      async (request, reply) => {
        if (importer === null) throw new RequestError(403, 'This server imports no files.')
        if (!Buffer.isBuffer(request.body)) throw new RequestError(400, 'The body must be the round file.')
        const { name } = request.query as { readonly name: string }
        const result = await importer.upload(name, request.body)
        request.log.info({ name, state: result.state, reason: result.reason }, 'upload')
        return (reply as FastifyReply).code(codeOf(result.state)).header('cache-control', 'no-store').send(result)
      },
    )
    done()
  })
}

function authorise({ headers }: FastifyRequest, token: string | null): void {
  if (token === null) throw new RequestError(403, 'Uploads are off: this server has no upload token.')
  const given = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? ''
  // hashes are of equal length, and comparing them tells nothing by its time
  const hash = (text: string) => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(hash(given), hash(token))) throw new RequestError(401, 'The upload token is missing or wrong.')
}

function codeOf(state: Reply<typeof upload>['state']) {
  if (state === 'imported') return 201
  return state === 'rejected' || state === 'unreadable' ? 422 : 200
}
