import type { FastifyInstance } from 'fastify'
import type { Reply } from '../../contract/endpoint.ts'
import { gameServers } from '../../contract/game-servers.ts'
import { timeText } from '../answer.ts'
import type { Clock } from '../clock.ts'
import { schemaOf } from '../mount.ts'
import type { GameServerPlace } from './ask.ts'
import { watchGameServers } from './watch.ts'

/** Who plays at this moment. Needs no database. */
export function serveGameServers(app: FastifyInstance, places: readonly GameServerPlace[], now: Clock): void {
  const latest = watchGameServers(places, now)
  app.get(
    gameServers.path,
    { schema: schemaOf(gameServers) },
    async (_request, reply): Promise<Reply<typeof gameServers>> => {
      const servers = await latest()
      reply.header('cache-control', 'no-store')
      return {
        generated_at: timeText(now()),
        servers: servers.map(({ since, asked_at, answered_at, ...server }) => ({
          ...server,
          since: timeText(since),
          asked_at: timeText(asked_at),
          answered_at: answered_at === null ? null : timeText(answered_at),
        })),
      }
    },
  )
}
