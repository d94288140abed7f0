import { createImporter, type Importer } from '../../importer/importer.ts'
import type { Store } from '../../store/open.ts'
import { EXIT } from '../exit-code.ts'
import type { Settings } from '../settings/table.ts'
import { UserError } from '../user-error.ts'

const BYTES_PER_MB = 1_000_000

/** An importer with the settings; `server` stands in for the server that files may not name. */
export function importerOf(store: Store, settings: Settings, server = settings.serverName): Importer {
  return createImporter(store, {
    server,
    timeZone: settings.timeZone,
    maxFileBytes: settings.maxFileMb * BYTES_PER_MB,
  })
}

/** Stops a command that imports where importing is switched off. */
export function requireEnabled({ enabled }: Settings): void {
  if (!enabled) {
    throw new UserError('importing is switched off: set PROXIMITY_ENABLED to true, or leave it out', EXIT.failed)
  }
}
