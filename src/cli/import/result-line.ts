import { basename } from 'node:path'
import type { ImportResult } from '../../importer/import-file.ts'
import { counted, printable } from '../printable.ts'

/** What became of one file, in one line. */
export function resultLine(result: ImportResult): string {
  const name = printable(basename(result.name))
  const { state, reason, rows_accepted, rows_reported, completeness } = result
  if (state !== 'imported') return `${state}: ${name}${reason === null ? '' : `: ${printable(reason)}`}`
  const rows = `${counted(rows_accepted, 'row')}${rows_reported === 0 ? '' : `, ${rows_reported} rejected`}`
  const cut = completeness === 'incomplete' ? `, incomplete${reason === null ? '' : `: ${printable(reason)}`}` : ''
  return `imported: ${name} as round ${result.round_id}, ${rows}${cut}`
}
