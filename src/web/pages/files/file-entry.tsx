import { readableText } from '../../../format/file-text.ts'
import { LATEST } from '../../address.ts'
import { Mark, type MarkKind } from '../../mark.tsx'
import { Link } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { linesFigure, sizeFigure } from '../../numbers/file-figures.ts'
import { ProblemFold } from '../../problem-fold.tsx'
import { type LedgerFile, originWords, reasonWords, trackerWords } from './file-words.ts'

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
      <p class="muted">
        {originWords(file)}
        {file.build !== null && (
          <>
            {' · tracker build '}
            <code>{file.build}</code>
          </>
        )}
        {' · '}
        <FigureValue figure={sizeFigure(file, file.size_bytes)} />
        {file.rows_accepted > 0 && (
          <>
            {' · '}
            <FigureValue figure={linesFigure(file, file.rows_accepted)} />
          </>
        )}
      </p>
      {file.tracker !== null && <p class="muted">{trackerWords(file.tracker)}</p>}
      {file.reason !== null && (
        <p class={`reason ${file.state === 'rejected' ? 'bad' : file.state === 'imported' ? 'warn' : ''}`}>
          {reasonWords(file.state, readableText(file.reason))}
        </p>
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
