import { ApiError } from './api-error.ts'
import type { Params, Query, Reply } from './endpoint.ts'
import type { ENDPOINTS } from './endpoints.ts'

type Readable = Extract<(typeof ENDPOINTS)[number], { readonly method: 'GET' }>

/** Where questions can be asked. */
export type Path = Readable['path']
type At<P extends Path> = Extract<Readable, { readonly path: P }>

export type QueryAt<P extends Path> = Query<At<P>>
export type ReplyAt<P extends Path> = Reply<At<P>>

/** What `fetch` must be able to do; `S` is its abort signal. */
export type Fetch<S> = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal?: S },
) => Promise<{ readonly ok: boolean; readonly status: number; text(): Promise<string> }>

export interface Options<P extends Path, S> {
  readonly params?: Params<At<P>>
  readonly query?: QueryAt<P>
  /** Ends the request; the promise then fails as `fetch` says. */
  readonly signal?: S
}

type Asked<P extends Path, S> =
  Params<At<P>> extends undefined
    ? [options?: Options<P, S>]
    : [options: Options<P, S> & { readonly params: Params<At<P>> }]

/** Asks a server. */
export interface Client<S> {
  get<P extends Path>(path: P, ...options: Asked<P, S>): Promise<ReplyAt<P>>
}

/**
 * A client for the server at `base`, such as `http://127.0.0.1:7000`, or '' for the one that the page came from. What is
 * null or absent in a query is not sent. Any answer but the expected one is an {@link ApiError}.
 */
export function createClient<S>(base: string, fetch: Fetch<S>): Client<S> {
  return {
    async get<P extends Path>(path: P, ...[options = {}]: [options?: Options<P, S>]): Promise<ReplyAt<P>> {
      const { params, query, signal } = options
      const url = `${base}${filled(path, params ?? {})}${search(query ?? {})}`
      const headers = { accept: 'application/json' }
      const response = await fetch(url, signal === undefined ? { headers } : { headers, signal })
      const body = await response.text()
      if (response.ok) return json(body) as ReplyAt<P>
      const { detail, error_id } = (json(body) ?? {}) as { detail?: unknown; error_id?: string }
      throw new ApiError(response.status, sentence(detail, response.status), error_id ?? null)
    },
  }
}

function filled(path: string, params: object): string {
  let result = path
  for (const [name, value] of Object.entries(params)) result = result.replace(`:${name}`, encodeURIComponent(value))
  return result
}

function search(query: object): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined)
  const pairs = given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // a proxy's own error page
    return null
  }
}

function sentence(detail: unknown, status: number): string {
  if (typeof detail === 'string') return detail
  if (!Array.isArray(detail)) return `The server answered ${status}.`
  return detail.map(({ loc, msg }) => `${loc?.at(-1)}: ${msg}`).join('; ')
}
