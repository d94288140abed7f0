import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { Importer } from '../importer/importer.ts'
import type { Store } from '../store/open.ts'
import type { Clock } from './clock.ts'
import { serveDocuments } from './documents.ts'
import { handleErrors } from './error-handler.ts'
import { serveGameServers } from './game-servers/serve.ts'
import { serveHealth } from './health.ts'
import { serveMapPictures } from './map-pictures.ts'
import { serveMetrics } from './metrics.ts'
import { mount } from './mount.ts'
import { servePage } from './page.ts'
import { limitRate } from './rate-limit.ts'
import { logRequests } from './request-log.ts'
import { ResponseCache } from './response-cache.ts'
import { leaderboardsRoute } from './routes/boards.ts'
import { definitionsRoute, filesRoute, installationRoute } from './routes/data.ts'
import { engagementsRoute, eventRoute, eventsRoute, hotzonesRoute, summaryRoute } from './routes/fights.ts'
import { classesRoute, moversRoute } from './routes/lives.ts'
import { mapCellRoute, mapFloorRoute, mapKillsRoute, mapRoute, mapsRoute } from './routes/maps.ts'
import { pairRoute, pairsRoute, triosRoute } from './routes/pairs.ts'
import { playerDangersRoute, playerRoute, playerStyleRoute, playersRoute, playerTrendRoute } from './routes/players.ts'
import { roundRoute, roundsRoute, sessionRoute, sessionsRoute } from './routes/rounds.ts'
import { scopesRoute } from './routes/scopes.ts'
import { duosRoute, reactionsRoute, teamplayRoute, tradesEventsRoute, tradesSummaryRoute } from './routes/teams.ts'
import { guardRequests } from './security.ts'
import type { ApiSettings } from './settings.ts'
import { serveStatus } from './status.ts'
import { serveUpload } from './upload.ts'
import { parseQueryString, validatorCompiler } from './validation.ts'

/** What the HTTP side is made from. */
export interface AppParts {
  readonly store: Store
  readonly settings: ApiSettings
  /** Null: this process imports nothing. */
  readonly importer: Pick<Importer, 'upload' | 'status'> | null
  readonly now: Clock
  /** Takes lines of JSON, one per event. */
  readonly log: { write(line: string): void }
}

/** Without uploads a request has no body. */
const BODY_LIMIT_BYTES = 1_024
/** Longest part of an address that varies. */
const LONGEST_PARAMETER = 200

/** The HTTP side, not listening yet. */
export async function buildApp({ store, settings, importer, now, log }: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: settings.log_level === 'silent' ? false : { level: settings.log_level, stream: log },
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: settings.trusted_proxies.length === 0 ? false : [...settings.trusted_proxies],
    bodyLimit: BODY_LIMIT_BYTES,
    routerOptions: { querystringParser: parseQueryString, maxParamLength: LONGEST_PARAMETER },
    frameworkErrors: (error, _request, reply: FastifyReply) => reply.code(400).send({ detail: error.message }),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  handleErrors(app)
  logRequests(app)
  guardRequests(app, settings.allowed_origins)
  await limitRate(app, settings.requests_per_minute)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    // the best compression takes seconds for a large round
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await serveDocuments(app, settings.version)
  serveMetrics(app, store, importer)

  const serving = { store, cache: new ResponseCache(settings.cache_limit_bytes), now }
  mount(app, scopesRoute, serving)
  mount(app, summaryRoute, serving)
  mount(app, engagementsRoute, serving)
  mount(app, hotzonesRoute, serving)
  mount(app, mapsRoute, serving)
  mount(app, mapRoute, serving)
  mount(app, mapCellRoute, serving)
  mount(app, mapKillsRoute, serving)
  mount(app, mapFloorRoute(settings.map_pictures), serving)
  mount(app, duosRoute, serving)
  mount(app, pairsRoute, serving)
  mount(app, pairRoute, serving)
  mount(app, triosRoute, serving)
  mount(app, moversRoute, serving)
  mount(app, classesRoute, serving)
  mount(app, reactionsRoute, serving)
  mount(app, teamplayRoute, serving)
  mount(app, leaderboardsRoute, serving)
  mount(app, tradesSummaryRoute, serving)
  mount(app, tradesEventsRoute, serving)
  mount(app, eventsRoute, serving)
  mount(app, eventRoute, serving)
  mount(app, sessionsRoute, serving)
  mount(app, sessionRoute, serving)
  mount(app, roundsRoute, serving)
  mount(app, roundRoute, serving)
  mount(app, playersRoute, serving)
  mount(app, playerRoute, serving)
  mount(app, playerStyleRoute, serving)
  mount(app, playerTrendRoute, serving)
  mount(app, playerDangersRoute, serving)
  mount(app, filesRoute, serving)
  await serveUpload(app, settings, importer)
  mount(app, definitionsRoute, serving)
  mount(app, installationRoute, serving)
  serveStatus(app, store, settings, importer, now)
  serveGameServers(app, settings.game_servers, now)
  serveHealth(app, store)
  serveMapPictures(app, settings.map_pictures)
  await servePage(app, settings.web_dir)
  return app
}
