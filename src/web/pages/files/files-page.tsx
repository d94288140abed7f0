import { useState } from 'preact/hooks'
import type { ReplyAt } from '../../../contract/client.ts'
import { FILE_STATES, type FileState, type FilesAddress } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import type { Answer } from '../../answer/use-answer.ts'
import { usePages } from '../../answer/use-pages.ts'
import { More } from '../../more.tsx'
import { Link } from '../../navigation.tsx'
import { count } from '../../numbers/format.ts'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import type { Status } from '../status/status.ts'
import { FileEntry } from './file-entry.tsx'
import { UploadPanel } from './upload-panel.tsx'

type Files = ReplyAt<'/api/proximity/files'>

interface FilesPageProps {
  readonly address: FilesAddress
  readonly status: Answer<Status>
}

/** Every file that came and what became of it. */
export function FilesPage({ address: { state }, status }: FilesPageProps) {
  const [uploads, setUploads] = useState(0)
  const files = usePages(`files ${state} ${uploads}`, (cursor, signal) =>
    server.get('/api/proximity/files', { query: { state, cursor }, signal }),
  )
  const counts = files.state === 'here' ? (files.data.pages[0]?.counts ?? null) : null
  const isNone = counts !== null && FILE_STATES.every((one) => counts[one] === 0)
  return (
    <>
      <PageTitle title="Rounds and files" />
      <UploadPanel status={status} done={() => setUploads((n) => n + 1)} />
      <Panel title="Every file that came, the newest first">
        {!isNone && <States counts={counts} chosen={state} />}
        <Answered
          answer={files}
          lines={10}
          empty={({ pages }) => (pages[0]?.files.length === 0 ? emptyWords(state) : null)}
        >
          {({ pages, ...rest }) => (
            <>
              <ul class="files">
                {pages
                  .flatMap((page) => page.files)
                  .map((file) => (
                    <FileEntry key={file.id} file={file} />
                  ))}
              </ul>
              <More {...rest} noun="files" />
            </>
          )}
        </Answered>
      </Panel>
    </>
  )
}

function emptyWords(state: FileState | null) {
  if (state === null) {
    return (
      <>
        No file has come yet. Put one into the import folder, run <code>./proximity import FILE</code>, or{' '}
        <Link to={{ page: 'try' }}>try a file</Link> in this browser alone.
      </>
    )
  }
  return (
    <>
      No file is {state}. <Link to={{ page: 'files', state: null }}>Show all files</Link>
    </>
  )
}

interface StatesProps {
  /** Null: not known yet. */
  readonly counts: Files['counts'] | null
  readonly chosen: FileState | null
}

function States({ counts, chosen }: StatesProps) {
  return (
    <ul class="tabs" aria-label="State of the files">
      <li>
        <Link to={{ page: 'files', state: null }} isCurrent={chosen === null}>
          all
        </Link>
      </li>
      {FILE_STATES.map((state) => (
        <li key={state}>
          <Link to={{ page: 'files', state }} isCurrent={chosen === state}>
            {state} {counts !== null && <span class="muted">{count(counts[state])}</span>}
          </Link>
        </li>
      ))}
    </ul>
  )
}
