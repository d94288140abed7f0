// Writes the pages of docs/ that are made from code; a test holds the committed pages against them.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsDocument } from '../src/cli/settings/document.ts'
import { formatDocument } from '../src/format/document.ts'
import { apiDocument } from './docs/api.ts'
import { metricsDocument } from './docs/metrics.ts'
import { trackerDocument } from './docs/tracker.ts'

/** The text of each generated page, by its name. */
export const DOCUMENTS: Readonly<Record<string, () => string>> = {
  'api.md': apiDocument,
  'format.md': formatDocument,
  'metrics.md': metricsDocument,
  'settings.md': settingsDocument,
  'tracker.md': trackerDocument,
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of Object.entries(DOCUMENTS)) {
    writeFileSync(join(import.meta.dirname, '../docs', name), text())
  }
}
