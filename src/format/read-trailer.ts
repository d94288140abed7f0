import type { Trailer } from './trailer.ts'

const COUNT = '(?:0|[1-9]\\d{0,8})'
const PAIR = `[A-Z][A-Z0-9_]*:${COUNT}`
const TRAILER = new RegExp(`^# END rows=((?:${PAIR}(?:,${PAIR})*)?) adler32=(0|[1-9]\\d{0,9})$`)

/** The trailer that a line holds, or undefined if it is none, is damaged or names a section twice. */
export function readTrailer(line: string): Trailer | undefined {
  const [, text, adler32] = TRAILER.exec(line) ?? []
  if (text === undefined || adler32 === undefined) return undefined
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split(':'))
  const rows = pairs.map(([section = '', count]) => [section, Number(count)] as const)
  if (new Set(rows.map(([section]) => section)).size < rows.length) return undefined
  return { rows, adler32: Number(adler32) }
}
