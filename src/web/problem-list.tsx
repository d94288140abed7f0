import type { ReplyAt } from '../contract/client.ts'
import { readableText } from '../format/file-text.ts'

type Problem = ReplyAt<'/api/proximity/files'>['files'][number]['problems'][number]

const LOST: Readonly<Record<string, string>> = {
  row: 'The line is left out.',
  part: 'A part of the line is left out.',
  note: 'Nothing is lost.',
}

export interface ProblemListProps {
  readonly problems: readonly Problem[]
}

/** Problems of a file, each with its place and what was lost. */
export function ProblemList({ problems }: ProblemListProps) {
  return (
    <ul class="problems">
      {problems.map(({ line, section, reason, lost }, at) => (
        <li key={`${line} ${at}`}>
          <span class="problem-place muted">{line === 0 ? 'the file' : `line ${line}, ${readableText(section)}`}</span>
          <span>{readableText(reason)}</span>
          <span class="muted">{LOST[lost] ?? ''}</span>
        </li>
      ))}
    </ul>
  )
}
