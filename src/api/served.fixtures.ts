import type { FastifyInstance, InjectOptions } from 'fastify'
import { type RoundFile, type RoundFileOptions, roundFile } from '../../tests/support/round-files.ts'
import { importFile } from '../importer/import-file.ts'
import type { Importer } from '../importer/importer.ts'
import { guidOf } from '../metrics/round.fixtures.ts'
import type { Store } from '../store/open.ts'
import { buildApp } from './app.ts'
import { type ApiSettings, DEFAULT_SETTINGS } from './settings.ts'

/** 2026-02-20 21:30:00 UTC. */
export const NOW = Date.UTC(2026, 1, 20, 21, 30)

export interface Served {
  readonly app: FastifyInstance
  /** What was logged, one object per line. */
  readonly lines: Record<string, unknown>[]
  /** Asks and gives the body, whatever the status. */
  ask(url: string, options?: InjectOptions): Promise<Answered>
  /** The body of an answer that must be 200. */
  get(url: string): Promise<Record<string, unknown>>
}

export interface Answered {
  readonly status: number
  readonly headers: Record<string, string | number | string[] | undefined>
  readonly text: string
  readonly bytes: Buffer
  readonly body: Record<string, unknown>
}

/** An application on a store, without limits that matter. */
export async function serve(
  store: Store,
  over: Partial<ApiSettings> = {},
  importer: Pick<Importer, 'upload' | 'status'> | null = null,
  now: () => number = () => NOW,
): Promise<Served> {
  const lines: Record<string, unknown>[] = []
  const settings = { ...DEFAULT_SETTINGS, ...over }
  const log = { write: (line: string) => void lines.push(JSON.parse(line)) }
  const app = await buildApp({ store, settings, importer, now, log })
  const ask = async (url: string, options: InjectOptions = {}): Promise<Answered> => {
    const response = await app.inject({ url, ...options })
    const { 'content-type': type, 'content-encoding': encoding } = response.headers
    const isJson = String(type).startsWith('application/json') && encoding === undefined
    const text = response.body
    return {
      status: response.statusCode,
      headers: response.headers,
      text,
      bytes: response.rawPayload,
      body: isJson && text !== '' ? JSON.parse(text) : {},
    }
  }
  const get = async (url: string) => {
    const { status, body, text } = await ask(url)
    if (status !== 200) throw new Error(`${url}: ${status} ${text}`)
    return body
  }
  return { app, lines, ask, get }
}

/** Imports made-up rounds and gives their numbers. */
export async function importRounds(store: Store, rounds: readonly (RoundFileOptions | RoundFile)[]): Promise<number[]> {
  const ids: number[] = []
  for (const round of rounds) {
    const file = 'bytes' in round ? round : roundFile(round)
    const { state, reason, round_id } = await importFile(store.db, file, { timeZone: 'UTC', now: NOW })
    if (state !== 'imported' || round_id === null) throw new Error(`${file.name}: ${state} ${reason}`)
    ids.push(round_id)
  }
  return ids
}

/** A round file with something changed in its text. */
export function edited(file: RoundFile, edit: (text: string) => string): RoundFile {
  return { ...file, bytes: Buffer.from(edit(Buffer.from(file.bytes).toString())) }
}

/** An answer without what says when and to whom it was given. */
export function content(body: Record<string, unknown>): Record<string, unknown> {
  const { generated_at: _, range_days: __, scope: ___, ...rest } = body
  return rest
}

/** An address of a path of an endpoint, about a round of the fixtures, with what the endpoint cannot do without. */
export function addressOf(path: string, round_id = 1): string {
  const address = path
    .replace(':guid1', guidOf('Birch'))
    .replace(':guid2', guidOf('Dune'))
    .replace(':guid', guidOf('Birch'))
    .replace(':event_id', String(round_id * 2 ** 20))
    .replace(':id', String(round_id))
    .replace(':map_name', 'supply')
  return path.endsWith('/cell') ? `${address}?grid_x=0&grid_y=0` : address
}
