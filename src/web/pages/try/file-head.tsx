import type { FileAddress, Place } from '../../address.ts'
import { mapOfFile } from '../../map-address.ts'
import { Mark } from '../../mark.tsx'
import { Link } from '../../navigation.tsx'
import { Explained } from '../../numbers/explained.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { sizeFigure } from '../../numbers/file-figures.ts'
import { ProblemFold } from '../../problem-fold.tsx'
import type { Summary } from '../../tried/messages.ts'
import type { TriedFile } from '../../tried/tried.ts'
import { completenessReason, completenessWords } from '../evenings/round-words.ts'
import { leftOutWords } from './file-words.ts'

interface FileHeadProps {
  readonly address: FileAddress
  readonly n: number
  readonly file: TriedFile
  readonly summary: Summary
}

/** Which file it is, what is wrong with it, and the ways to everything about it. */
export function FileHead({ address, n, file: { name, size_bytes }, summary }: FileHeadProps) {
  const { mark, words } = completenessWords(summary.completeness)
  const leftOut = leftOutWords(summary)
  const player = address.page === 'round' || address.page === 'replay' ? address.player : null
  const ways: readonly (readonly [words: string, to: Place])[] = [
    ['Round', { page: 'round', id: `file-${n}`, player }],
    ['Replay', { page: 'replay', id: `file-${n}`, t_ms: null, fight: null, player }],
    ['Map', mapOfFile(n)],
    ['All files', { page: 'try' }],
  ]
  return (
    <section class="try-head" aria-label="The file">
      <ul class="tabs">
        {ways.map(([way, to]) => (
          <li key={way}>
            <Link to={to} isCurrent={to.page === address.page}>
              {way}
            </Link>
          </li>
        ))}
      </ul>
      <p class="muted">
        <span class="file-name">{name}</span> · <Size n={n} name={name} size_bytes={size_bytes} /> · tracker build{' '}
        <code>{summary.build}</code> ·{' '}
        <span class="state" title={completenessReason(summary.completeness)}>
          <Mark kind={mark} />
          {words}
        </span>
      </p>
      {leftOut !== null && <p class="warn">{leftOut}</p>}
      <ProblemFold problems={summary.problems} problem_count={summary.problem_count} />
    </section>
  )
}

function Size({ n, ...file }: Pick<FileHeadProps, 'n'> & Pick<TriedFile, 'name' | 'size_bytes'>) {
  return (
    <Explained scope="One file of this tab" leftOut="" rounds={{ page: 'try' }}>
      <FigureValue figure={sizeFigure({ id: n, name: file.name }, file.size_bytes)} />
    </Explained>
  )
}
