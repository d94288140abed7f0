// Writes docs/format.md from the tables of the format; with --check only says whether it is up to date.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatDocument } from '../../src/format/document.ts'

const path = join(import.meta.dirname, '../../docs/format.md')
const text = formatDocument()
if (!process.argv.includes('--check')) writeFileSync(path, text)
else if (readFileSync(path, 'utf8') !== text) {
  console.error('docs/format.md is outdated: run node scripts/docs/format.ts')
  process.exitCode = 1
}
