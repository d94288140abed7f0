// Writes docs/settings.md from the table of settings; with --check only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsDocument } from '../../src/cli/settings/document.ts'

const path = join(import.meta.dirname, '../../docs/settings.md')
const text = settingsDocument()
if (!process.argv.includes('--check')) writeFileSync(path, text)
else if (readFileSync(path, 'utf8') !== text) {
  console.error('docs/settings.md is outdated: run npm run docs:settings')
  process.exitCode = 1
}
