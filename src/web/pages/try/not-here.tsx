import { Link } from '../../navigation.tsx'
import { bytes } from '../../numbers/format.ts'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import type { TriedFile } from '../../tried/tried.ts'
import { useTried } from '../../tried/use-tried.ts'
import { TryDrop } from './try-drop.tsx'

interface NotHereProps {
  readonly n: number
  /** Undefined: this tab has no such file. */
  readonly file: TriedFile | undefined
}

/** Instead of a file that cannot be shown, or not yet: why, and what to do. */
export function NotHere({ n, file }: NotHereProps) {
  const { files } = useTried()
  if (file === undefined) {
    return (
      <>
        <PageTitle title={`File ${n}`} place={n} />
        <Panel title="This tab does not have the file">
          <p>
            Files live in their tab only: after a reload, or from a link, they must be opened again. The first one that
            you open is file 1.
          </p>
          <TryDrop />
          {files.length > 0 && <AllFiles />}
        </Panel>
      </>
    )
  }
  const { name, size_bytes, outcome } = file
  const reason = outcome !== null && 'reason' in outcome ? outcome.reason : null
  return (
    <>
      <PageTitle title={`File ${n}`} place={n} />
      <Panel title={reason === null ? 'Reading' : 'Not shown'} aside={bytes(size_bytes)}>
        <p class="file-name">{name}</p>
        {reason === null ? (
          <p role="status" aria-busy="true">
            <progress aria-label="Reading" />
          </p>
        ) : (
          <p class="bad">It cannot be shown: {reason}.</p>
        )}
        <AllFiles />
      </Panel>
    </>
  )
}

function AllFiles() {
  return (
    <p>
      <Link to={{ page: 'try' }}>All files of this tab</Link>
    </p>
  )
}
