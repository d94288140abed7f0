import { mapOfFile } from '../../map-address.ts'
import { Link } from '../../navigation.tsx'
import { bytes } from '../../numbers/format.ts'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import { ProblemFold } from '../../problem-fold.tsx'
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
              <Entry key={file.n} file={file} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

function Entry({ file: { n, name, size_bytes, outcome } }: { readonly file: TriedFile }) {
  const isRead = outcome !== null && 'summary' in outcome
  return (
    <li class="file">
      <p class="file-head">
        {isRead ? (
          <Link to={{ page: 'round', id: `file-${n}`, player: null }} class="try-round">
            {roundWords(outcome.summary)}
          </Link>
        ) : (
          <span class="file-name">{name}</span>
        )}
        <span class="muted">{bytes(size_bytes)}</span>
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
  return (
    <>
      <p>{playedWords(summary)}</p>
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
