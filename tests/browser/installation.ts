import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { buildApp } from '../../src/api/app.ts'
import { type ApiSettings, DEFAULT_SETTINGS } from '../../src/api/settings.ts'
import { createImporter } from '../../src/importer/importer.ts'
import type { Store } from '../../src/store/open.ts'
import type { RoundFile } from '../support/round-files.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Builds the page into a folder of its own, so that a test never sees an older one. */
export async function builtPage(): Promise<{ readonly folder: string; readonly drop: () => void }> {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.cache/page-'))
  await build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder } })
  return { folder, drop: () => rmSync(folder, { recursive: true }) }
}

export interface Installation {
  /** Address without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

export interface InstallationOptions {
  readonly store: Store
  readonly page: string
  readonly files?: readonly RoundFile[]
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly instance_name?: string
  readonly instance_role?: string
  readonly game_servers?: ApiSettings['game_servers']
  readonly map_pictures?: string
  readonly upload_token?: string
}

/** Serves the built page and the interface over a database, after importing the files in turn. */
export async function installation(options: InstallationOptions): Promise<Installation> {
  const { store, page, files = [], now = Date.now, instance_name = 'Proximity', instance_role = 'production' } = options
  const { game_servers = [], map_pictures = null, upload_token = null } = options
  const importer = createImporter(store, { timeZone: 'UTC', maxFileBytes: 10_000_000 })
  for (const { name, bytes } of files) await importer.upload(name, bytes)
  const app = await buildApp({
    store,
    settings: {
      ...DEFAULT_SETTINGS,
      version: '0.1.0',
      instance_name,
      instance_role,
      web_dir: page,
      game_servers,
      map_pictures,
      upload_token,
      requests_per_minute: 100_000,
      log_level: 'silent',
    },
    importer,
    now,
    log: { write: () => undefined },
  })
  return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: async () => await app.close() }
}
