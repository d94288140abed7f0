import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Endpoint, Params, Reply } from '../contract/endpoint.ts'
import type { Database } from '../store/database.ts'

/** What was asked, and the snapshot of the data to answer it from. */
export interface Asked<E extends Endpoint> {
  readonly db: Kysely<Database>
  readonly query: z.output<E['query']>
  readonly params: Params<E>
  readonly now_ms: number
}

/** An endpoint and how it is answered. */
export interface Route<E extends Endpoint = Endpoint> {
  readonly endpoint: E
  read(asked: Asked<E>): Promise<Reply<E>>
  /** Tag of the answer, where its content need not be looked at. */
  readonly tag?: (reply: Reply<E>) => string | null
  /** True if the answer to this query can never become another one. */
  readonly isForEver?: (reply: Reply<E>, query: z.output<E['query']>) => boolean
}

/** A route, checked against its contract. */
export function route<const E extends Endpoint>(
  endpoint: E,
  read: Route<E>['read'],
  caching: Pick<Route<E>, 'tag' | 'isForEver'> = {},
): Route<E> {
  return { endpoint, read, ...caching }
}
