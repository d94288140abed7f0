import type { Value } from '../../numbers/figure.ts'

/** Rounds won of those whose winner is known; older files do not tell, which is not zero (L-14). */
export function resultsValue({ known, won }: { readonly known: number; readonly won: number }): Value {
  if (known === 0) return { kind: 'not_captured', reason: 'no file of these rounds tells who won' }
  return { kind: 'count', count: won, of: known }
}
