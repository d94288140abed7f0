import type { Place } from '../../address.ts'
import { mapOfFile } from '../../map-address.ts'
import { Link } from '../../navigation.tsx'
import { Explained } from '../../numbers/explained.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { sizeFigure } from '../../numbers/file-figures.ts'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import { ProblemFold } from '../../problem-fold.tsx'
import { fightsFigure, lengthFigure } from '../../round/round-figures.ts'
import { WhoWasThere } from '../../round/who-was-there.tsx'
import type { Summary } from '../../tried/messages.ts'
import type { TriedFile } from '../../tried/tried.ts'
import { useTried } from '../../tried/use-tried.ts'
import { leftOutWords, playedWords, roundWords } from './file-words.ts'
import { TryDrop } from './try-drop.tsx'

/** Round files of the reader, looked into in his browser alone. */
export function TryPage() {
  const { files } = useTried()
  return (
    <>
      <PageTitle title="Try a file" />
      <Panel title="Watch a round without a server" class="try">
        <p>
          See the fights, the replay and the map of a round. All of it happens in this browser: nothing is uploaded, and
          when you close or reload this tab the files are gone from it.
        </p>
        <TryDrop />
      </Panel>
      {files.length > 0 && (
        <Panel title="Open in this tab">
          <ul class="files">
            {files.map((file) => (
              <Explained key={file.n} file={file.n} scope={file.name} leftOut="" rounds={roundOf(file.n)}>
                <Entry file={file} />
              </Explained>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function roundOf(n: number): Place {
  return { page: 'round', id: `file-${n}`, player: null }
}

function Entry({ file: { n, name, size_bytes, outcome } }: { readonly file: TriedFile }) {
  const isRead = outcome !== null && 'summary' in outcome
  return (
    <li class="file">
      <p class="file-head">
        {isRead ? (
          <Link to={roundOf(n)} class="try-round">
            {roundWords(outcome.summary)}
          </Link>
        ) : (
          <span class="file-name">{name}</span>
        )}
        <FigureValue figure={sizeFigure({ id: n, name }, size_bytes)} />
      </p>
      {outcome === null && <p class="muted">still to be read</p>}
      {outcome !== null && 'reason' in outcome && <p class="bad">It cannot be shown: {outcome.reason}.</p>}
      {isRead && <Read n={n} name={name} summary={outcome.summary} />}
    </li>
  )
}

interface ReadProps {
  readonly n: number
  readonly name: string
  readonly summary: Summary
}

function Read({ n, name, summary }: ReadProps) {
  const leftOut = leftOutWords(summary)
  const round = { ...summary.facts, id: n }
  const { clock_start_ms, clock_end_ms, fights } = summary.sums
  return (
    <>
      <p>
        {playedWords(summary)} · <FigureValue figure={lengthFigure(round, clock_end_ms - clock_start_ms)} /> ·{' '}
        <WhoWasThere round={round} played={summary.sums} words=" players" /> ·{' '}
        <FigureValue figure={fightsFigure(round, fights)} /> fights
      </p>
      <p class="muted file-name">{name}</p>
      {leftOut !== null && <p class="warn">{leftOut}</p>}
      <p class="file-ways">
        <Link to={{ page: 'replay', id: `file-${n}`, t_ms: null, fight: null, player: null }}>Replay</Link>
        <Link to={mapOfFile(n)}>Map</Link>
      </p>
      <ProblemFold problems={summary.problems} problem_count={summary.problem_count} />
    </>
  )
}
