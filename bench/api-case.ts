import { Agent, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildApp } from '../src/api/app.ts'
import { DEFAULT_SETTINGS } from '../src/api/settings.ts'
import { ENDPOINTS } from '../src/contract/endpoints.ts'
import { openStore, type StoreLocation } from '../src/store/open.ts'
import { quantile } from './statistics.ts'

export interface ApiCase {
  readonly location: StoreLocation
  /** Requests of each kind that are measured, after a tenth as many that are not. */
  readonly requests: number
  /** Queries that say which rounds are meant, by name. */
  readonly scopes: Readonly<Record<string, string>>
  /** How it is asked: by which way, and whether ready answers may be given. */
  readonly ways: readonly { readonly over: 'call' | 'socket'; readonly cached: boolean }[]
}

/** The times of one endpoint and scope, ms. */
export interface Asked {
  readonly path: string
  /** Null: the endpoint knows no scope. */
  readonly scope: string | null
  readonly over: 'call' | 'socket'
  readonly cached: boolean
  readonly median_ms: number
  readonly p99_ms: number
  readonly bytes: number
}

type Ask = (url: string) => Promise<{ readonly status: number; readonly body: string }>

/** Asks every endpoint that reads, one request after the other. */
export async function apiCase({ location, requests, scopes, ways }: ApiCase): Promise<Asked[]> {
  const store = await openStore(location)
  const asked: Asked[] = []
  for (const { over, cached } of ways) {
    const app = await buildApp({
      store,
      settings: {
        ...DEFAULT_SETTINGS,
        requests_per_minute: Number.MAX_SAFE_INTEGER,
        // without room no answer is kept
        cache_limit_bytes: cached ? DEFAULT_SETTINGS.cache_limit_bytes : 0,
        log_level: 'silent',
      },
      importer: null,
      now: Date.now,
      log: { write: () => undefined },
    })
    const called: Ask = async (url) => {
      const { statusCode, body } = await app.inject(url)
      return { status: statusCode, body }
    }
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const paths = await pathsOf(called)
    const ask = over === 'call' ? called : overSocket(agent, await listening(app))
    for (const { path, needs, knows } of paths) {
      const known = Object.entries(scopes).filter(([, query]) => knows.has(query.split('=', 1)[0] as string))
      for (const [scope, query] of known.length > 0 ? known : [[null, ''] as const]) {
        asked.push({ path, scope, over, cached, ...(await timesOf(ask, `${path}?${needs}${query}`, requests)) })
      }
    }
    agent.destroy()
    await app.close()
  }
  await store.close()
  return asked
}

async function timesOf(ask: Ask, url: string, requests: number) {
  const times: number[] = []
  let bytes = 0
  for (let request = -Math.ceil(requests / 10); request < requests; request++) {
    const start = performance.now()
    const { status, body } = await ask(url)
    if (request >= 0) times.push(performance.now() - start)
    if (status !== 200) throw new Error(`${url} answers ${status}: ${body}`)
    bytes = body.length
  }
  return { median_ms: quantile(times, 0.5), p99_ms: quantile(times, 0.99), bytes }
}

/** The addresses of all endpoints that read, with something that exists for each part that varies. */
async function pathsOf(ask: Ask) {
  const first = async (list: string) => {
    const answer = JSON.parse((await ask(`/api/proximity/${list}?range_days=3650`)).body)
    return answer[list][0]
  }
  const { guid: guid1 } = await first('players')
  const [{ guid: guid2 }] = JSON.parse((await ask(`/api/proximity/players/${guid1}`)).body).partners
  const { map_name } = await first('maps')
  const parts: Readonly<Record<string, string>> = {
    event_id: String((await first('events')).id),
    id: String((await first('rounds')).id),
    session_id: String((await first('sessions')).id),
    ...{ guid: guid1, guid1, guid2, map_name },
  }
  return ENDPOINTS.filter(({ method }) => method === 'GET').map(({ path, query }) => {
    const named = path.replace('/sessions/:id', '/sessions/:session_id')
    return {
      path: named.replace(/:(\w+)/g, (_, name: string) => parts[name] as string),
      needs: path.endsWith('/cell') ? 'grid_x=0&grid_y=0&' : '',
      knows: new Set(Object.keys(query.shape)),
    }
  })
}

async function listening(app: Awaited<ReturnType<typeof buildApp>>): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

function overSocket(agent: Agent, port: number): Ask {
  return (path) =>
    new Promise((resolve, reject) => {
      get({ host: '127.0.0.1', port, path, agent }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString() }))
      }).on('error', reject)
    })
}
