import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestError } from './request-error.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'

/** What no address of a file of the page has: ways out of its folder, and bytes that no name holds. */
const NO_FILE = /\\|\/\/|\.\.|%(?:00|2e|2f|5c)/i

/** Serves the built page from its folder and nothing else; any other address that is none of a file shows the page. */
export async function servePage(app: FastifyInstance, webDir: string | null): Promise<void> {
  app.addHook('onRequest', async ({ url }) => {
    const path = pathOf(url)
    if (!path.startsWith('/api/') && NO_FILE.test(path)) throw new RequestError(404, 'Not Found')
  })
  if (webDir !== null) {
    await app.register(fastifyStatic, {
      root: webDir,
      dotfiles: 'ignore',
      index: 'index.html',
      cacheControl: false,
      setHeaders: (reply, path) => {
        // the build names these files after their content
        reply.header('cache-control', path.startsWith(`${webDir}/assets/`) ? FOR_EVER : 'no-cache')
      },
    })
  }
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    if (webDir !== null && isPage(request)) return reply.sendFile('index.html')
    return reply.code(404).send({ detail: 'Not Found' })
  })
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? ''
}

function isPage({ method, url }: FastifyRequest): boolean {
  const path = pathOf(url)
  return (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/') && !/\.|\/$/.test(path)
}
