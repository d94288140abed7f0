import type { z } from 'zod'

/** What may be asked at one address and what is answered: server, client and documents are made from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST'
  /** With a `:name` for each part that varies. */
  readonly path: string
  /** One sentence for the documents. */
  readonly about: string
  readonly params?: z.ZodObject
  readonly query: z.ZodObject
  readonly reply: z.ZodType
}

/** The parts of an endpoint's path as a caller gives them. */
export type Params<E extends Endpoint> = E extends { readonly params: z.ZodType } ? z.output<E['params']> : undefined

/** A query as a caller gives it: everything may be left out. */
export type Query<E extends Endpoint> = { readonly [K in keyof z.output<E['query']>]?: z.output<E['query']>[K] | null }

type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T

export type Reply<E extends Endpoint> = Frozen<z.output<E['reply']>>
