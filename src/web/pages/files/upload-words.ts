import type { MarkKind } from '../../mark.tsx'
import { count, counted } from '../../numbers/format.ts'
import type { Upload } from './use-uploads.ts'

/** What became of an upload, for the reader. */
export interface Judged {
  readonly mark: MarkKind
  readonly words: string
  /** A sentence; empty: there is no more to say. */
  readonly why: string
  readonly round_id: number | null
}

/** Null: it is not done yet. */
export function judgedUpload({ outcome }: Pick<Upload, 'outcome'>): Judged | null {
  if (outcome === null) return null
  if ('failed' in outcome) return { mark: 'bad', words: 'not sent', why: outcome.failed, round_id: null }
  const { state, reason, round_id, completeness, rows_accepted, problem_count } = outcome
  if (state === 'imported') {
    const problems = problem_count === 0 ? '' : `, ${counted(problem_count, 'problem')} while reading`
    const taken = `${count(rows_accepted)} lines taken${problems}.`
    const cut = completeness === 'incomplete' ? ` It is incomplete and counts for nothing: ${reason ?? 'cut'}.` : ''
    return { mark: cut === '' ? 'good' : 'warn', words: 'imported', why: taken + cut, round_id }
  }
  if (state === 'unchanged') {
    return { mark: 'off', words: 'unchanged', why: `This file is here already (${reason}).`, round_id }
  }
  if (state === 'superseded') return { mark: 'off', words: 'superseded', why: `${reason}.`, round_id }
  return { mark: 'bad', words: 'rejected', why: `This is no round to import: ${reason}.`, round_id: null }
}
