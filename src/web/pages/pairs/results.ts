import type { ReplyAt } from '../../../contract/client.ts'
import type { Value } from '../../numbers/figure.ts'
import { shareOf } from '../../numbers/interval.ts'

type Results = ReplyAt<'/api/proximity/trios'>['trios'][number]['results']

/** Rounds won of those whose winner is known; older files do not tell, which is not zero (L-14). */
export function resultsValue({ known, won, interval }: Results): Value {
  if (known === 0) return { kind: 'not_captured', reason: 'no file of these rounds tells who won' }
  return { kind: 'count', count: won, of: known, share: shareOf(won, known, interval) }
}
