import { readableText } from '../../../../format/file-text.ts'
import { type Fact, Facts } from '../../../facts.tsx'
import { Mark } from '../../../mark.tsx'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { sizeFigure } from '../../../numbers/file-figures.ts'
import { dayAndClock } from '../../../when.ts'
import { completenessReason, completenessWords } from '../round-words.ts'
import type { OpenedRound } from './opened-round.tsx'

/** Where the round comes from. */
export function FileFacts({ round }: { readonly round: OpenedRound }) {
  return <Facts facts={factsOf(round)} />
}

function factsOf({ file, completeness, build, build_exact, format, server }: OpenedRound): readonly Fact[] {
  const { mark, words } = completenessWords(completeness)
  return [
    { name: 'Name', value: <span class="file-name">{file.name}</span> },
    {
      name: 'State',
      value: (
        <span class="state">
          <Mark kind={mark} />
          imported, {words}
        </span>
      ),
      more: completenessReason(completeness),
    },
    { name: 'Imported', value: dayAndClock(file.imported_at) },
    { name: 'Server', value: server === '' ? 'not named' : readableText(server) },
    {
      name: 'Tracker',
      value:
        build === null ? (
          'unknown'
        ) : (
          <>
            build <code>{build}</code>
            {!build_exact && ' or a little later'}
          </>
        ),
      more: `file format ${format ?? 'unknown'}`,
    },
    {
      name: 'Size',
      value: <FigureValue figure={sizeFigure(file, file.size_bytes)} />,
      more: <code>SHA-256 {file.sha256.slice(0, 16)}…</code>,
    },
  ]
}
