import { buildApp } from '../../api/app.ts'
import { type Client, createClient } from '../../contract/client.ts'
import type { Store } from '../../store/open.ts'
import type { Context } from '../context.ts'
import { withReadableDatabase } from '../database.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { addressOf, whatRuns } from '../running-server.ts'
import { apiSettings } from '../serve/api-settings.ts'
import type { Settings } from '../settings/table.ts'
import { statusLines } from '../status-lines.ts'

const LATEST_ROUNDS = 5

type Ask = Client<AbortSignal>

/** Prints what is stored. While a running server holds the embedded database, that server is asked. */
export async function status(context: Context, { json = false }): Promise<ExitCode> {
  const settings = context.settings()
  const print = async (client: Ask) => {
    const told = await client.get('/api/status')
    if (json) {
      context.print(JSON.stringify(told, null, 2))
      return
    }
    const query = { range_days: 3650, limit: LATEST_ROUNDS }
    const { rounds } = await client.get('/api/proximity/rounds', { query })
    for (const line of statusLines(told, rounds, Date.now())) context.print(line)
  }
  try {
    await withReadableDatabase(settings, async (store) => await inProcess(store, settings, print))
  } catch (error) {
    const locked = error instanceof Error && error.name === 'LockedError'
    if (!locked || typeof (await whatRuns(settings)) === 'string') throw error
    await print(createClient(addressOf(settings), fetch))
  }
  return EXIT.done
}

/** Lets a client ask the API of this process, which listens nowhere. */
async function inProcess(store: Store, settings: Settings, ask: (client: Ask) => Promise<void>): Promise<void> {
  const app = await buildApp({
    store,
    settings: { ...apiSettings(settings), log_level: 'silent' },
    importer: null,
    now: Date.now,
    log: { write: () => undefined },
  })
  try {
    const client = createClient<AbortSignal>('', async (url) => {
      const { statusCode, payload } = await app.inject(url)
      return { ok: statusCode === 200, status: statusCode, text: async () => payload }
    })
    await ask(client)
  } finally {
    await app.close()
  }
}
