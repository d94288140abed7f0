import { count } from '../../numbers/format.ts'

/** Rounds won of those whose winner is known; older files do not tell, which is not zero (L-14). */
export function resultsWords({ known, won }: { readonly known: number; readonly won: number }): string {
  return known === 0 ? 'not captured' : `${count(won)} of ${count(known)}`
}
