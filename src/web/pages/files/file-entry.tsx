import type { ReplyAt } from '../../../contract/client.ts'
import { readableText } from '../../../format/file-text.ts'
import { LATEST } from '../../address.ts'
import { Mark, type MarkKind } from '../../mark.tsx'
import { Link } from '../../navigation.tsx'
import { bytes, count } from '../../numbers/format.ts'
import { ProblemFold } from '../../problem-fold.tsx'
import { dayAndClock } from '../../when.ts'

type LedgerFile = ReplyAt<'/api/proximity/files'>['files'][number]

const MARKS: Readonly<Record<LedgerFile['state'], MarkKind>> = { imported: 'good', superseded: 'off', rejected: 'bad' }

/** One file of the ledger. */
export function FileEntry({ file }: { readonly file: LedgerFile }) {
  return (
    <li class="file">
      <p class="file-head">
        <span class="file-name">{file.name}</span>
        <span class="state">
          <Mark kind={MARKS[file.state]} />
          {file.state}
        </span>
      </p>
      <p class="muted">{origin(file)}</p>
      {file.reason !== null && (
        <p class={file.state === 'rejected' ? 'bad' : undefined}>{sentence(readableText(file.reason))}</p>
      )}
      {file.round_id !== null && (
        <p class="file-ways">
          <Link to={{ ...LATEST, round_id: file.round_id }}>Show its round</Link>
        </p>
      )}
      <ProblemFold problems={file.problems} problem_count={file.problem_count} />
    </li>
  )
}

function origin({ imported_at, server, size_bytes, build, completeness, rows_accepted }: LedgerFile): string {
  const parts = [dayAndClock(imported_at), readableText(server), bytes(size_bytes)]
  if (build !== null) parts.push(`tracker build ${build}`)
  if (completeness !== null) parts.push(completeness)
  if (rows_accepted > 0) parts.push(`${count(rows_accepted)} lines taken`)
  return parts.filter((part) => part !== '').join(' · ')
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}
