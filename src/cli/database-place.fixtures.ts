import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Engine, newDatabase, snapshot } from '../../tests/support/databases.ts'
import { openStore, type Store } from '../store/open.ts'
import type { Variables } from './settings/sources.ts'

/** A working directory with settings that name an empty, migrated database of its own. */
export interface DatabasePlace {
  readonly folder: string
  readonly environment: Variables
  /** The database itself, while no command uses it. */
  look<T>(work: (store: Store) => Promise<T>): Promise<T>
  drop(): Promise<void>
}

/** `made` false: the embedded database is left to be made by the first command. */
export async function databasePlace(engine: Engine, { made = true } = {}): Promise<DatabasePlace> {
  const folder = mkdtempSync(join(tmpdir(), 'proximity-cli-'))
  const server = engine === 'postgres' ? await newDatabase() : undefined
  if (server === undefined && made) {
    // making it anew takes seconds
    const store = await openStore({ folder: join(folder, 'data') }, { snapshot: await snapshot() })
    await store.close()
  }
  return {
    folder,
    environment: {
      PROXIMITY_PORT: String(await freePort()),
      ...(server === undefined ? {} : { DATABASE_URL: server.url }),
    },
    async look(work) {
      const store = await openStore(server === undefined ? { folder: join(folder, 'data') } : { url: server.url })
      try {
        return await work(store)
      } finally {
        await store.close()
      }
    },
    async drop() {
      await server?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address === null || typeof address === 'string' ? 0 : address.port
      server.close(() => resolve(port))
    })
  })
}
