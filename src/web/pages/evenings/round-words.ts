import type { ReplyAt } from '../../../contract/client.ts'
import type { MarkKind } from '../../mark.tsx'

export type ListedRound = ReplyAt<'/api/proximity/rounds'>['rounds'][number]

/** A word for the reader and the sign beside it. */
export interface Judgement {
  readonly mark: MarkKind
  readonly words: string
}

/** How much of the round its file holds. */
export function completenessWords(completeness: string | null): Judgement {
  if (completeness === 'complete') return { mark: 'good', words: 'complete' }
  if (completeness === 'unverified') return { mark: 'unknown', words: 'unverified' }
  if (completeness === 'incomplete') return { mark: 'bad', words: 'incomplete' }
  return { mark: 'off', words: 'no file' }
}

/** The same in a sentence. */
export function completenessReason(completeness: string | null): string {
  if (completeness === 'complete') return 'The end of the file agrees with all that stands in it.'
  if (completeness === 'unverified') return 'Its tracker writes no end mark; nothing looks cut.'
  return 'The file was cut, or its end does not agree with what stands in it.'
}

const EXCLUSIONS: Readonly<Record<string, string>> = {
  incomplete: 'the file is incomplete',
  bots: 'more bots than people',
  test_mode: 'the tracker ran in test mode',
  clock: 'the start time cannot be right',
}

/** Why a round counts for nothing; null: it counts. */
export function exclusionWords({ exclusion, state }: Pick<ListedRound, 'exclusion' | 'state'>): string | null {
  if (state === 'without_file') return 'there is no file of it'
  return exclusion === null ? null : (EXCLUSIONS[exclusion] ?? exclusion)
}
