import { useEffect, useId, useState } from 'preact/hooks'
import type { Answer } from '../../answer/use-answer.ts'
import { FileDrop } from '../../file-drop.tsx'
import { Link } from '../../navigation.tsx'
import { Panel } from '../../panel.tsx'
import type { Status } from '../status/status.ts'
import { UploadList } from './upload-list.tsx'
import { forgetToken, keepToken, keptToken } from './upload-token.ts'
import { useUploads } from './use-uploads.ts'

interface UploadPanelProps {
  readonly status: Answer<Status>
  /** Called when files were sent. */
  readonly done: () => void
}

/** Brings round files to the server from here. */
export function UploadPanel({ status, done }: UploadPanelProps) {
  if (status.state !== 'here') return null
  return (
    <Panel title="Bring files from here">
      {status.data.uploads ? (
        <Sender done={done} />
      ) : (
        <p>
          Uploads are off on this server. To switch them on, set <code>PROXIMITY_UPLOAD_TOKEN</code> (make one with{' '}
          <code>openssl rand -hex 32</code>) and start the server again. To only watch a round,{' '}
          <Link to={{ page: 'try' }}>try a file</Link> in this browser.
        </p>
      )}
    </Panel>
  )
}

function Sender({ done }: Pick<UploadPanelProps, 'done'>) {
  const [token, setToken] = useState(keptToken)
  const { files, refused, send } = useUploads(done)
  useEffect(() => {
    if (refused === null) return
    forgetToken()
    setToken(null)
  }, [refused])
  const take = (given: string) => {
    keepToken(given)
    setToken(given)
  }
  return (
    <>
      {token === null ? (
        <TokenForm refused={refused} take={take} />
      ) : (
        <FileDrop
          words="Drop round files here: they are imported one after the other."
          accept=".txt"
          take={(given) => send(given, token)}
        />
      )}
      <UploadList files={files} />
    </>
  )
}

interface TokenFormProps {
  readonly refused: string | null
  readonly take: (token: string) => void
}

function TokenForm({ refused, take }: TokenFormProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  return (
    <form
      class="upload-token"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') take(typed.trim())
      }}
    >
      {refused !== null && (
        <p class="bad" role="alert">
          {refused} Nothing was imported.
        </p>
      )}
      <label for={id}>Upload token of this server</label>
      <input
        id={id}
        type="password"
        autocomplete="off"
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit">Use it</button>
      <p class="muted">It is kept in this tab alone, until you close it.</p>
    </form>
  )
}
