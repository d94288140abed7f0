import { useState } from 'preact/hooks'
import { ShowMore } from '../../../more.tsx'
import { counted } from '../../../numbers/format.ts'
import { ProblemList } from '../../../problem-list.tsx'
import type { OpenedRound } from './opened-round.tsx'

/** Shown before the reader asks for all. */
const FIRST = 10

/** The lines of the file that were not understood, and what was lost with them. */
export function Problems({ file }: { readonly file: OpenedRound['file'] }) {
  const [isWhole, setWhole] = useState(false)
  const { problems, problem_count } = file
  return (
    <>
      <ProblemList problems={isWhole ? problems : problems.slice(0, FIRST)} />
      {!isWhole && problems.length > FIRST && (
        <ShowMore show={() => setWhole(true)}>Show all {problems.length}</ShowMore>
      )}
      {problem_count > problems.length && (
        <p class="remark muted">
          {counted(problem_count, 'problem')} in all; the first {problems.length} are kept with their reason.
        </p>
      )}
    </>
  )
}
