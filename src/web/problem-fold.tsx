import { useId, useState } from 'preact/hooks'
import { counted } from './numbers/format.ts'
import { ProblemList, type ProblemListProps } from './problem-list.tsx'

interface ProblemFoldProps extends ProblemListProps {
  /** Also those that are not listed. */
  readonly problem_count: number
}

/** The number of problems of a file; a click lists them. */
export function ProblemFold({ problems, problem_count }: ProblemFoldProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (problem_count === 0) return null
  return (
    <>
      <p>
        <button
          type="button"
          class="as-link"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {counted(problem_count, 'problem')}
        </button>
      </p>
      <div id={id} hidden={!isOpen}>
        {isOpen && <ProblemList problems={problems} />}
        {isOpen && problem_count > problems.length && <p class="muted">These are the first {problems.length}.</p>}
      </div>
    </>
  )
}
