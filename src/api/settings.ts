import type { GameServerPlace } from './game-servers/ask.ts'

/** What an operator may set of the HTTP side. */
export interface ApiSettings {
  readonly version: string
  /** Shown in the interface, so that nobody mistakes a copy for the real one (L-82). */
  readonly instance_name: string
  readonly instance_role: string
  /** Folder of the built page; null: none is served. */
  readonly web_dir: string | null
  /** Folder with pictures of maps; null: there are none. */
  readonly map_pictures: string | null
  readonly game_servers: readonly GameServerPlace[]
  /** Who knows it may upload round files; null: nobody may. */
  readonly upload_token: string | null
  readonly upload_limit_bytes: number
  /** Origins of pages from elsewhere that may ask; none by default. */
  readonly allowed_origins: readonly string[]
  /** Addresses of proxies whose word about the client's address is taken. */
  readonly trusted_proxies: readonly string[]
  /** Requests to the interface per minute and client; the page itself does not count. */
  readonly requests_per_minute: number
  /** Memory for ready answers. */
  readonly cache_limit_bytes: number
  readonly log_level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export const DEFAULT_SETTINGS = {
  version: '0.0.0',
  instance_name: 'proximity',
  instance_role: 'unset',
  web_dir: null,
  map_pictures: null,
  game_servers: [],
  upload_token: null,
  upload_limit_bytes: 64_000_000,
  allowed_origins: [],
  trusted_proxies: [],
  requests_per_minute: 1_200,
  cache_limit_bytes: 64_000_000,
  log_level: 'info',
} as const satisfies ApiSettings
