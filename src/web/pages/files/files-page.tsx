import { useState } from 'preact/hooks'
import type { ReplyAt } from '../../../contract/client.ts'
import { FILE_STATES, type FileState, type FilesAddress, LATEST } from '../../address.ts'
import { Answered } from '../../answer/answered.tsx'
import { server } from '../../answer/server.ts'
import type { Answer } from '../../answer/use-answer.ts'
import { usePages } from '../../answer/use-pages.ts'
import { More } from '../../more.tsx'
import { Link } from '../../navigation.tsx'
import { Explained } from '../../numbers/explained.tsx'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { PageTitle } from '../../page-title.tsx'
import { Panel } from '../../panel.tsx'
import { EVERYTHING } from '../../scope/scope.ts'
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
    <Explained scope="Every file that came" leftOut="" rounds={{ ...LATEST, scope: EVERYTHING }}>
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
    </Explained>
  )
}

const ABOUT: Readonly<Record<FileState, string>> = {
  imported: 'Files whose round is stored, whether it counts or not.',
  superseded: 'Files whose round a better file tells.',
  rejected: 'Files that no round could be made from.',
}

function stateFigure(state: FileState, files: number): Figure {
  return {
    ...{ id: `files:${state}`, title: `Files, ${state}`, about: ABOUT[state], metrics: ['files'], basis: '' },
    value: { kind: 'count', count: files },
  }
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
            {state}
          </Link>{' '}
          {counts !== null && <FigureValue figure={stateFigure(state, counts[state])} />}
        </li>
      ))}
    </ul>
  )
}
